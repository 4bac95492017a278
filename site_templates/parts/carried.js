// What elements of a page carry as JSON.

/** @import { Attributes, Scripts } from "../assets/data.js" */

/**
 * @template {keyof Scripts} Name
 * @param {Element} element
 * @param {Name} name
 * @returns {Scripts[Name] | null} what a script inside carries; null where there is none
 */
export function inScript(element, name) {
  const text = element.querySelector(`script[data-${name}]`)?.textContent;
  return text ? JSON.parse(text) : null;
}

/**
 * @template {keyof Attributes} Name
 * @param {HTMLElement} element
 * @param {Name} name
 * @returns {Attributes[Name] | null} what an attribute carries; null where there is none
 */
export function inAttribute(element, name) {
  const text = element.dataset[name];
  return text ? JSON.parse(text) : null;
}

/**
 * @template {keyof Attributes} Name
 * @param {Element} element
 * @param {Name} name
 * @param {Attributes[Name]} value
 */
export function hand(element, name, value) {
  element.setAttribute(`data-${name}`, JSON.stringify(value));
}
