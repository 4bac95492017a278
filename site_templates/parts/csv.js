const MARK = "\ufeff"; // by which spreadsheets know that the letters are UTF-8

/**
 * Rows as a CSV file that spreadsheets read rightly, and whose cells none takes for formulas.
 * @param {string[][]} rows
 * @returns {string}
 */
export function csv(rows) {
  return MARK + rows.map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** @param {string} text */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
