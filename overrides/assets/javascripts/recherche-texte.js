/* Between what people type, what the index has (render/folding.py, search_words.py) and what pages say.
   Pure functions. */

const MONTHS = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
  "novembre", "decembre"];
const MONTH = MONTHS.join("|");
/* Words of a question that say nothing of what is looked for, and what the index has before them: see folding.py. */
const APART = "zq";
const EMPTY = new Set((
  "a ai alors and as au aucun aussi aux avait avec avez avoir c ce cela celle celui ces cet cette ceux chez combien " +
  "comme comment d dans de des depuis devait dois doit doivent donc dont du elle elles en entre es est et etaient " +
  "etait ete etes etre eu faut fut ici il ils j je jusqu jusque l la laquelle le lequel les leur leurs lors ma mais " +
  "me mes moi mon n ne nos notre nous numero num on ont ou par pas peut peuvent plus pour pourquoi qu quand que quel " +
  "quelle quelles quels qui quoi s sa sans se sera seront ses si son sont sous suis sur t ta te tes toi ton tous tout " +
  "toute toutes tres tu un une va vers veut vont vos votre vous y"
).split(" "));

/* « l’Œuvre signée » → « l'oeuvre signee ». */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/œ/gu, "oe")
    .replace(/æ/gu, "ae");
}

/* A day as the index has it, « d20260211 »; a month is its beginning, « d202602 ». */
function dates(text) {
  const two = (number) => number.padStart(2, "0");
  return text
    .replace(/(?<!\d)(\d{4})-([01]\d)-([0-3]\d)(?!\d)/gu, "d$1$2$3")
    .replace(/(?<!\d)([0-3]?\d)[/.-]([01]?\d)[/.-](\d{4})(?!\d)/gu, (_, d, m, y) => `d${y}${two(m)}${two(d)}`)
    .replace(/(?<![\d/.-])([01]?\d)\/(\d{4})(?![\d/.-])/gu, (typed, m, y) => (m > 12 ? typed : `d${y}${two(m)}`))
    .replace(new RegExp(`(?:(?<![\\p{L}\\d]|\\p{L}-)([0-3]?\\d)(?:er)?\\s+)?\\b(${MONTH})\\s+(\\d{4})(?!\\d)`, "gu"), (_, d, m, y) =>
      `d${y}${two(String(MONTHS.indexOf(m) + 1))}${d ? two(d) : ""}`,
    );
}

/* Endings of which Pagefind takes another stem: « signee » for « signe », « envois » for « envoi ». */
const unmuted = (word) => word.replace(/(?<=[a-z]{4}e)e(?=s?$)/u, "");
const plain = (word) => unmuted(word).replace(/(?<=[a-z]{3}[aiou])s$|(?<=[a-z]{2}eu)x$/u, "");

/* The words of a question, as the index has them: numbers whole, compounds cut. */
function cut(text) {
  return dates(fold(text))
    .replace(/(?<![\p{L}\d])\d{3}\s\d{3}\s\d{3}(?!\d)/gu, (siren) => siren.replace(/\s/gu, ""))
    .replace(/\bn\s*[°º]\s*/gu, " ")
    .replace(/(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/gu, "")
    .replace(/(?<!\p{L})e[ -](?=\p{L}{4})/gu, "e") // e administration, e-administration: see search_words.py
    .replace(/(?<!\p{L})[ldr]\.?\s?(?=\d+-\d)/gu, "") // article L.2131-1
    .replace(/(\d)\s*([-/])\s*(?=\d)/gu, "$1$2")
    .replace(/(?<![\p{L}\p{N}])\p{L}+(?:-\p{L}+)*-(?:\p{L}+|(?<=\p{L}{3}-)\d{1,3})(?![\p{L}\p{N}-])/gu, (word) => word.replaceAll("-", " "))
    .replace(/[^\p{L}\p{N}\s./-]/gu, " ")
    .split(/\s+/u)
    .map((word) => word.replace(/^[./-]+|[./-]+$/gu, ""))
    .filter(Boolean);
}

const apart = (word) => (EMPTY.has(word) ? APART + word : word);

/* Those that say what is looked for. */
export function words(text) {
  const all = cut(text);
  const full = all.filter((word) => !EMPTY.has(word));
  return [...new Set(full.length ? full.map(plain) : all.map(apart))];
}

/* Those that follow each other, two by two, then three by three (« val exemple 1 »): pages that have them so answer
   better. */
function rows(text) {
  const all = cut(text);
  const inRow = (count) => all.slice(count - 1).map((_, rank) => all.slice(rank, rank + count));
  const telling = [...inRow(2), ...inRow(3)].filter((row) => !row.some((word) => EMPTY.has(word)));
  return telling.map((row) => `"${row.join(" ")}"`);
}

/* What a question asks for: « "fin du marché" exemple » → itself, the phrases between quotes, the other words, those
   that follow each other. */
export function read(q) {
  const phrases = [];
  const rest = q.replace(/["«“„]\s*([^"»”]+?)\s*["»”]/gu, (_, phrase) => (phrases.push(phrase), " "));
  return { q, phrases: phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase)), words: words(rest), rows: rows(rest) };
}

/* Whether a word of a question comes from this one. */
export const comesFrom = (word, typed) => fold(typed).startsWith(word) && fold(typed).length - word.length < 2;

/* A word of a question, as the reader knows it: « délibération », « 11 février 2026 ». */
export function asTyped(word, q) {
  const [, year, month, day] = /^d(\d{4})(\d\d)(\d\d)?$/u.exec(word) ?? [];
  if (!year) return (q.match(/[\p{L}\p{N}]+/gu) ?? []).find((typed) => comesFrom(word, typed)) ?? word;
  const date = new Date(`${year}-${month}-${day ?? "01"}`);
  const named = date.toLocaleDateString("fr", { month: "long", year: "numeric", timeZone: "UTC" });
  return day ? `${day === "01" ? "1er" : Number(day)} ${named}` : named;
}

/* The ways the index may have a phrase, cut as folding.py cuts compounds. */
export function spellings(phrase) {
  const parts = fold(phrase)
    .replace(/(?<=\p{L})['-](?=[\p{L}\p{N}])|[°º]/gu, " ")
    .replace(/[^\p{L}\p{N}\s/.-]/gu, " ")
    .trim()
    .split(/\s+/u);
  return [...new Set([parts.map(unmuted), parts].map((all) => all.map(apart).join(" ")))].map((text) => `"${text}"`);
}

/* The words of a question that a page found for it does not have. Pagefind shortens a word that it does not know (to
   « a », it may be) until it knows one: the reader must be told. Two thirds of a word are enough, for its endings
   vary; a number must be there whole. */
export function missing(asked, data) {
  const text = fold(asWritten([data.content, ...Object.values(data.meta)].join(" ")));
  const known = text.split(/\s+/u).flatMap((word) => {
    const runs = word.match(/\d+|\p{L}+/gu) ?? [];
    return runs.map((_, start) => runs.slice(start).join(""));
  });
  return asked.filter((word) => {
    const whole = word.replace(/[^\p{L}\p{N}]/gu, "").replace(new RegExp(`^${APART}`), "");
    const needed = /\d/u.test(whole) ? whole.length : Math.max(3, Math.ceil((whole.length * 2) / 3));
    return !known.some((candidate) => candidate.startsWith(whole.slice(0, needed)));
  });
}

const BACK = { "\u2061": "\u0300", "\u2062": "\u0301", "\u2063": "\u0302", "\u2064": "\u0308", "\u206a": "\u0327" };
const BACK_LETTERS = { ...BACK, "\u206d": "e", "\u206e": "E" };
const LIGATURES = { o: "œ", O: "Œ", a: "æ", A: "Æ" };

/* Undoes what folding.py writes for Pagefind; its <mark>s may stand around the space that the page does not have. */
export const asWritten = (text) =>
  text
    .replaceAll(`${APART}\u2060`, "")
    .replace(/\u2060((?:<\/?mark>)*) ((?:<\/?mark>)*)/gu, "$1$2")
    .replaceAll("&\u2060", "&")
    .replace(/([oa])\u2060e/giu, (_, letter) => LIGATURES[letter])
    .replace(/[\u2061-\u2064\u206a\u206d\u206e]/gu, (mark) => BACK_LETTERS[mark])
    .normalize("NFC");
