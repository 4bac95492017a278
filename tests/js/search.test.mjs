import assert from "node:assert/strict";
import { test } from "node:test";
import { meaningful, stemOf, wordsOf } from "../../site_templates/search/english.js";
import { Finder, partsOf } from "../../site_templates/search/finder.js";

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
    ["reg24", "reg 24", "regulation 24", "Regulation 24", "regulation24"],
    ["s14a", "s.14A", "s 14A", "section 14A", "section14a"],
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
  assert.equal(finder.answer("lifestory").slip, "");
  assert.deepEqual(found(finder, "gaurdianship"), ["guardian"]);
  assert.equal(finder.answer("gaurdianship").looked, "guardianship");
  assert.equal(finder.answer("The first gaurdianship").looked, "The first guardianship");
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

test("of words that lie near, the one that goes with the others was meant", () => {
  const finder = new Finder([
    rows([
      { page: "letter", title: "Letter for later life" },
      { page: "stay", title: "A place to stay", says: "Where to stay and what to lay by." },
      { page: "work", title: "Life story work" },
    ]),
  ]);
  const read = (typed) => finder.answer(typed).looked;
  assert.equal(read("later life leter"), "later life letter");
  assert.equal(read("life sotry work"), "life story work");
});

test("a slip is put right in a word that only running text has, and said as it is written", () => {
  const finder = new Finder([rows([{ page: "page", title: "Orders" }], { words: "timescal (" })]);
  const { slip, looked, found: answers } = finder.answer("order timecsales");
  assert.equal(slip, "timecsales");
  assert.equal(looked, "order timescales");
  assert.deepEqual(answers[0]?.lacks, []);
});

test("a word of the past is looked for as today's, its own entry first; as typed where that is asked for", () => {
  const past = { names: ["Residence order"], now: "Child order", at: "words#child", since: "" };
  const finder = new Finder([
    rows(
      [
        { page: "child", title: "Child order" },
        { page: "old", title: "Residence order" },
      ],
      {
        past: [past],
      },
    ),
  ]);
  assert.deepEqual(found(finder, "residence order"), ["old", "child"]);
  const { looked, found: answers } = finder.answer("residence order", false, false);
  assert.equal(looked, "residence order");
  assert.deepEqual(
    answers.filter(({ lacks }) => !lacks.length).map(({ row }) => row.page),
    ["old"],
  );
});

test("a word that is rightly written is never taken for one of danger", () => {
  const danger = {
    name: "Danger",
    asked: ["raped", "abused"],
    danger: true,
    text: "",
    see: "",
    help: [],
  };
  const finder = new Finder([rows([{ page: "review", title: "Review" }], { signposts: [danger] })]);
  for (const typed of ["rapid review", "amused", "raced", "he was accused"])
    assert.deepEqual(finder.answer(typed).signposts, [], typed);
  for (const typed of ["rapde", "abusde", "abusd"])
    assert.equal(finder.answer(typed).signposts.length, 1, typed);
});

test("an authority's own come first, but not before a duty that answers as well", () => {
  const own = rows([{ page: "here", title: "Care plan and review", says: "Care plan here" }]);
  const finder = (force) =>
    new Finder([
      rows([{ page: "law", title: "Care plan" }], { force: [force] }),
      { ...own, base: "local/x/", own: [0] },
    ]);
  const first = (force) => partsOf(finder(force).answer("care plan").found)[0]?.name;
  assert.equal(first("must"), "whole");
  assert.equal(first("fact"), "own");
});

test("an authority's own rows hold its name, and others only where it stands", () => {
  const views = [
    { name: "Northtown", base: "local/northtown/" },
    { name: "Southtown", base: "local/southtown/" },
  ];
  const national = rows([{ page: "panel", title: "A panel of the national site" }], { views });
  const own = rows([{ page: "panels", title: "Which panel meets here" }], {
    base: "local/northtown/",
    own: [0],
  });
  const { found: answers } = new Finder([national, own]).answer("Northtown panel");
  assert.deepEqual(
    answers.map(({ row, lacks }) => [row.page, lacks]),
    [
      ["panels", []],
      ["panel", ["northtown"]],
    ],
  );
  const [first] = new Finder([national, own]).answer("Southtown panel").found;
  assert.deepEqual(first?.lacks, ["southtown"]);
});

test("a word that means the same counts whole, and not as the beginning of another", () => {
  const finder = new Finder([
    rows(
      [
        { page: "same", title: "The aim of it" },
        { page: "other", title: "What aiming high does" },
        { page: "begins", title: "Aimless" },
      ],
      { names: [["purpose", "aim"]] },
    ),
  ]);
  assert.deepEqual(found(finder, "purpose").sort(), ["other", "same"]);
  assert.deepEqual(found(finder, "aim").sort(), ["begins", "other", "same"]);
});

test("a word comes first where somebody asks what something is", () => {
  const finder = new Finder([
    rows(
      [
        { page: "after", title: "Review decisions" },
        { page: "word", title: "Looked-after review" },
        { page: "once", title: "Reviews, and what comes of them" },
      ],
      {
        kinds: [
          ["Rule", "text"],
          ["Word", "word"],
        ],
        kind: [0, 1, 0],
      },
    ),
  ]);
  assert.equal(found(finder, "what is a review")[0], "word");
  assert.equal(found(finder, "what is a looked after review?")[0], "word");
  assert.equal(found(finder, "review decisions")[0], "after");
});
