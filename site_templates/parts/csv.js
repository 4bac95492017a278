/**
 * Rows as a CSV file whose cells no spreadsheet takes for formulas.
 * @param {string[][]} rows
 * @returns {string}
 */
export function csv(rows) {
  return rows.map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** @param {string} text */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
