/* The search page: results as a list, facets beside it, and the whole state in the address (q, one parameter per
   facet, du, au, tri, n). */

import { counts, kept, load } from "./recherche-facettes.js";
import { once, open, search } from "./recherche-moteur.js";
import { suggestion } from "./recherche-mots.js";
import { SLOW, WAITING, counted, described, element, excerptNodes, link, named, passage } from "./recherche-resultat.js";

if (location.search) open().catch(() => {}); // before anything else; the question will tell

const IN_SIGHT = 3; // results shown before the others are asked for
const PAGE_SIZE = 10; // results shown at first, and added by « Afficher plus »
const MOST_SHOWN = 200; // at once, from the address
const VISIBLE_VALUES = 5; // values of a facet shown before « Autres »

const page = document.getElementById("recherche");
const part = (name) => page.querySelector(`.recherche-${name}`);
const form = part("formulaire");
const status = part("statut");
const list = part("resultats");
const span = page.querySelector("[data-intervalle]");
const facets = [...page.querySelectorAll("[data-facette]:not([data-intervalle])")];
const title = document.title;
const collator = new Intl.Collator("fr", { numeric: true });
const monthFormat = new Intl.DateTimeFormat("fr", { month: "long", year: "numeric", timeZone: "UTC" });

let months = []; // « 2026-02 », those of the register, the newest first
let lastRun = 0; // answers of an older run are dropped
let results = []; // of the last run, in order

/* « février 2026 », from « 2026-02 ». */
const monthName = (month) => monthFormat.format(new Date(`${month}-01`));
const ours = (name, className, ...children) => element(name, className && `recherche-${className}`, ...children);

/* ---- Address and form ---- */

function readAddress() {
  const address = new URLSearchParams(location.search);
  const chosen = {};
  for (const { dataset } of facets) {
    const values = address.getAll(dataset.facette).filter(Boolean);
    if (values.length) chosen[dataset.facette] = values;
  }
  const [from, to] = ["du", "au"].map((name) => address.get(name) ?? "");
  const shown = Math.min(Math.max(Number.parseInt(address.get("n"), 10) || 0, PAGE_SIZE), MOST_SHOWN);
  return { q: (address.get("q") ?? "").trim(), chosen, from, to, sort: address.get("tri") ?? "", shown };
}

/* The months from one to the other; « aucun », which no page has, when the register has none of them. */
function filtersOf({ chosen, from, to }) {
  if (!from && !to) return chosen;
  const inside = months.filter((month) => (!from || month >= from) && (!to || month <= to));
  return { ...chosen, [span.dataset.facette]: inside.length ? inside : ["aucun"] };
}

/* The address takes this state, and the search is run. */
function go(address) {
  history.pushState(null, "", address.size ? `?${address}` : location.pathname);
  run();
}

const formAddress = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

/* ---- Facets ---- */

/* The facets, once the form has their values. */
const filled = once(async () => {
  const known = await load();
  const values = ({ dataset }) => [...(known.get(dataset.facette)?.keys() ?? [])];
  for (const facet of facets) fillFacet(facet, values(facet));
  months = values(span).sort().reverse();
  for (const select of span.querySelectorAll("select")) {
    select.append(...months.map((month) => new Option(monthName(month), month)));
  }
  return known;
});

function fillFacet(facet, values) {
  facet.querySelector("ul").append(...values.map((value) => choice(facet.dataset.facette, value)));
  facet.append(ours("details", "autres", element("summary", ""), ours("ul", "valeurs")));
}

function choice(name, value) {
  const box = element("input", "");
  Object.assign(box, { type: "checkbox", name, value });
  box.setAttribute("form", form.id);
  return ours("li", "valeur", element("label", "", box, ` ${value} `, ours("span", "compte")));
}

/* The values in the order of what the question alone finds, which a choice does not change: nothing moves under a
   finger. `left`: how many results each would leave; `all`: how many it has. */
function showChoices(state, left, all) {
  const focused = document.activeElement;
  for (const facet of facets) {
    const name = facet.dataset.facette;
    const items = [...facet.querySelectorAll("li")].map((item) => {
      const box = item.querySelector("input");
      const count = all[name]?.[box.value] ?? 0;
      box.checked = state.chosen[name]?.includes(box.value) ?? false;
      item.querySelector(".recherche-compte").textContent = `(${left[name]?.[box.value] ?? 0})`;
      item.hidden = count === 0 && !box.checked && box !== focused;
      return { item, value: box.value, count };
    });
    items.sort((one, other) => other.count - one.count || collator.compare(one.value, other.value));
    arrange(facet, items.map(({ item }) => item));
  }
  span.hidden = months.length < 2; // at once with the others, for nothing to move
  if (focused !== document.activeElement) focused.focus(); // it has been moved
}

/* The first values in sight, the others folded. */
function arrange(facet, items) {
  const [visible, more] = facet.querySelectorAll("ul");
  visible.append(...items.slice(0, VISIBLE_VALUES));
  more.append(...items.slice(VISIBLE_VALUES));
  const left = more.querySelectorAll("li:not([hidden])").length;
  more.parentElement.hidden = !left;
  more.previousElementSibling.textContent = `Autres (${left})`;
  facet.hidden = items.every((item) => item.hidden);
}

/* The choices made, each a button that takes it off. */
function showActive({ chosen, from, to }) {
  const name = (month) => (months.includes(month) ? monthName(month) : month);
  const active = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => [facet, value, value]));
  if (from) active.push(["du", from, `depuis ${name(from)}`]);
  if (to) active.push(["au", to, `jusqu’à ${name(to)}`]);
  const items = active.map(([parameter, value, label]) => {
    const button = ours("button", "retirer", label);
    Object.assign(button, { type: "button", ariaLabel: `Retirer le filtre ${label}` });
    button.addEventListener("click", () => takeOff(parameter, value));
    return element("li", "", button);
  });
  part("choix").replaceChildren(...items);
  part("choix").hidden = !items.length;
  part("filtres-nombre").textContent = items.length ? ` (${items.length} choix)` : "";
}

function takeOff(parameter, value) {
  const address = new URLSearchParams(location.search);
  const others = address.getAll(parameter).filter((other) => other !== value);
  address.delete(parameter);
  for (const other of others) address.append(parameter, other);
  form.elements.q.focus();
  go(address);
}

/* ---- Results ---- */

function resultItem(data) {
  const { title: objet, facts } = named(data);
  const { excerpt, url, label } = passage(data);
  const item = ours("li", "resultat", ours("h2", "objet", link(objet, data.url)), ours("p", "faits", facts));
  item.append(ours("p", "extrait", ...excerptNodes(excerpt)));
  if (label) item.append(ours("p", "passage", "Passage\u00a0: ", link(label, url)));
  return item;
}

/* The pages of the register that the question names: « Voir aussi : Abstention (définition), 2026 (année) ». */
function showShortcuts(shortcuts) {
  const links = shortcuts.flatMap(({ label, kind, url }, rank) =>
    [rank ? ", " : "Voir aussi\u00a0: ", link(label, url), ` (${kind.toLowerCase()})`]);
  part("raccourcis").replaceChildren(...links);
  part("raccourcis").hidden = !links.length;
}

/* Shows results after the `from` first ones, which stay, up to the number `until`; returns the first one added. */
async function showResults(from, until, current) {
  const items = (await described(results.slice(from, until))).map(resultItem);
  if (current !== lastRun) return null;
  for (const old of [...list.children].slice(from)) old.remove();
  list.append(...items);
  return items[0];
}

async function showOthers(until, current) {
  const first = await showResults(list.children.length, until, current);
  if (current === lastRun) part("plus").hidden = list.children.length >= results.length;
  return first;
}

/* ---- Runs ---- */

async function run() {
  const current = ++lastRun;
  const state = readAddress();
  const filtered = state.from || state.to || Object.keys(state.chosen).length;
  const asked = state.q || filtered;
  form.elements.q.value = state.q;
  form.elements.tri.value = state.sort;
  document.title = state.q ? `${state.q} – ${title}` : title;
  part("index").hidden = Boolean(asked);
  if (!asked) {
    part("corps").hidden = true; // it comes with its results, all at once
    part("suggestion").hidden = true;
    part("raccourcis").hidden = true;
    status.textContent = "";
    return;
  }
  part("filtres").ariaBusy = "true";
  const wait = setTimeout(() => current === lastRun && (status.textContent = WAITING), SLOW);
  try {
    const facetsKnown = filled();
    facetsKnown.catch(() => {}); // told below, if the question itself is answered
    const answer = await search(state);
    const needed = filtered && (await facetsKnown);
    if (current !== lastRun) return;
    results = needed ? kept(answer.results, filtersOf(state), needed) : answer.results;
    await suggest(state, answer.unknown, current);
    if (current !== lastRun) return;
    await showResults(0, IN_SIGHT, current);
    if (current !== lastRun) return;
    clearTimeout(wait);
    showActive(state);
    part("plus").hidden = true;
    announce(state, answer);
    showShortcuts(answer.shortcuts);
    await showOthers(state.shown, current);
    const known = await facetsKnown; // no result waits for the facets
    if (current !== lastRun) return;
    form.elements.du.value = state.from;
    form.elements.au.value = state.to;
    const all = counts(answer.results, {}, known);
    showChoices(state, filtered ? counts(answer.results, filtersOf(state), known) : all, all);
    part("filtres").ariaBusy = "false";
  } catch (error) {
    console.error(error);
    status.textContent = "La recherche n’a pas pu être chargée. Réessayez, ou passez par les index.";
    part("corps").hidden = true;
    part("index").hidden = false;
  } finally {
    clearTimeout(wait);
  }
}

function announce({ q }, { results: all, notice }) {
  const count = results.length;
  const found = counted(count) + (q ? ` pour «\u00a0${q}\u00a0»` : "");
  status.textContent = `${count && notice ? notice + counted(count) : found}.`;
  part("corps").hidden = false;
  part("voir").firstChild.textContent = `Voir ${count > 1 ? `les ${counted(count)}` : "la liste"}`;
  part("vide").hidden = count > 0;
  part("tri").hidden = all.length < 2;
  part("filtres").hidden = count === 0 && part("choix").hidden;
  part("index").hidden = count > 0;
}

async function suggest({ q }, unknown, current) {
  const better = unknown.length ? await suggestion(q, unknown) : "";
  if (current !== lastRun) return;
  part("suggestion").hidden = !better;
  if (!better) return;
  const address = new URLSearchParams(location.search);
  address.set("q", better);
  Object.assign(part("suggestion").querySelector("a"), { textContent: better, href: `?${address}` });
}

part("plus").addEventListener("click", async () => {
  const until = list.children.length + PAGE_SIZE;
  const address = new URLSearchParams(location.search);
  address.set("n", until);
  history.replaceState(null, "", `?${address}`);
  (await showOthers(until, lastRun))?.querySelector("a").focus();
});
part("voir").addEventListener("click", () => {
  part("filtres").open = false;
  status.focus();
  status.scrollIntoView();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(formAddress());
});
part("corps").addEventListener("change", () => go(formAddress()));
addEventListener("popstate", run);

page.classList.add("recherche--prete");
part("sans-script").hidden = true;
part("parcourir").hidden = false;
part("filtres").open = matchMedia("(min-width: 60em)").matches;
run();
