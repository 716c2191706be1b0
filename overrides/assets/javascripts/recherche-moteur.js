/* The search: a question → the pages found, in order. Nothing of it is loaded before it is asked. */

import { rankOf } from "./recherche-facettes.js";
import { answering, shortcutsOf } from "./recherche-raccourcis.js";
import { asTyped, missing, read, spellings, words } from "./recherche-texte.js";

const BUNDLE = new URL("../../pagefind/", import.meta.url);
const WORKER = new URL("pagefind-worker.js", BUNDLE);
const WASM = new URL("wasm.fr.pagefind", BUNDLE);
const ALIKE = 0.7; // of the best score: pages that answer as well, the newer first
const MOST_ROWS = 6; // tried
const TOGETHER = 1.5; // times the score, for each row of words that a page has as it was asked
const ENOUGH = 0.6; // of the best answer, when no page has all the words
const NOT_EXACT = "Aucun acte ne contient exactement cette expression\u00a0; voici ceux qui en contiennent les mots. ";
const BEST = "\u00a0; voici ceux qui en contiennent le plus. ";
const list = new Intl.ListFormat("fr");

let pages; // how many there are
let every; // what finds all of them
let shortcuts; // to pages that are not acts

/* The policy of the page (politique.html) lets no string become markup or a script, but for this one. */
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (new URL(address, location).href === WORKER.href ? address : null),
});

/* A function that answers what `load` promises, loaded when first asked for; what could not be is, when asked again. */
export function once(load) {
  let loaded;
  return () => (loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  }));
}

/* Loads the engine. */
export const open = once(async () => {
  ahead(WORKER);
  ahead(WASM);
  const [pagefind, { META, RANKS, EVERY, PAGES, SHORTCUTS }] = await Promise.all([
    import(new URL("pagefind.js", BUNDLE)),
    import(new URL("registre.js", BUNDLE)),
  ]);
  if (META) ahead(new URL(META, BUNDLE)); // a register without acts has none
  await pagefind.destroy(); // the one that failed
  await pagefind.options({ ranking: { metaWeights: RANKS } });
  await pagefind.filters(); // there are none: it answers when it is ready, or tells what it lacks
  pages = PAGES;
  every = `"${EVERY}"`;
  shortcuts = shortcutsOf(SHORTCUTS, new URL("../", BUNDLE));
  return pagefind;
});

/* Pagefind asks for its files one after the other: it finds in the browser's cache what was asked for before. */
const ahead = (file) => fetch(file).catch(() => {});

/* `sort`: "date" or nothing. Returns the results (Pagefind's), what to tell the reader, the words that the register
   does not have, and the shortcuts that the question names. */
export async function search({ q, sort = "" }) {
  const engine = await open();
  const asked = read(q);
  if (!asked.phrases.length && !asked.words.length) {
    const { results } = await engine.search(every);
    return { results: ordered(results, "date"), notice: "", unknown: [], shortcuts: [] };
  }
  const { results, notice, unknown } = await answers(engine, asked);
  const ranked = ordered(await together(engine, asked.rows, results), sort);
  return { results: ranked, notice, unknown, shortcuts: answering(q, shortcuts) };
}

/* The pages that have every phrase and every word. */
async function answers(engine, asked) {
  if (!asked.phrases.length) return withWords(engine, asked);
  const exact = await Promise.all(asked.phrases.map((phrase) => withPhrase(engine, phrase)));
  if (exact.some(({ results }) => !results.length)) {
    const all = [...new Set([...asked.phrases.flatMap(words), ...asked.words])];
    return { ...(await withWords(engine, { ...asked, words: all })), notice: NOT_EXACT };
  }
  const others = asked.words.length ? [await withWords(engine, asked)] : [];
  const [first, ...rest] = [...others, ...exact].map(({ results }) => results);
  const results = first.filter(({ id }) => rest.every((list) => list.some((result) => result.id === id)));
  return { results, notice: "", unknown: [] };
}

async function withPhrase(engine, phrase) {
  for (const spelling of spellings(phrase)) {
    const { results } = await engine.search(spelling);
    if (results.length) return { results };
  }
  return { results: [] };
}

async function withWords(engine, asked) {
  const { results } = await engine.search(asked.words.join(" "));
  const unknown = results.length ? await notIn(asked.words, results) : [];
  if (!results.length || unknown.length) return withMostWords(engine, asked);
  return { results: await withoutDigits(engine, asked.words, results), notice: "", unknown };
}

/* A result with another score. It holds the one of Pagefind, which forgets what describes those that are let go. */
const scored = (result, score) => Object.assign(Object.create(result), { score });

/* A number of one or two digits begins too many others to rank by. */
async function withoutDigits(engine, asked, results) {
  const telling = asked.filter((word) => !/^\d{1,2}$/u.test(word));
  if (!telling.length || telling.length === asked.length) return results;
  const scores = new Map((await engine.search(telling.join(" "))).results.map(({ id, score }) => [id, score]));
  return results.map((result) => scored(result, scores.get(result.id) ?? 0));
}

/* Raises the pages in which words asked in a row are in a row. */
async function together(engine, rows, results) {
  if (results.length < 2) return results;
  const lists = await Promise.all(rows.slice(0, MOST_ROWS).map((row) => engine.search(row)));
  const times = new Map();
  for (const { id } of lists.flatMap((list) => list.results)) times.set(id, (times.get(id) ?? 0) + 1);
  return results.map((result) => scored(result, result.score * TOGETHER ** (times.get(result.id) ?? 0)));
}

/* No page has all the words: those that have most of what says most, words that the register does not have left out. */
async function withMostWords(engine, { q, words: asked }) {
  const lists = await Promise.all(asked.map((word) => engine.search(word)));
  const unknown = [];
  for (const [rank, { results }] of lists.entries()) {
    if (!results.length || (await notIn([asked[rank]], results)).length) unknown.push(asked[rank]);
  }
  const known = asked.filter((word) => !unknown.includes(word));
  if (!known.length) return { results: [], notice: "", unknown };
  const ignored = without(unknown.map((word) => asTyped(word, q)));
  if (unknown.length) {
    const { results } = await engine.search(known.join(" "));
    if (results.length) return { results, notice: ignored, unknown };
  }
  const found = new Map();
  for (const word of known) {
    const { results } = lists[asked.indexOf(word)];
    const weight = Math.log(1 + (pages - results.length + 0.5) / (results.length + 0.5));
    for (const result of results) {
      const before = found.get(result.id) ?? { result, weight: 0, score: 0 };
      found.set(result.id, { result, weight: before.weight + weight, score: before.score + result.score });
    }
  }
  const most = Math.max(...[...found.values()].map(({ weight }) => weight));
  const kept = [...found.values()].filter(({ weight }) => weight >= ENOUGH * most);
  const results = kept.map(({ result, weight, score }) => scored(result, (weight / most) ** 4 * score));
  const none = ignored ? `${ignored}aucun acte ne contient tous les autres` : "Aucun acte ne contient tous ces mots";
  return { results, notice: known.length > 1 ? none + BEST : ignored, unknown };
}

/* « “cofre” est introuvable ; sans ce mot, », before the number of results. */
function without(unknown) {
  if (!unknown.length) return "";
  const names = list.format(unknown.map((word) => `«\u00a0${word}\u00a0»`));
  return unknown.length > 1 ? `${names} sont introuvables\u00a0; sans ces mots, ` : `${names} est introuvable\u00a0; sans ce mot, `;
}

/* The words that the page which answers best does not have; none when the network lost it. */
async function notIn(asked, results) {
  const data = await best(results).data();
  return data ? missing(asked, data) : [];
}

const best = (results) => results.reduce((one, other) => (other.score > one.score ? other : one));

/* The best first; of those that answer as well, the newest first. */
function ordered(results, sort) {
  if (sort === "date") return [...results].sort((one, other) => rankOf(one) - rankOf(other));
  const groups = new Map();
  let top = Infinity;
  for (const result of [...results].sort((one, other) => other.score - one.score)) {
    if (!(result.score >= ALIKE * top)) top = result.score;
    groups.set(result.id, top);
  }
  return [...results].sort((one, other) => groups.get(other.id) - groups.get(one.id) || rankOf(one) - rankOf(other));
}
