// On the 404 page: put the words of the address that was asked for into the search field.
const field = document.querySelector("#q-absente");
const isDate = (part) => /^\d{4}(-\d{2}){0,2}$/.test(part);
const home = new URL(document.querySelector(".entete__nom").href).pathname;
const asked = location.pathname.startsWith(home) ? location.pathname.slice(home.length) : location.pathname;
const last = asked.split("/").filter((part) => part && !isDate(part)).slice(-2).join(" ");
if (field && !field.value) {
  try {
    field.value = decodeURIComponent(last).replace(/\.html?$/, "").replace(/[-_+]+/g, " ").trim();
  } catch {
    // A malformed escape in the address: leave the field empty.
  }
}
