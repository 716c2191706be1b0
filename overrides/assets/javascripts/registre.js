/* What every page can do beside being read: nothing that a page needs. */
const field = document.querySelector("input[type=search]");
const form = field?.closest(".chercher"); // none on the search page, which shows its own results
const link = document.querySelector("a.entete__loupe");

/* ---- Results as one types: nothing of the search is loaded before the field is used ---- */

const COMBOBOX = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" };

function promiseResults() {
  for (const [name, value] of Object.entries(COMBOBOX)) field.setAttribute(name, value);
  field.addEventListener("focus", addResults, { once: true });
  if (field === document.activeElement) addResults();
}

async function addResults() {
  try {
    const { complete } = await import("./recherche-entete.js");
    await complete(form);
  } catch (error) {
    console.error(error);
    for (const name of Object.keys(COMBOBOX)) field.removeAttribute(name); // a plain field, which leads to the search page
  }
}

if (form) promiseResults();

/* ---- On a phone, a button that opens the field in place of the link to the search page ---- */

function openInPlace() {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: link.className });
  form.id = `${field.id}-formulaire`;
  button.setAttribute("aria-controls", form.id);
  button.setAttribute("aria-expanded", "false");
  button.append(...link.childNodes);
  button.addEventListener("click", () => {
    const opens = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", opens);
    if (opens) field.focus();
  });
  const focused = link === document.activeElement;
  link.replaceWith(button);
  if (focused) button.focus();
}

if (form && link) openInPlace();

/* ---- « / » leads to the field from anywhere but another field, unless the reader wants no such key (WCAG 2.2, 2.1.4;
        the help page has the box) ---- */

const REFUSED = "registre-sans-raccourci"; // in the browser's own storage, which may be closed to us
const box = document.querySelector("#sans-raccourci");
const hint = document.createElement("kbd");
let refused = false;

function tellKey() {
  hint.hidden = refused;
  field.title = refused ? "" : "Touche / pour venir à ce champ";
  if (refused) field.removeAttribute("aria-keyshortcuts");
  else field.setAttribute("aria-keyshortcuts", "/");
}

function offerRefusal() {
  box.closest("[hidden]").hidden = false;
  box.checked = refused;
  box.addEventListener("change", () => {
    refused = box.checked;
    tellKey();
    try {
      if (refused) localStorage.setItem(REFUSED, "1");
      else localStorage.removeItem(REFUSED);
    } catch {
      // The choice holds as long as this page.
    }
  });
}

if (field) {
  try {
    refused = localStorage.getItem(REFUSED) !== null;
  } catch {
    // Nothing has been kept.
  }
  Object.assign(hint, { className: "touche", textContent: "/" });
  hint.setAttribute("aria-hidden", "true");
  field.placeholder = " "; // what the style sheet knows an empty field by
  field.after(hint);
  tellKey();
  if (box) offerRefusal();
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (refused || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    field.focus();
    if (field !== document.activeElement) document.querySelector("button.entete__loupe").click();
  });
}

/* The state of conventions, printed for a day that is past; the page that shows them on any day. */
if (document.querySelector("[data-etats]")) import("./etats.js").then(({ correct }) => correct(document));
if (document.querySelector("#conventions-au")) import("./conventions-au.js");

/* The buttons of « Citer cet acte », asked for by the pages that have them. */
if (document.querySelector("[data-copier]")) import("./copier.js");
