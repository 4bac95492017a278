// What was found where anybody may have put something: taken for what it is, never trusted.

/** @param {unknown} value @returns {Record<string, unknown>} an object; an empty one for the rest */
export function recordOf(value) {
  return isRecord(value) ? value : {};
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @param {number} [most] how long each may be
 * @returns {Record<string, string>} the texts an object holds, without empty ones
 */
export function textsOf(value, most = 2_000) {
  return Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([name, text]) =>
      typeof text === "string" && text !== "" ? [[name, text.slice(0, most)]] : [],
    ),
  );
}
