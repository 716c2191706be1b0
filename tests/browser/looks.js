/* What a reader would trip over in the page as it is shown now: French sentences, none when all is well.
   Evaluated in the page by test_walks.py, whatever the size of the text, the colours or the scripts. */
() => {
  const found = new Set();
  const all = [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const name = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} « ${e.textContent.trim().slice(0, 40)} »`;
  const style = (e) => getComputedStyle(e);

  /* ---- Text: whole, nothing over it, nothing out of sight ---- */

  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.add(`la page défile de côté, de ${wide} px`);

  /* For screen readers only, or until it has the focus. */
  const hidden = (e) => e && (style(e).clipPath === "inset(50%)" || hidden(e.parentElement));

  /* Whether a part of a text is neither drawn nor to be scrolled to in a box of its own. */
  function cut(element, box) {
    for (let e = element; e !== document.documentElement; e = e.parentElement) {
      const { overflowX } = style(e);
      if (/auto|scroll/.test(overflowX)) return false;
      const edge = e.getBoundingClientRect();
      const out = box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
      if (/hidden|clip/.test(overflowX) && out) return true;
    }
    return box.left < -1 || box.right > innerWidth + 1;
  }

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts, parent = text.parentElement;
    if (!text.data.trim() || !all.includes(parent) || hidden(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (cut(parent, box)) found.add(`texte coupé : ${name(parent)}`);
      const slack = box.height / 4; // letters are lower than their line
      if (box.width > 2 && !parent.closest("math")) lines.push({ parent, left: box.left + 1, right: box.right - 1, top: box.top + slack, bottom: box.bottom - slack });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, rank) => {
    for (let next = rank + 1; lines[next]?.top < line.bottom; next++) {
      const other = lines[next];
      if (other.left < line.right && line.left < other.right) found.add(`textes superposés : ${name(line.parent)} et ${name(other.parent)}`);
    }
  });

  /* ---- Motion ---- */

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    if (document.getAnimations().length) found.add("une animation est en cours");
    for (const e of [document.documentElement, ...all]) {
      const { animationName, transitionDuration, scrollBehavior } = style(e);
      if (animationName !== "none" || !/^0s(, 0s)*$/.test(transitionDuration)) found.add(`un mouvement est prévu : ${name(e)}`);
      if (scrollBehavior === "smooth") found.add(`défilement animé : ${name(e)}`);
    }
  }

  /* ---- Forced colours: what is drawn is still seen against the canvas ---- */

  const channels = (colour) => (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const opaque = (colour) => colour !== "none" && (channels(colour)[3] ?? 1) > 0;
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrasts = (a, b) => opaque(a) && Math.max(light(a), light(b)) / Math.min(light(a), light(b)) >= 3;
  const edged = (e, paper) => parseFloat(style(e).borderTopWidth) >= 1 && contrasts(style(e).borderTopColor, paper);

  if (matchMedia("(forced-colors: active)").matches) {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.backgroundColor = "Canvas";
    const paper = style(probe).backgroundColor;
    probe.remove();
    for (const e of all.filter((e) => e.matches("button, a.bouton, input, select, .etat, .bandeau"))) {
      if (style(e).appearance === "none" || e.matches("a, p, span, div, section")) if (!edged(e, paper)) found.add(`sans bord : ${name(e)}`);
    }
    for (const e of all.filter((e) => e.matches(".etat, .bandeau, .resultat"))) {
      if (!e.textContent.trim()) found.add(`un état sans mot : ${name(e)}`);
    }
    for (const drawing of all.filter((e) => e.matches("svg"))) {
      const drawn = [...drawing.querySelectorAll("path, rect, circle, line, polyline, text")];
      const seen = drawn.some((shape) => contrasts(style(shape).fill, paper) || contrasts(style(shape).stroke, paper));
      if (!seen && !edged(drawing, paper)) found.add(`dessin qui ne se voit plus : ${name(drawing.parentElement)}`);
    }
  }
  return [...found];
}
