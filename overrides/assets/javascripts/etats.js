/* The state of a convention on a day: pages print that of their own day (render/templates/conventions.html), which is
   corrected here to today. Days are « 2026-11-22 », and compared so. */

const format = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const two = (number) => String(number).padStart(2, "0");
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/* The day of the reader's clock, where the reader is. */
export const isoDay = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/* « 1er février 2026 », with no-break spaces. */
export function dayWords(day) {
  const words = format.format(new Date(`${day}T00:00:00Z`));
  return words.replace(/^1(er)?\s/u, "1er ").replace(/\s/gu, "\u00a0");
}

export const dayElement = (day) => Object.assign(element("time", "", dayWords(day)), { dateTime: day });

/* Of states [first day (empty: since ever), name, words, shape, reason], that of a day: the last one begun. */
export const stateOn = (steps, day) => steps.slice(1).findLast(([since]) => since && since <= day) ?? steps[0];

/* What a page says of it. */
export function stateNodes(steps, day) {
  const [, , words, shape, reason] = stateOn(steps, day);
  const nodes = [element("span", `etat etat--${shape}`, capital(words)), " "];
  nodes.push(element("span", "source", "au ", dayElement(day)));
  if (reason) nodes.push(" ", element("span", "etat-jour__motif", reason));
  return nodes;
}

/* Every state below `root`, and every day that says of when they are, told for today; a clock that is behind the page
   is wrong, and changes nothing. */
export function correct(root, today = isoDay(new Date())) {
  const isLate = (printed) => printed && today > printed.dateTime;
  for (const state of root.querySelectorAll("[data-etats]")) {
    if (!isLate(state.querySelector("time"))) continue;
    state.replaceChildren(...stateNodes(JSON.parse(state.dataset.etats), today));
  }
  for (const time of root.querySelectorAll("[data-au-jour] time")) {
    if (isLate(time)) time.replaceWith(dayElement(today));
  }
}
