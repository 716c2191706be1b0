/* « Citer cet acte »: buttons that copy the citation or the address; without them, both are there to be selected. */
const block = document.querySelector("[data-copier]");
const status = block.querySelector("[role=status]");
const citation = document.querySelector(".citation");
const link = citation.querySelector("a");
// What is printed when the site knows its address; else that of the page, wherever it is served.
const address = link.textContent.startsWith("http") ? link.textContent : link.href;

const parts = {
  citation: { text: citation.textContent.replace(link.textContent, () => address), node: citation },
  adresse: { text: address, node: link },
};

block.hidden = false;
block.addEventListener("click", async ({ target }) => {
  const part = parts[target.dataset?.copie];
  if (!part) return;
  status.textContent = ""; // so that the same words are announced again
  try {
    await navigator.clipboard.writeText(part.text);
    status.textContent = part.node === link ? "Adresse copiée." : "Citation copiée.";
  } catch {
    getSelection().selectAllChildren(part.node);
    status.textContent = "Le navigateur n’a pas permis la copie\u00a0: le texte est sélectionné, il reste à le copier.";
  }
});
