/* « Vouliez-vous dire »: the words of the register nearest to those that it does not have. Loaded when it is needed. */

import { once } from "./recherche-moteur.js";
import { comesFrom, fold } from "./recherche-texte.js";

const WORDS = new URL("../../pagefind/mots.txt", import.meta.url);

/* The words, those that matter most first. */
const known = once(async () => {
  const answer = await fetch(WORDS);
  return answer.ok ? (await answer.text()).split("\n") : [];
});

/* The question with each unknown word replaced, or nothing when some have no near word. */
export async function suggestion(q, unknown) {
  const words = await known();
  const found = new Map(unknown.map((word) => [word, nearest(word, words)]));
  if (!unknown.length || [...found.values()].some((word) => !word)) return "";
  return q.replace(/[\p{L}\p{N}]+/gu, (typed) => {
    const word = unknown.find((one) => comesFrom(one, typed));
    return word ? found.get(word) : typed;
  });
}

function nearest(word, words) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best = "", least = most + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = distance(word, fold(candidate), least);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/* Letters to add, take off, change or swap to go from one word to the other (optimal string alignment); `enough`: more
   than that is not counted. */
function distance(one, other, enough) {
  let before = [], last = Array.from({ length: other.length + 1 }, (_, rank) => rank);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) >= enough) return enough;
    [before, last] = [last, row];
  }
  return last[other.length];
}
