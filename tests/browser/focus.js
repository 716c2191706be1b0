/* Where the focus is (on the element `wanted`?), and why a reader would not see it there. Evaluated in the page after
   each stop of the Tab key. */
(wanted) => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
  const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const over = [...element.getClientRects()].flatMap(({ left, right, top, bottom }) =>
    [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]]
      .filter(([x, y]) => inside(x, y)).map(([x, y]) => document.elementFromPoint(x, y)));
  const faults = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || /, 0\)$/.test(outlineColor)) faults.push("sans contour");
  if (!box.width || !box.height || !over.length) faults.push("hors de vue");
  else if (!over.some((top) => element.contains(top) || top?.contains(element))) faults.push("recouvert");
  return { faults, rank: stops.indexOf(element), name: element.textContent.trim() || element.id, reached: element === wanted };
}
