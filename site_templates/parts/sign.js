import signs from "./signs.json" with { type: "json" };

const SVG = "http://www.w3.org/2000/svg";

/**
 * Draw a sign. It always stands beside a word, so it is hidden from those who listen.
 * @param {keyof typeof signs} name
 * @returns {SVGElement}
 */
export function sign(name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", "i");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", signs[name]);
  drawn.append(path);
  return drawn;
}
