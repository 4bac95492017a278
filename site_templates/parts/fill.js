/**
 * A sentence form with its blanks filled in: `{day}` by what is given as `day`.
 * @param {string} form
 * @param {Record<string, string | number>} blanks
 * @returns {string} a blank that nothing is given for stays as it is, and is seen
 */
export function fill(form, blanks) {
  return form.replace(/\{(\w+)\}/g, (blank, name) => String(blanks[name] ?? blank));
}

/**
 * The form for one or the form for several, its blanks filled in, among them `{count}`.
 * @param {{ one: string, many: string }} forms
 * @param {number} count
 * @param {Record<string, string | number>} [blanks]
 * @returns {string}
 */
export function counted(forms, count, blanks = {}) {
  return fill(count === 1 ? forms.one : forms.many, { ...blanks, count });
}
