/* The search: a question and filters → the pages found, in order. Nothing of it is loaded before it is asked. */

import { answering, shortcutsOf } from "./recherche-raccourcis.js";
import { missing, read, spellings, words } from "./recherche-texte.js";

const BUNDLE = new URL("../../pagefind/", import.meta.url);
const WORKER = new URL("pagefind-worker.js", BUNDLE);
const ALIKE = 0.7; // of the best score: pages that answer as well, the newer first
const MOST_ROWS = 6; // tried
const TOGETHER = 1.5; // times the score, for each row of words that a page has as it was asked
const ENOUGH = 0.6; // of the best answer, when no page has all the words
const NOT_EXACT = "Aucun acte ne contient exactement cette expression\u00a0; voici ceux qui en contiennent les mots. ";
const BEST = "\u00a0; voici ceux qui en contiennent le plus. ";
const list = new Intl.ListFormat("fr");

let opened; // promise of the engine
let newest; // page → its place when the newest come first
let every; // what finds all pages
let shortcuts; // to pages that are not acts

/* The policy of the page (politique.html) lets no string become markup or a script, but for this one. */
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (new URL(address, location).href === WORKER.href ? address : null),
});

/* Loads the engine, once. */
export function open() {
  return (opened ??= load().catch((error) => {
    opened = undefined; // to try again
    throw error;
  }));
}

async function load() {
  const [pagefind, { RANKS, EVERY, SHORTCUTS }] = await Promise.all([
    import(new URL("pagefind.js", BUNDLE)),
    import(new URL("registre.js", BUNDLE)),
  ]);
  await pagefind.options({ ranking: { metaWeights: RANKS } });
  every = `"${EVERY}"`;
  shortcuts = shortcutsOf(SHORTCUTS, new URL("../", BUNDLE));
  const all = await pagefind.search(every); // in the order of the index: see render/indexed.py
  newest = new Map(all.results.map(({ id }, place) => [id, place]));
  return pagefind;
}

/* `filters`: name → values, any of which will do; `sort`: "date" or nothing.
   Returns the results (Pagefind's), how many has each value of each filter that is loaded (nothing where it is not
   known), what to tell the reader, the words that the register does not have, and the shortcuts that it names. */
export async function search({ q, filters = {}, sort = "" }) {
  const engine = await open();
  const asked = read(q);
  const options = { filters: Object.fromEntries(Object.entries(filters).map(([name, any]) => [name, { any }])) };
  if (!asked.phrases.length && !asked.words.length) {
    const answer = await engine.search(every, options);
    const counts = await counted(engine, every, answer, options);
    return { results: ordered(answer.results, "date"), counts, notice: "", unknown: [], shortcuts: [] };
  }
  const found = await answers(engine, asked, options);
  found.results = await together(engine, asked.rows, found.results);
  const counts = found.term === undefined ? undefined : await counted(engine, found.term, found, options);
  const { notice, unknown } = found;
  return { results: ordered(found.results, sort), counts, notice, unknown, shortcuts: answering(q, shortcuts) };
}

/* The pages that have every phrase and every word. */
async function answers(engine, asked, options) {
  if (!asked.phrases.length) return withWords(engine, asked.words, options);
  const exact = await Promise.all(asked.phrases.map((phrase) => withPhrase(engine, phrase, options)));
  if (exact.some(({ results }) => !results.length)) {
    const all = [...new Set([...asked.phrases.flatMap(words), ...asked.words])];
    const found = await withWords(engine, all, options);
    return { ...found, notice: NOT_EXACT };
  }
  if (exact.length === 1 && !asked.words.length) return exact[0];
  const others = asked.words.length ? [await withWords(engine, asked.words, options)] : [];
  const [first, ...rest] = [...others, ...exact].map(({ results }) => results);
  const results = first.filter(({ id }) => rest.every((list) => list.some((result) => result.id === id)));
  return { results, notice: "", unknown: [] };
}

async function withPhrase(engine, phrase, options) {
  for (const term of spellings(phrase)) {
    const { results, filters } = await engine.search(term, options);
    if (results.length) return { results, filters, term, notice: "", unknown: [] };
  }
  return { results: [], notice: "", unknown: [] };
}

async function withWords(engine, asked, options) {
  const term = asked.join(" ");
  const { results, filters } = await engine.search(term, options);
  const unknown = results.length ? await notIn(asked, results) : [];
  if (!results.length || unknown.length) return withMostWords(engine, asked, options);
  return { results: await withoutDigits(engine, asked, results), filters, term, notice: "", unknown };
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
async function withMostWords(engine, asked, options) {
  const lists = await Promise.all(asked.map((word) => engine.search(word, options)));
  const unknown = [];
  for (const [rank, { results }] of lists.entries()) {
    if (!results.length || (await notIn([asked[rank]], results)).length) unknown.push(asked[rank]);
  }
  const known = asked.filter((word) => !unknown.includes(word));
  if (!known.length) return { results: [], notice: "", unknown };
  const ignored = without(unknown);
  if (unknown.length) {
    const term = known.join(" ");
    const { results, filters } = await engine.search(term, options);
    if (results.length) return { results, filters, term, notice: ignored, unknown };
  }
  const pages = new Map();
  for (const word of known) {
    const { results } = lists[asked.indexOf(word)];
    const weight = Math.log(1 + (newest.size - results.length + 0.5) / (results.length + 0.5));
    for (const result of results) {
      const before = pages.get(result.id) ?? { result, weight: 0, score: 0 };
      pages.set(result.id, { result, weight: before.weight + weight, score: before.score + result.score });
    }
  }
  const most = Math.max(...[...pages.values()].map(({ weight }) => weight));
  const kept = [...pages.values()].filter(({ weight }) => weight >= ENOUGH * most);
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
  const place = ({ id }) => newest.get(id) ?? Infinity;
  if (sort === "date") return [...results].sort((one, other) => place(one) - place(other));
  const groups = new Map();
  let top = Infinity;
  for (const result of [...results].sort((one, other) => other.score - one.score)) {
    if (!(result.score >= ALIKE * top)) top = result.score;
    groups.set(result.id, top);
  }
  return [...results].sort((one, other) => groups.get(other.id) - groups.get(one.id) || place(one) - place(other));
}

/* How many pages each value would leave: a filter's own choice must not empty its other values. */
async function counted(engine, term, answer, options) {
  const counts = { ...answer.filters };
  for (const name of Object.keys(options.filters)) {
    const { [name]: _, ...others } = options.filters;
    counts[name] = (await engine.search(term, { filters: others })).filters[name];
  }
  return counts;
}
