/* The page of an unknown address: what the address names goes into the search field and is searched for, and the nearest
   page that exists above it is offered. */

import { search } from "./recherche-moteur.js";
import { counted, described, element, link, named } from "./recherche-resultat.js";

const SHOWN = 5; // results
const DATE = /^\d{4}(-\d{2}){0,2}(-\d+)?$/u;

const home = new URL(document.querySelector(".entete__nom").href);
const inside = location.pathname.startsWith(home.pathname) ? location.pathname.slice(home.pathname.length) : location.pathname;
const parts = inside.split("/").filter(Boolean);

/* The words of the last two parts that are neither a date, nor the folder of a kind of pages. */
function words() {
  try {
    const telling = parts.slice(parts.length > 1 ? 1 : 0).map(decodeURIComponent).filter((part) => !DATE.test(part));
    return telling.slice(-2).join(" ").replace(/\.\w{1,5}$/u, "").replace(/[-_+\s]+/gu, " ").trim();
  } catch {
    return ""; // a malformed escape in the address
  }
}

/* The addresses above the one that was asked, nearest first; the acts of a body are found from the page of the body. */
function above() {
  const cuts = Array.from({ length: Math.max(parts.length - 2, 0) }, (_, rank) => parts.slice(0, -1 - rank));
  return cuts.map((cut) => (cut[0] === "actes" && cut.length === 2 ? ["collectivites", cut[1]] : cut).join("/"));
}

/* A page of this site as a document, or nothing. (To parse a text would be to make markup of it: see politique.html.) */
function page(url) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.addEventListener("loadend", () => done(request.status === 200 ? request.response : null));
    request.send();
  });
}

async function showNearest() {
  const place = document.getElementById("proche");
  for (const address of above()) {
    const url = new URL(`${address}/`, home).href;
    const title = (await page(url))?.querySelector("meta[property='og:title']")?.content;
    if (title) {
      Object.assign(place.querySelector("a"), { href: url, textContent: title });
      place.hidden = false;
      return;
    }
  }
}

async function showResults(q) {
  const { results, notice } = await search({ q });
  const found = await described(results.slice(0, SHOWN));
  const place = document.getElementById("trouves");
  place.querySelector("ol").append(...found.map(item));
  const all = new URL("recherche/", home);
  all.searchParams.set("q", q);
  place.querySelector(":scope > p a").href = all.href;
  place.hidden = !found.length;
  document.getElementById("statut").textContent = `${found.length ? notice : ""}${counted(results.length)} pour «\u00a0${q}\u00a0».`;
}

function item(data) {
  const { title, facts } = named(data);
  return element("li", "", element("p", "actes__reperes", facts), element("p", "actes__objet", link(title, data.url)));
}

const q = words();
document.querySelector("#q-absente").value ||= q;
showNearest();
if (q) showResults(q).catch((error) => console.error(error)); // the field and the lists remain
