/* The conventions as data (render/convention_table.py): their files, loaded once; those that answer a choice. */

import { dayWords, stateOn } from "./etats.js";
import { fold } from "./recherche-texte.js";

const ROOT = new URL("../../", import.meta.url);
const loading = new Map(); // path → its lines, those of the files that follow it included

async function load(path) {
  const url = new URL(path, ROOT);
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url}\u00a0: ${answer.status}`);
  const { lignes, suite } = await answer.json();
  return suite ? [...lignes, ...(await load(path.replace(/[^/]*$/u, suite)))] : lignes;
}

/* A file that could not be loaded is asked for again the next time. */
function once(path) {
  if (!loading.has(path)) {
    const lines = load(path);
    lines.catch(() => loading.delete(path));
    loading.set(path, lines);
  }
  return loading.get(path);
}

/* In the order of pages: newest act first, then by body, séance and number (Python's natural_key). */
const natural = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[0-9]+/gu, (number) => number.padStart(9, "0"));
const key = ({ nom, acte, numero }) => [natural(nom), acte.split("/")[1], natural(numero)].join("\0");
const compare = (one, other) => (one < other ? -1 : Number(one > other));

/* The lines of all these files. */
export async function read(paths) {
  const lines = (await Promise.all(paths.map(once))).flat().map((line) => [line, key(line)]);
  lines.sort(([one, place], [other, otherPlace]) => compare(other.date, one.date) || compare(place, otherPlace));
  return lines.map(([line]) => line);
}

/* The lines that answer a choice, each part of which may be empty, but the day. */
export function matching(lines, { jour, etat, nom, ...exact }) {
  const sought = fold(nom).trim();
  return lines.filter(
    (line) =>
      ["type", "partenaire", "collectivite"].every((key) => !exact[key] || line[key] === exact[key]) &&
      fold(line.nom).includes(sought) &&
      (!etat || stateOn(line.etats, jour)[1] === etat),
  );
}

const plural = (count, words) => (count > 1 ? words.replace(/e$/u, "es") : words);
const counted = (count, words) => `${count.toLocaleString("fr")}\u00a0${plural(count, words)}`;

/* « Aucune convention n’est établie comme en vigueur… » when none is, and others may be: `lines`, whatever their state. */
export function toldNone(lines, { jour, etat }) {
  const unsure = lines.filter(({ etats }) => stateOn(etats, jour)[1] === "indeterminee").length;
  if (etat !== "en-vigueur" || !unsure) return `Aucune convention ne répond à ces choix au ${dayWords(jour)}.`;
  const others = unsure > 1 ? `${unsure.toLocaleString("fr")} autres` : "une autre";
  return `Aucune convention n’est établie comme en vigueur au ${dayWords(jour)}\u00a0; pour ${others}, on ne peut pas le dire.`;
}

/* « 12 conventions au 1er janvier 2027 : 8 en vigueur, 4 échues. », the states in the order of `states` (their names). */
export function told(lines, jour, states) {
  const groups = new Map(states.map((name) => [name, []]));
  for (const { etats } of lines) {
    const [, name, words] = stateOn(etats, jour);
    groups.get(name).push(words);
  }
  const parts = [...groups.values()].filter((all) => all.length).map((all) => counted(all.length, all[0]));
  const all = `${lines.length.toLocaleString("fr")}\u00a0convention${lines.length > 1 ? "s" : ""}`;
  return `${all} au ${dayWords(jour)}\u00a0: ${parts.join(", ")}.`;
}
