// Browser code has no sentences of its own: they stand in site_templates/words/, a file a language.
// Each of them is said by some module, and what says it fills its blanks.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { counted, fill } from "../../site_templates/parts/fill.js";
import words from "../../site_templates/words/en.json" with { type: "json" };

const ROOT = new URL("../../site_templates/", import.meta.url);
/** The code of every module, without comments, its templates as strings put together. */
const modules = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".js") && !name.includes("built"))
  .map((name) => {
    const text = readFileSync(new URL(name, ROOT), "utf8");
    const supported = { "template-literal": false };
    return { name, code: transformSync(text, { charset: "utf8", supported }).code };
  });

/** Code whose strings are for nobody to read. */
const UNREAD = [
  /\bclass: [^,}]*|setAttribute\("class", .*/g,
  /\b(?:querySelector|querySelectorAll|matches|closest)\([^)]*/g,
  /\b(?:d|transform): .*|^ {2}\w+: "M[^a-z]*[^"]*"/gm, // shapes
  /throw new Refused\([^;]*/g, // the reasoner refuses what no page offers
];
const EXCEPTIONS = new Map([
  ["permanence-pathways checklist", "the kind of a saved file, which earlier versions read"],
  ["working day", "a unit of the content"],
  ["business day", "a unit of the content"],
  ["count last", "two classes of a cell"],
  ["lb ", "a class of a label"],
  ["Shift", "a key, as the browser names it"],
  ["Enter", "a key, as the browser names it"],
  ["Escape", "a key, as the browser names it"],
]);

/** @param {string} code @returns {string[]} */
function strings(code) {
  const read = UNREAD.reduce((rest, pattern) => rest.replace(pattern, ""), code);
  return [...read.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g)].map(
    ([, one, other]) => one ?? other ?? "",
  );
}

/** Whether a string has a word beside a space or begins with a capital, and is not all capitals. */
const isSaid = (/** @type {string} */ text) =>
  /\p{L}{2}.* | .*\p{L}{2}|^\p{Lu}/u.test(text) && text !== text.toUpperCase();

test("no sentence stands in a module", () => {
  const said = modules.flatMap(({ name, code }) =>
    strings(code)
      .filter((text) => isSaid(text) && !EXCEPTIONS.has(text))
      .map((text) => `${name}: ${text}`),
  );
  assert.deepEqual(said, []);
});

/** Calls that put what they are given before readers, and how many of their arguments are names. */
const SHOWING = new Map([
  ["make", 2],
  ["append", 0],
  ["prepend", 0],
  ["replaceWith", 0],
  ["replaceChildren", 0],
  ["before", 0],
  ["after", 0],
]);
const TOLD = `title|placeholder|alt|"aria-label"|textContent|innerText|ariaLabel`;

/** @param {string} code @returns {string[]} the words it shows by itself, single small ones too */
function shown(code) {
  const calls = [...code.matchAll(/(?<![\w$])(\w+)\(/g)].flatMap(({ 0: call, 1: name, index }) => {
    const names = SHOWING.get(name ?? "");
    return names === undefined ? [] : pieces(within(code, index + call.length - 1)).slice(names);
  });
  const told = new RegExp(`(?:\\b|(?="))(?:${TOLD})(?: \\+?= |: |, )`, "g");
  const given = [...code.matchAll(told)].map(
    ({ 0: name, index }) =>
      pieces(code.slice(index + name.length).split(/[;\n]/)[0] ?? "")[0] ?? "",
  );
  return [...calls, ...given].flatMap((piece) =>
    strings(piece.replace(/[!=]== "[^"]*"/g, "")).filter((text) => /\p{L}{2}/u.test(text)),
  );
}

/** @param {string} text @returns {string[]} what stands between its commas, without what is in brackets */
function pieces(text) {
  const found = [""];
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[\s\S]/g)) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (sign === "," && depth === 0) found.push("");
    else if (depth === 0) found.push(`${found.pop()}${sign}`);
  }
  return found;
}

test("no module shows a word of its own", () => {
  assert.deepEqual(
    modules.flatMap(({ name, code }) => shown(code).map((text) => `${name}: ${text}`)),
    [],
  );
});

test("a word of a module's own would be seen", () => {
  const seen = {
    'make("p", {}, "overdue");': ["overdue"],
    'make("p", { class: "late" }, a ? "yes" : "no", make("b", {}, " or "));': ["yes", "no", " or "],
    'node.textContent = "late";': ["late"],
    'box.append("or", make("span"));': ["or"],
    'box.replaceChildren(count + " items");': [" items"],
    'make("a", { title: "more", href: "x" });': ["more"],
    'make("a", { "aria-label": late ? "late" : said.soon });': ["late"],
    'node.setAttribute("aria-label", "more");': ["more"],
    'make("tr", { hidden: true, id }, kind === "fact" ? "" : said.kind);': [],
    'list.push("one"); make("td", { class: "count last" }, fill(said.of, { title: it }));': [],
  };
  for (const [code, words] of Object.entries(seen)) assert.deepEqual(shown(code), words, code);
});

/** Every sentence, or list of them, that the browser is sent, by its path: words.dates.wipe. */
const forms = new Map(leaves("words", words));

/** @param {string} path @param {unknown} value @returns {[string, string | string[]][]} */
function leaves(path, value) {
  return typeof value === "string" || Array.isArray(value)
    ? [[path, value]]
    : Object.entries(value).flatMap(([key, inner]) =>
        key === "page" ? [] : leaves(`${path}.${key}`, inner),
      );
}

/** @param {string} code @returns {string} the same with each name that stands for a path written out */
function writtenOut(code) {
  const naming = /^ *const (\w+|\{ [\w, ]+ \}) = (words(?:\.\w+)*);$/gm;
  return [...code.matchAll(naming)].reduce(
    (rest, [, names = "", path = ""]) => {
      const each = names.startsWith("{") ? names.match(/\w+/g) : null;
      return (each ?? [names]).reduce(
        (text, name) =>
          text.replace(
            new RegExp(`(?<![.\\w"])${name}\\b(?!:)`, "g"),
            each ? `${path}.${name}` : path,
          ),
        rest,
      );
    },
    code.replace(naming, ""),
  );
}

/** @param {string} code @returns {string[]} the sentences it says: by name, or all of a group */
function saidBy(code) {
  const paths = code.match(/(?<![.\w])words(?:\.\w+)+/g) ?? [];
  return paths.flatMap((path) =>
    [...forms.keys()].filter(
      (form) => `${path}.`.startsWith(`${form}.`) || form.startsWith(`${path}.`),
    ),
  );
}

test("every sentence is said by a module", () => {
  const said = new Set(modules.flatMap(({ code }) => saidBy(writtenOut(code))));
  assert.deepEqual(
    [...forms.keys()].filter((form) => !said.has(form)),
    [],
  );
});

/** @param {string} code @param {number} at where a bracket opens @returns {string} what it holds */
function within(code, at) {
  let end = at;
  for (let depth = 1; depth; ) {
    end += 1;
    depth += { "(": 1, ")": -1 }[code[end] ?? ")"] ?? 0;
  }
  return code.slice(at + 1, end);
}

/** @param {string} code @returns {string[]} the blanks of sentences said there that nothing is given for */
function leftOpen(code) {
  return [...code.matchAll(/\b(?:fill|counted)\(/g)].flatMap(({ 0: call, index }) => {
    const given = within(code, index + call.length - 1);
    const names = call === "counted(" ? `${given} count` : given;
    return saidBy(given.split(",")[0] ?? "").flatMap((form) =>
      [...String(forms.get(form)).matchAll(/\{(\w+)\}/g)]
        .filter(([, blank]) => !new RegExp(`[\\s{,]${blank}\\b`).test(names))
        .map(([blank]) => `${form}: ${blank}`),
    );
  });
}

test("every blank is filled where a sentence is said", () => {
  assert.deepEqual(
    modules.flatMap(({ code }) => leftOpen(writtenOut(code))),
    [],
  );
});

test("a form is filled in, for one and for several; what is not given is seen", () => {
  assert.equal(fill("{day}, {day} and {other}", { day: "today" }), "today, today and {other}");
  assert.equal(fill("{what}", { what: "{day} $&", day: "no" }), "{day} $&");
  const days = { one: "{count} day of {all}", many: "{count} days of {all}" };
  assert.deepEqual(
    [0, 1, 2].map((count) => counted(days, count, { all: 9 })),
    ["0 days of 9", "1 day of 9", "2 days of 9"],
  );
});
