import assert from "node:assert/strict";
import { test } from "node:test";
import { meaningful, stemOf, wordsOf } from "../../site_templates/search/english.js";
import { Finder } from "../../site_templates/search/finder.js";

/** A script of rows, as Python writes it: places with a title, what they say and other names. */
const rows = (places, more = {}) => ({
  base: "",
  pages: places.map(({ page }) => [page, page, 0]),
  page: places.map((_, n) => n),
  anchor: places.map(({ anchor }) => anchor ?? ""),
  kinds: [["Rule", "text"]],
  kind: places.map(() => 0),
  title: places.map(({ title }) => title),
  says: places.map(({ says }) => says ?? ""),
  also: places.map(({ also }) => also ?? ""),
  cite: places.map(({ cite }) => cite ?? ""),
  force: places.map(() => ""),
  own: [],
  words: "",
  asked: "",
  asked_beside: {},
  names: [],
  ...more,
});
const found = (finder, typed) => finder.answer(typed).found.map(({ row }) => row.page);

test("words are read alike however they are written", () => {
  const alike = [
    ["reg24", "reg 24", "regulation 24", "Regulation 24"],
    ["s14a", "s.14A", "s 14A", "section 14A"],
    ["20 working days", "twenty working days"],
    ["26 weeks", "twenty-six weeks", "twenty six weeks"],
    ["2nd review", "second review"],
    ["6 weekly", "six-weekly"],
    ["child's", "child’s", "childs"],
  ];
  for (const [first, ...others] of alike)
    for (const other of others)
      assert.deepEqual(wordsOf(other).map(stemOf), wordsOf(first).map(stemOf), other);
  assert.deepEqual(wordsOf("step-parent"), ["step", "parent"]);
  assert.deepEqual(wordsOf("step-parent", true), ["step", "parent", "stepparent"]);
  assert.deepEqual(meaningful("who is the chair of it?"), ["chair"]);
  assert.deepEqual(meaningful("what is it?"), wordsOf("what is it?"));
});

test("rows that hold every word come first, and what is missing is told", () => {
  const finder = new Finder([
    rows([
      { page: "most", title: "Papers for the panel" },
      { page: "all", title: "Papers", says: "They go to the panel before the match." },
      { page: "none", title: "Something else" },
    ]),
  ]);
  const { found: answers } = finder.answer("papers panel match");
  assert.deepEqual(
    answers.map(({ row, lacks }) => [row.page, lacks]),
    [
      ["all", []],
      ["most", ["match"]],
    ],
  );
});

test("joined, parted and mistyped words find what was meant, and a slip is told", () => {
  const finder = new Finder([
    rows([
      { page: "book", title: "The life story book" },
      { page: "parent", title: "A step-parent" },
      { page: "guardian", title: "Guardianship" },
    ]),
  ]);
  assert.deepEqual(found(finder, "lifestory"), ["book"]);
  assert.deepEqual(found(finder, "stepparent"), ["parent"]);
  assert.equal(finder.answer("lifestory").slip, null);
  assert.deepEqual(found(finder, "gaurdianship"), ["guardian"]);
  assert.equal(finder.answer("gaurdianship").slip?.read, "guardianship");
  assert.equal(finder.answer("The first gaurdianship").slip?.read, "The first guardianship");
  assert.deepEqual(found(finder, "bok"), []); // a short word is never taken for a slip
});

test("a name of several words is one thing, by any of its names", () => {
  const finder = new Finder([
    rows(
      [
        { page: "order", title: "Special guardianship order" },
        { page: "other", title: "A special order for a guardian" },
      ],
      { names: [["Special guardianship order", "SGO"]] },
    ),
  ]);
  assert.equal(found(finder, "sgo")[0], "order");
});

test("words of danger, words of the past and what readers ask are told", () => {
  const signpost = {
    name: "Help",
    asked: ["want to die"],
    danger: true,
    text: "",
    see: "",
    help: [],
  };
  const past = { names: ["Residence order"], now: "New order", at: "words#new", since: "2014" };
  const finder = new Finder([
    rows(
      [
        { page: "a", title: "A thing" },
        { page: "b", title: "Another" },
      ],
      {
        signposts: [signpost],
        past: [past],
        asked: "custodi (",
      },
    ),
  ]);
  assert.deepEqual(finder.answer("i want to die").signposts, [signpost]);
  assert.deepEqual(finder.answer("die").signposts, []);
  assert.equal(finder.answer("residence orders").past, past);
  assert.deepEqual(found(finder, "custody"), ["a"]);
});

test("a view's rows stand in the place of the national ones", () => {
  const national = rows([
    { page: "minutes", anchor: "when", title: "Minutes", says: "No number." },
    { page: "gone", title: "Minutes elsewhere" },
  ]);
  const view = rows([{ page: "minutes", anchor: "when", title: "Minutes", says: "7 days." }], {
    base: "local/here/",
    gone: ["gone"],
    own: [0],
  });
  const { found: answers } = new Finder([national, view]).answer("minutes");
  assert.deepEqual(
    answers.map(({ row }) => [row.base, row.says, row.own]),
    [["local/here/", "7 days.", true]],
  );
});
