/* A row of the table of conventions, as render/templates/conventions.html prints it; what is said is only ever set as
   text. */

import { dayElement, element, stateNodes } from "./etats.js";

const ROOT = new URL("../../", import.meta.url);
const link = (path, text) => Object.assign(element("a", "", text), { href: new URL(path, ROOT) });
const source = (...children) => element("span", "source", ...children);
const unknown = () => element("span", "absent", "non renseigné");

function end({ fin, finDit, finPossible, finPossibleDit }) {
  const nodes = fin ? [dayElement(fin), " ", source(`(${finDit})`)] : [element("span", "absent", finDit)];
  if (finPossible) nodes.push(" ", source("Au plus tard le ", dayElement(finPossible), ` ${finPossibleDit}.`));
  return nodes;
}

const CELLS = {
  collectivite: ({ collectivite, nom }) => [link(`collectivites/${collectivite}/`, nom)],
  type: ({ type, typeNom }) => [link(`conventions/${type}/`, typeNom)],
  partenaire: ({ partenaire, partenaireNom }) => [
    partenaire ? link(`partenaires/${partenaire}/`, partenaireNom) : unknown(),
  ],
  modele: ({ type, modele, modeleTitre }) => [
    modele ? link(`conventions/${type}/modeles/${modele}/`, modeleTitre) : unknown(),
  ],
  acte: ({ acte, numero, date, dateDite, decision, incomplet }) => [
    link(`actes/${acte}/`, `n°\u00a0${numero}`), " du ", dayElement(date), ...(dateDite ? [" ", source(`(${dateDite})`)] : []),
    " ", element("span", `${incomplet ? "etat etat--averifier" : "source"} conventions__decision`, decision),
  ],
  debut: ({ debut }) => [debut ? dayElement(debut) : unknown()],
  fin: end,
  etat: ({ etats }, jour) => [element("span", "etat-jour", ...stateNodes(etats, jour))],
};

/* `heads`: the cells of the head of the table, which say its columns. */
export function row(line, jour, heads) {
  const cells = heads.map(({ dataset, textContent }, rank) => {
    const cell = element(rank ? "td" : "th", "", ...CELLS[dataset.colonne](line, jour));
    if (!rank) cell.scope = "row";
    cell.dataset.titre = textContent;
    return cell;
  });
  return element("tr", "", ...cells);
}
