/* The facets: which pages have which value, what a choice leaves of the results, how many each value would leave. */

const FILE = new URL("../../pagefind/facettes.json", import.meta.url);

/* The place of a result when the newest come first: after/search_index.py names pages so. */
export const rankOf = ({ id }) => Number.parseInt(id.slice(id.lastIndexOf("_") + 1), 16);

/* name → value → ranks of the pages that have it (Sets). */
export async function load() {
  const answer = await fetch(FILE, { cache: "no-cache" }); // that of the index, which no browser keeps either
  if (!answer.ok) throw new Error(`${FILE}\u00a0: ${answer.status}`);
  const facets = Object.entries(await answer.json());
  return new Map(facets.map(([name, values]) => [name, new Map(Object.entries(values).map(ranks))]));
}

/* Each rank is written as its distance from the one before. */
function ranks([value, steps]) {
  let rank = 0;
  return [value, new Set(steps.map((step) => (rank += step)))];
}

/* The results that have, of each facet chosen (name → values), one of the values. */
export function kept(results, chosen, facets) {
  const sets = Object.entries(chosen).map(([name, values]) => values.map((value) => facets.get(name)?.get(value)));
  return results.filter((result) => sets.every((any) => any.some((set) => set?.has(rankOf(result)))));
}

/* name → value → how many results it would leave: the choice made in a facet does not empty its other values. */
export function counts(results, chosen, facets) {
  const ranksLeft = (choice) => new Set(kept(results, choice, facets).map(rankOf));
  const all = ranksLeft(chosen);
  const found = {};
  for (const [name, values] of facets) {
    const { [name]: own, ...others } = chosen;
    const left = own ? ranksLeft(others) : all;
    const count = ([value, ranks]) => [value, [...ranks].filter((rank) => left.has(rank)).length];
    found[name] = Object.fromEntries([...values].map(count));
  }
  return found;
}
