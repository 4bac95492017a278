// Keeping things on the reader's device: only when asked, forgotten after 30 days, and never a
// reason for a page to fail. Storage may be missing, full, refused, spoiled, or changed by another
// tab at any moment; every call says whether it worked.

export const DAYS = 30;

/**
 * @param {string} prefix
 * @returns {string[]} the names under a prefix; none where storage cannot be read
 */
export function names(prefix) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** @param {string} name @returns {string | null} */
export function get(name) {
  try {
    const text = localStorage.getItem(name);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {boolean} whether it was kept: it is read back to be sure
 */
export function put(name, text) {
  try {
    localStorage.setItem(name, text);
    return localStorage.getItem(name) === text;
  } catch {
    return false;
  }
}

/** @param {string[]} gone @returns {boolean} whether they are gone */
export function remove(gone) {
  try {
    for (const name of gone) localStorage.removeItem(name);
    return gone.every((name) => localStorage.getItem(name) === null);
  } catch {
    return gone.length === 0;
  }
}
