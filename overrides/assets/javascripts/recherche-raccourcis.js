/* The pages that a question names besides acts: bodies, years, types and matières, words of the glossary. */

import { words } from "./recherche-texte.js";

const LEAST = 3; // letters of a word that may be the beginning of another
const MOST = 3; // shown

/* Those of render/shortcuts.py, whose addresses start from `root`, with their words. */
export const shortcutsOf = (list, root) =>
  list.map(([label, kind, address, names]) => ({
    label, kind, url: new URL(address, root).href, own: words(`${label} ${names}`), kindred: words(kind),
  }));

/* Those that have every word of a question, one at least being their own; the shortest names first. */
export function answering(q, shortcuts) {
  const asked = words(q);
  const begins = (word, known) => known === word || (word.length >= LEAST && known.startsWith(word));
  const has = (known) => (word) => known.some((one) => begins(word, one));
  const answers = ({ own, kindred }) => asked.some(has(own)) && asked.every(has([...own, ...kindred]));
  return shortcuts.filter(answers).sort((one, other) => one.own.length - other.own.length).slice(0, MOST);
}
