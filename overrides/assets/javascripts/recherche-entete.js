/* Results below a search field, as one types: an editable combobox whose options are links (ARIA 1.2, APG « Combobox »).
   The form still leads to the search page. */

import { open, search } from "./recherche-moteur.js";
import { suggestion } from "./recherche-mots.js";
import { SLOW, WAITING, counted, described, element, excerptNodes, named, passage } from "./recherche-resultat.js";

const SHOWN = 6; // results
const PAUSE = 250; // milliseconds without a key, before the question is asked
const LEAST = 2; // characters of a question
const LEAD = 28; // characters of a passage before the first word found
const PASSAGE = 76; // characters of a passage
const FAILED = "Les résultats ne peuvent pas s’afficher ici. La touche Entrée mène à la page de recherche.";

/* Adds the results to a form of class « chercher ». */
export async function complete(form) {
  await styled();
  return new Completion(form);
}

/* The style sheet, or the time to learn that it will not come. */
function styled() {
  const sheet = document.createElement("link");
  const href = new URL("../stylesheets/recherche-entete.css", import.meta.url).href;
  return new Promise((done) => {
    Object.assign(sheet, { rel: "stylesheet", href, onload: done, onerror: done });
    document.head.append(sheet);
  });
}

/* A few words around the first that was found, of the nodes of an excerpt; none where no word was. */
function around([before, ...found]) {
  if (!found.length) return [];
  const lead = before.length > LEAD ? `… ${before.slice(-LEAD).replace(/^\S*\s/u, "")}` : before;
  const kept = [lead];
  let room = PASSAGE - lead.length;
  for (const node of found) {
    const text = node.textContent ?? node;
    if (text.length > room && kept.length > 1) {
      return [...kept, `${text === node ? text.slice(0, room).replace(/\s+\S*$/u, "") : ""} …`];
    }
    kept.push(node);
    room -= text.length;
  }
  return kept;
}

function option(href, className, ...children) {
  const made = element("a", `chercher__option ${className}`, ...children);
  Object.assign(made, { href, tabIndex: -1 });
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  return made;
}

function result(data) {
  const { title, facts } = named(data);
  const words = around(excerptNodes(passage(data).excerpt));
  const parts = [element("span", "chercher__objet", title), element("span", "chercher__faits", facts)];
  if (words.length) parts.push(element("span", "chercher__extrait", ...words));
  return option(data.url, "", ...parts);
}

const shortcut = ({ label, kind, url }) =>
  option(url, "", element("span", "chercher__objet", label), element("span", "chercher__faits", kind));

class Completion {
  #form;
  #field;
  #button; // opens the form, on a phone
  #panel;
  #status = element("p", "chercher__statut");
  #list = element("div", "chercher__liste");
  #chosen = -1; // rank of an option
  #run = 0; // the answer of an older one is dropped
  #pause;

  constructor(form) {
    this.#form = form;
    this.#field = form.elements.q;
    this.#button = document.querySelector(`button[aria-controls="${form.id}"]`);
    this.#panel = element("div", "chercher__panneau invisible", this.#status, this.#list);
    this.#status.setAttribute("role", "status");
    this.#list.id = `${this.#field.id}-liste`;
    this.#list.hidden = true;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Résultats");
    this.#field.setAttribute("aria-controls", this.#list.id);
    this.#field.parentElement.append(this.#panel);
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#pressed(event));
    form.addEventListener("submit", () => this.#close());
    form.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && this.#leave(relatedTarget));
    document.addEventListener("pointerup", ({ target }) => this.#leave(target));
    this.#list.addEventListener("click", () => this.#close()); // a link to this very page
    this.#leave(document.activeElement); // already, it may be
    if (this.#field.value && this.#field === document.activeElement) this.#typed();
  }

  /* ---- The question ---- */

  #typed() {
    const q = this.#field.value.trim();
    const run = ++this.#run;
    clearTimeout(this.#pause);
    this.#choose(-1);
    if (q) open().catch(() => {}); // ahead of the question, which will tell
    if (q.length < LEAST) this.#close();
    else this.#pause = setTimeout(() => this.#ask(q, run), PAUSE);
  }

  async #ask(q, run) {
    const wait = setTimeout(() => run === this.#run && this.#say(WAITING), SLOW);
    try {
      const { results, notice, unknown, shortcuts } = await search({ q });
      const first = await described(results.slice(0, SHOWN));
      const better = unknown.length ? await suggestion(q, unknown) : "";
      if (run === this.#run) this.#show({ q, first, count: results.length, notice, better, shortcuts });
    } catch (error) {
      console.error(error);
      if (run === this.#run) this.#fail();
    } finally {
      clearTimeout(wait);
    }
  }

  /* ---- What is shown ---- */

  #show({ q, first, count, notice, better, shortcuts }) {
    const number = count.toLocaleString("fr");
    const end = count ? `Tous les résultats pour «\u00a0${q}\u00a0» (${number})` : "Ouvrir la page de recherche";
    const options = [...first.map(result), ...shortcuts.map(shortcut), this.#question(q, end)];
    if (better) options.unshift(this.#question(better, `Vouliez-vous dire «\u00a0${better}\u00a0»\u00a0?`));
    for (const [rank, one] of options.entries()) one.id = `${this.#list.id}-${rank}`;
    this.#list.replaceChildren(...options);
    this.#list.hidden = false;
    this.#field.setAttribute("aria-expanded", "true");
    this.#choose(-1);
    const some = count > SHOWN ? `${SHOWN} premiers résultats sur ${number}` : counted(count);
    const pages = shortcuts.length ? `, ${shortcuts.length} page${shortcuts.length > 1 ? "s" : ""} du registre` : "";
    this.#say(count ? `${notice}${some}${pages}.` : `${some} pour «\u00a0${q}\u00a0»${pages}.`);
  }

  /* An option that leads to the search page. */
  #question(q, label) {
    const address = new URL(this.#form.action);
    address.searchParams.set("q", q);
    return option(address.href, "chercher__option--tous", label);
  }

  #say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#panel.classList.toggle("invisible", !text);
  }

  #fail() {
    this.#close();
    this.#say(FAILED);
  }

  #close() {
    this.#run += 1;
    clearTimeout(this.#pause);
    this.#choose(-1);
    this.#say("");
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#field.setAttribute("aria-expanded", "false");
  }

  #leave(target) {
    if (this.#form.contains(target) || this.#button?.contains(target)) return;
    this.#close();
    this.#button?.setAttribute("aria-expanded", "false");
  }

  /* ---- The keyboard ---- */

  #pressed(event) {
    if (event.key === "Tab") this.#close();
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") this.#move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Escape") this.#escape();
    else if (key === "Enter" && this.#chosen >= 0) this.#list.children[this.#chosen].click();
    else return;
    event.preventDefault();
  }

  /* From the field to the first option, and from the last one to the field. */
  #move(step) {
    const count = this.#list.children.length;
    if (count) this.#choose(((this.#chosen + 1 + step + count + 1) % (count + 1)) - 1);
    else this.#typed();
  }

  #choose(rank) {
    this.#list.children[this.#chosen]?.setAttribute("aria-selected", "false");
    this.#chosen = rank;
    const chosen = this.#list.children[rank];
    if (!chosen) return this.#field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", chosen.id);
  }

  /* Closes the results, then empties the field, then closes the form where a button opens it. */
  #escape() {
    const { value } = this.#field;
    const shown = this.#status.textContent;
    this.#close();
    if (shown) return;
    if (value) this.#field.value = "";
    else if (this.#button?.getClientRects().length) {
      this.#button.setAttribute("aria-expanded", "false");
      this.#button.focus();
    }
  }
}
