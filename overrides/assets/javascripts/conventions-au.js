/* « Conventions au … »: the reader's choice, kept in the address, and the conventions that answer it. Nothing is loaded
   before the form is used, unless the address asks; what the page prints stays until then. */

import { dayElement, dayWords, isoDay } from "./etats.js";

const STEP = 50; // rows shown at first, and added each time
const NAMES = ["jour", "type", "partenaire", "nom", "etat"]; // of the fields
const SLOW = 300; // milliseconds before the reader is told to wait

const page = document.getElementById("conventions-au");
const part = (name) => page.querySelector(`.conventions-${name}`);
const printed = document.getElementById("conventions-imprimees");
const heading = document.querySelector("[data-au-jour]");
const form = part("choix");
const fields = form.elements;
const more = part("plus");
const title = document.title;
const { jour: printedDay, types } = JSON.parse(page.dataset.choix);
const today = isoDay(new Date());
const firstDay = today > printedDay ? today : printedDay;
const states = [...fields.etat.options].map(({ value }) => value).filter(Boolean);
const bodies = new Map(); // name → short name, of the lines that have been loaded

let table = null;
let row = null; // what makes one, once it has been loaded
let lastRun = 0; // answers of an older run are dropped
let found = []; // of the last run
let shownDay = firstDay;

/* ---- The form ---- */

function fillForm() {
  fields.type.append(...types.map(({ type, nom }) => new Option(nom, type)));
  const partners = new Map(types.filter(({ partenaire }) => partenaire).map((one) => [one.partenaire, one.partenaireNom]));
  const byName = [...partners].sort(([, one], [, other]) => one.localeCompare(other, "fr"));
  fields.partenaire.append(...byName.map(([slug, name]) => new Option(name, slug)));
  form.hidden = false;
}

/* The body that the address names, by its short name. */
function addressed() {
  const slug = new URLSearchParams(location.search).get("collectivite") ?? "";
  return /^[a-z0-9-]+$/u.test(slug) ? slug : "";
}

/* What the field shows of it: its short name until its lines have been loaded. */
const nameOf = (slug) => [...bodies].find(([, known]) => known === slug)?.[0] ?? slug;

/* The form as the address says; a value that it cannot have is left out. */
function restore() {
  const address = new URLSearchParams(location.search);
  for (const name of NAMES) fields[name].value = address.get(name) ?? "";
  if (!fields.jour.value || !fields.jour.validity.valid) fields.jour.value = firstDay;
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
  const slug = addressed();
  if (slug) fields.nom.value = nameOf(slug);
  const state = { ...Object.fromEntries(new FormData(form)), collectivite: slug, ...(slug && { nom: "" }) };
  return { ...state, isAsked: [...NAMES, "collectivite"].some((name) => address.get(name)) };
}

/* The address as the form says. */
function choose() {
  if (!form.checkValidity()) return;
  const address = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const typed = fields.nom.value.trim();
  const slug = bodies.get(typed) ?? (typed === addressed() ? typed : "");
  if (slug) {
    address.delete("nom");
    address.set("collectivite", slug);
  }
  if (`?${address}` === location.search) return;
  history.pushState(null, "", `?${address}`);
  run();
}

/* ---- The data ---- */

function paths({ type, partenaire, collectivite }) {
  if (collectivite) return [`collectivites/${collectivite}/conventions.json`];
  const asked = types.filter((one) => (!type || one.type === type) && (!partenaire || one.partenaire === partenaire));
  return asked.map(({ fichier }) => fichier);
}

async function load(state) {
  const [data, rows] = await Promise.all([import("./conventions-donnees.js"), import("./conventions-tableau.js")]);
  row = rows.row;
  const lines = await data.read(paths(state));
  const known = bodies.size;
  for (const { nom, collectivite } of lines) bodies.set(nom, collectivite);
  if (bodies.size > known) {
    const names = [...bodies.keys()].sort((one, other) => one.localeCompare(other, "fr", { numeric: true }));
    page.querySelector("datalist").replaceChildren(...names.map((name) => new Option(name)));
  }
  return { ...data, lines };
}

/* ---- What answers ---- */

function tellDay(jour) {
  shownDay = jour;
  heading.querySelector("time").replaceWith(dayElement(jour));
  document.title = title.replace(dayWords(printedDay), dayWords(jour));
}

/* The table of the page itself, emptied. */
function emptyTable() {
  table ??= printed.querySelector(".conventions").cloneNode(true);
  table.querySelector("tbody").replaceChildren();
  more.before(table);
}

/* Adds rows; returns the first one. */
function addRows() {
  const body = table.querySelector("tbody");
  const heads = [...table.querySelectorAll("thead th")];
  const rows = found.slice(body.rows.length, body.rows.length + STEP).map((line) => row(line, shownDay, heads));
  body.append(...rows);
  const left = found.length - body.rows.length;
  more.hidden = !left;
  more.textContent = `Montrer ${Math.min(STEP, left)} de plus`;
  const all = left ? `, les ${body.rows.length} premières sur ${found.length.toLocaleString("fr")}` : "";
  table.querySelector("caption").textContent = `Conventions au ${dayWords(shownDay)}${all}`;
  return rows[0];
}

function show(isChosen) {
  part("resultats").hidden = !isChosen || !found.length;
  printed.hidden = isChosen;
}

function showPrinted() {
  tellDay(firstDay);
  show(false);
}

async function run() {
  const current = ++lastRun;
  const state = restore();
  part("effacer").hidden = !state.isAsked;
  if (!state.isAsked) {
    part("statut").textContent = "";
    showPrinted();
    return;
  }
  const wait = setTimeout(() => (part("statut").textContent = "Chargement…"), SLOW);
  try {
    const { lines, matching, told, toldNone } = await load(state);
    if (current !== lastRun) return;
    if (state.collectivite) fields.nom.value = nameOf(state.collectivite);
    found = matching(lines, state);
    tellDay(state.jour);
    emptyTable();
    addRows();
    show(true);
    const none = () => toldNone(matching(lines, { ...state, etat: "" }), state);
    part("statut").textContent = found.length ? told(found, state.jour, states) : none();
  } catch (error) {
    if (current !== lastRun) return;
    console.error(error);
    showPrinted();
    part("statut").textContent =
      "Les conventions n’ont pas pu être chargées\u00a0: réessayez plus tard. La liste de cette page reste ci-dessous.";
  } finally {
    clearTimeout(wait);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  choose();
});
form.addEventListener("change", choose);
form.addEventListener("focusin", () => load({}).catch(() => {}), { once: true });
more.addEventListener("click", () => addRows().querySelector("a").focus());
addEventListener("popstate", run);

fillForm();
run();
