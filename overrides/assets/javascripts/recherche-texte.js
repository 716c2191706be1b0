/* Between what people type, what Pagefind matches, and what the pages say. Pure functions. */

const NOT_EXACT =
  "Aucun acte ne contient exactement cette expression\u00a0; voici ceux qui en contiennent les mots. ";

/* Pagefind drops punctuation from what is typed, so that « l’action » would not find « action ». */
export function words(text) {
  return fold(text)
    .replace(/\bn\s*[°º]\s*/giu, " ")
    .replace(/(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/giu, "")
    .replace(/(?<!\p{L})e[ -](?=\p{L}{4})/giu, "e") // e administration, e-administration
    .replace(/(?<!\p{L})[ldr]\.?\s?(?=\d+-\d)/giu, "") // article L.2131-1
    .replace(/(\d)\s*([-/])\s*(?=\d)/gu, "$1$2")
    .split(/\s+/u)
    .map((word) => (/\d/u.test(word) ? word : word.replaceAll("-", " ")))
    .join(" ")
    .replace(/[^\p{L}\p{M}\p{N}\s'./,-]/gu, " ")
    .trim();
}

/* As the index has them: see search_index.py. */
function fold(text) {
  return text
    .normalize("NFC")
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/[«“„]\s*|\s*[»”]/gu, '"')
    .replace(/œ/giu, "oe")
    .replace(/æ/giu, "ae");
}

/* Queries to try in turn, until one finds something. Exact diacritics come first in a phrase because
   Pagefind otherwise misses one with « à » on a page that also has « a ». */
export function attempts(q) {
  const quoted = /^"\s*(.+?)\s*"$/u.exec(fold(q).trim());
  if (!quoted) return [{ term: words(q) || null }];
  const phrases = [...new Set([quoted[1], quoted[1].replace(/(?<=\p{L})-(?=\p{L})/gu, " ")])];
  return [
    ...[true, false].flatMap((exactDiacritics) =>
      phrases.map((phrase) => ({ term: `"${phrase}"`, exactDiacritics })),
    ),
    { term: words(quoted[1]), notice: NOT_EXACT },
  ];
}

/* The words of a query that a page found for it does not have. Pagefind leaves out a word that it does
   not know, or shortens it (to « a », it may be) until it knows one: the reader must be told.
   Half of a word is enough, for its endings vary; a number must be there whole. */
export function missing(query, data) {
  const text = plain([data.content, ...Object.values(data.meta)].join(" "));
  const known = text.split(/\s+/u).flatMap((word) => {
    const runs = word.match(/\d+|\p{L}+/gu) ?? [];
    return runs.map((_, start) => runs.slice(start).join(""));
  });
  return query.split(/\s+/u).filter((word) => {
    const whole = squash(plain(word));
    const needed = /\d/u.test(whole) ? whole.length : Math.max(3, Math.ceil(whole.length / 2));
    return !known.some((candidate) => candidate.startsWith(whole.slice(0, needed)));
  });
}

const plain = (text) => fold(asWritten(text)).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const squash = (word) => word.replace(/[^\p{L}\p{N}]/gu, "");

/* Undoes what search_index.py rewrites for Pagefind. */
export const asWritten = (text) =>
  text
    .replaceAll("''", "’")
    .replace(/([°º])`/gu, "$1")
    .replace(/([oa])\u2060e/giu, (_, letter) => ({ o: "œ", O: "Œ", a: "æ", A: "Æ" })[letter]);
