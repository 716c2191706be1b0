/* The search page: Pagefind's answers shown as a list, facets beside it, and the whole state in the
   address (q, one parameter per facet, tri, n). Text from the index is only ever set as text. */

import { open, search } from "./recherche-moteur.js";
import { asWritten } from "./recherche-texte.js";

const PAGE_SIZE = 10; // results shown at first, and added by « Afficher plus »
const MOST_SHOWN = 200; // at once, from the address
const VISIBLE_VALUES = 8; // values of a facet shown before « Autres »

const page = document.getElementById("recherche");
const part = (name) => page.querySelector(`.recherche-${name}`);
const form = part("formulaire");
const status = part("statut");
const list = part("resultats");
const facets = [...page.querySelectorAll("[data-facette]")];
const title = document.title;
const collator = new Intl.Collator("fr", { numeric: true });

let filled; // promise: the facets have their values
let lastRun = 0; // answers of an older run are dropped
let results = []; // of the last run, most relevant first

/* ---- Address and form ---- */

function readAddress() {
  const address = new URLSearchParams(location.search);
  const filters = {};
  for (const { dataset } of facets) {
    const values = address.getAll(dataset.facette).filter(Boolean);
    if (values.length) filters[dataset.facette] = values;
  }
  const shown = Math.min(Math.max(Number.parseInt(address.get("n"), 10) || 0, PAGE_SIZE), MOST_SHOWN);
  return { q: (address.get("q") ?? "").trim(), filters, sort: address.get("tri") ?? "", shown };
}

function writeAddress() {
  const address = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  history.pushState(null, "", address.size ? `?${address}` : location.pathname);
  run();
}

/* ---- Facets ---- */

function fillFacets(values) {
  for (const facet of facets) {
    const name = facet.dataset.facette;
    const known = Object.entries(values[name] ?? {});
    const years = known.every(([value]) => /^\d{4}$/u.test(value));
    known.sort(([a, m], [b, n]) => (years ? collator.compare(b, a) : n - m || collator.compare(a, b)));
    const items = known.map(([value]) => choice(name, value));
    const visible = facet.querySelector("ul");
    visible.append(...items.slice(0, VISIBLE_VALUES));
    if (items.length > VISIBLE_VALUES) {
      const summary = element("summary", "", `Autres (${items.length - VISIBLE_VALUES})`);
      const more = element("ul", "valeurs", ...items.slice(VISIBLE_VALUES));
      visible.after(element("details", "autres", summary, more));
    }
  }
}

function choice(name, value) {
  const box = element("input", "");
  Object.assign(box, { type: "checkbox", name, value });
  box.setAttribute("form", form.id);
  return element("li", "valeur", element("label", "", box, ` ${value} `, element("span", "compte")));
}

function showChoices(filters, counts) {
  for (const box of page.querySelectorAll("[type=checkbox]")) {
    const count = counts?.[box.name]?.[box.value] ?? 0;
    box.checked = filters[box.name]?.includes(box.value) ?? false;
    box.closest("li").querySelector(".recherche-compte").textContent = `(${count})`;
    box.closest("li").hidden = !count && !box.checked && box !== document.activeElement;
    if (box.checked) box.closest(".recherche-autres")?.setAttribute("open", "");
  }
  for (const facet of facets) {
    facet.hidden = !facet.querySelector("li:not([hidden])");
    const others = facet.querySelector(".recherche-autres");
    if (others) others.hidden = !others.querySelector("li:not([hidden])");
  }
  const active = Object.values(filters).flat().length;
  part("filtres-nombre").textContent = active ? ` (${active} choix)` : "";
}

/* ---- Results ---- */

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = `recherche-${className}`;
  made.append(...children);
  return made;
}

/* Nodes of an excerpt, in which Pagefind writes its <mark> and escapes « < » and « > », nothing else. */
function excerptNodes(excerpt) {
  const parts = asWritten(excerpt).split(/<\/?mark>/u);
  const texts = parts.map((part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  return texts.map((text, rank) => (rank % 2 ? element("mark", "", text) : text));
}

function bestPassage(data) {
  const score = ({ weighted_locations }) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  return data.sub_results.filter(({ anchor }) => anchor).sort((a, b) => score(b) - score(a))[0];
}

function resultItem(data) {
  const { meta } = data;
  const link = element("a", "", asWritten(meta.title ?? data.url));
  link.href = data.url;
  const number = meta.numero && `n°\u00a0${meta.numero}`;
  const facts = [meta.collectivite, meta.date, number, meta.resultat, meta.type].filter(Boolean);
  const item = element("li", "resultat", element("h2", "objet", link));
  item.append(element("p", "faits", facts.map(asWritten).join(" · ")));
  const passage = bestPassage(data);
  item.append(element("p", "extrait", ...excerptNodes((passage ?? data).excerpt)));
  if (passage) {
    const within = passage.anchor.id.startsWith("convention") ? "convention annexée, " : "";
    const place = element("a", "", within + asWritten(passage.title).replace(/\s*[¶#]$/u, ""));
    place.href = passage.url;
    item.append(element("p", "passage", "Passage\u00a0: ", place));
  }
  return item;
}

/* Shows the results up to the number `until`; returns the first one added. */
async function showResults(until, current) {
  const added = results.slice(list.children.length, until);
  const items = (await Promise.all(added.map((result) => result.data()))).map(resultItem);
  if (current !== lastRun) return null;
  list.append(...items);
  part("plus").hidden = list.children.length >= results.length;
  return items[0];
}

/* ---- Runs ---- */

async function run() {
  const current = ++lastRun;
  const state = readAddress();
  const asked = state.q || Object.keys(state.filters).length;
  form.elements.q.value = state.q;
  form.elements.tri.value = state.sort;
  document.title = state.q ? `${state.q} – ${title}` : title;
  part("corps").hidden = !asked;
  part("index").hidden = Boolean(asked);
  status.textContent = asked ? "Recherche en cours…" : "";
  if (!asked) return;
  try {
    await (filled ??= open().then(async (engine) => fillFacets(await engine.filters())));
    const answer = await search(state);
    if (current !== lastRun) return;
    results = answer.results;
    list.replaceChildren();
    showChoices(state.filters, answer.counts);
    await showResults(state.shown, current);
    if (current === lastRun) announce(state, answer.notice);
  } catch (error) {
    console.error(error);
    status.textContent = "La recherche n’a pas pu être chargée. Réessayez, ou passez par les index.";
    part("corps").hidden = true;
    part("index").hidden = false;
  }
}

function announce({ q }, notice) {
  const count = results.length;
  const number = count ? count.toLocaleString("fr") : "Aucun";
  const found = `${number} ${count > 1 ? "résultats" : "résultat"}`;
  status.textContent = `${count ? notice : ""}${found}${q ? ` pour «\u00a0${q}\u00a0»` : ""}.`;
  part("vide").hidden = count > 0;
  part("tri").hidden = count === 0;
  part("filtres").hidden = count === 0 && !page.querySelector("[type=checkbox]:checked");
  part("index").hidden = count > 0;
}

part("plus").addEventListener("click", async () => {
  const until = list.children.length + PAGE_SIZE;
  const address = new URLSearchParams(location.search);
  address.set("n", until);
  history.replaceState(null, "", `?${address}`);
  (await showResults(until, lastRun))?.querySelector("a").focus();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  writeAddress();
});
part("corps").addEventListener("change", writeAddress);
addEventListener("popstate", run);

part("sans-script").hidden = true;
part("parcourir").hidden = false;
part("filtres").open = matchMedia("(min-width: 60em)").matches;
run();
