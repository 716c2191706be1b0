/* What every page can do beside being read: nothing that a page needs. */
const search = document.querySelector("#q-entete");

/* « / » leads to the search field from anywhere but another field. */
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !search) return;
  event.preventDefault();
  search.focus();
});

/* The buttons of « Citer cet acte », asked for by the pages that have them. */
if (document.querySelector("[data-copier]")) import("./copier.js");
