/* A result of the search, as nodes: text from the index is only ever set as text. */

import { asWritten } from "./recherche-texte.js";

export const WAITING = "Recherche en cours…";
export const SLOW = 300; // milliseconds before the reader is told to wait

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export const link = (text, href) => Object.assign(element("a", "", text), { href });

/* « 1 240 résultats », « Aucun résultat ». */
export function counted(number) {
  return `${number ? number.toLocaleString("fr") : "Aucun"} ${number > 1 ? "résultats" : "résultat"}`;
}

/* What describes each of these results; an error when one could not be loaded. */
export async function described(results) {
  const found = await Promise.all(results.map((result) => result.data()));
  if (found.includes(null)) throw new Error("a result could not be loaded");
  return found;
}

/* Nodes of an excerpt, in which Pagefind writes its <mark>, around the sign that follows a word too, and escapes « < »
   and « > », nothing else. */
export function excerptNodes(excerpt) {
  const parts = asWritten(excerpt).replace(/([.,)»]+)<\/mark>/gu, "</mark>$1").split(/<\/?mark>/u);
  const texts = parts.map((part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  return texts.map((text, rank) => (rank % 2 ? element("mark", "", text) : text));
}

/* What names a result: its title, and its body, date, number, result and type on one line. */
export function named({ meta, url }) {
  const number = meta.numero && `n°\u00a0${asWritten(meta.numero)}`;
  const facts = [meta.collectivite, meta.date, number, meta.resultat, meta.type].filter(Boolean);
  return { title: asWritten(meta.title ?? url), facts: facts.map(asWritten).join(" · ") };
}

const PLACES = {
  "le-texte": "texte de l’acte",
  signature: "signature",
  "la-convention": "convention annexée",
  particularites: "particularités du document",
  pieces: "pièces",
  presences: "présences",
};

/* The passage that answers best: { excerpt, url and label of its place }, label empty at the top of the page. */
export function passage(data) {
  const score = ({ weighted_locations: at }) => at.reduce((sum, { balanced_score: one }) => sum + one, 0);
  const [best] = data.sub_results.filter(({ anchor }) => anchor).sort((one, other) => score(other) - score(one));
  if (!best) return { excerpt: data.excerpt, url: data.url, label: "" };
  const { id } = best.anchor;
  const [, page] = /\.pdf#page=(\d+)$/u.exec(id) ?? [];
  const url = page ? new URL(id, new URL(data.url, location)).href : best.url;
  return { excerpt: best.excerpt, url, label: page ? `dans le document, page ${page}` : label(id, asWritten(best.title)) };
}

function label(id, heading) {
  const [, decision] = /^decision-(\d+)$/u.exec(id) ?? [];
  if (decision) return `décision ${decision}`;
  const known = PLACES[id.replace(/-\d+$/u, "")];
  return known ?? (id.startsWith("convention") ? `convention annexée, ${heading}` : heading);
}
