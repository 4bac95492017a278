import assert from "node:assert/strict";
import { test } from "node:test";
import { isSamePage, leadsTo, placeOf } from "../../site_templates/authorities/own-pages.js";

for (const root of ["https://x.test/", "https://x.test/deep/", "file:///any/folder/"]) {
  const at = (path) => new URL(path, root);
  const own = ["dates/planning.html", "index.html"];

  test(`a page below ${root} is placed in its view`, () => {
    const cases = [
      ["", null, "index.html"],
      ["dates/", null, "dates/index.html"],
      ["dates/planning.html?view=dudley#a", null, "dates/planning.html"],
      ["local/dudley/", "dudley", "index.html"],
      ["local/dudley/dates/planning.html", "dudley", "dates/planning.html"],
    ];
    for (const [path, authority, page] of cases)
      assert.deepEqual(placeOf(at(path), new URL(root)), { authority, page });
    assert.equal(placeOf(new URL("https://elsewhere.test/local/dudley/"), new URL(root)), null);
  });

  test(`a link below ${root} leads to the view's own page, or nationally and back`, () => {
    const cases = [
      ["dates/planning.html#a", "local/dudley/dates/planning.html#a"],
      ["dates/first.html#a", "dates/first.html?view=dudley#a"],
      ["", "local/dudley/index.html"],
      ["local/coventry/dates/planning.html", "local/coventry/dates/planning.html"],
      ["assets/charts/a.svg", "assets/charts/a.svg"],
    ];
    for (const [path, led] of cases)
      assert.equal(leadsTo(at(path), new URL(root), "dudley", own), at(led).href);
    const elsewhere = "https://elsewhere.test/dates/planning.html";
    assert.equal(leadsTo(new URL(elsewhere), new URL(root), "dudley", own), elsewhere);
    assert.equal(
      leadsTo(new URL("mailto:a@x.test"), new URL(root), "dudley", own),
      "mailto:a@x.test",
    );
  });

  test(`what was typed below ${root} goes to the same page of another view alone`, () => {
    const cases = [
      ["dates/planning.html", "local/dudley/dates/planning.html", true],
      ["local/dudley/dates/planning.html#a", "dates/planning.html?view=dudley", true],
      ["dates/", "local/dudley/dates/index.html", true],
      ["dates/planning.html", "dates/planning.html#b", false],
      ["dates/planning.html", "authorities/index.html?from=dates/planning.html", true],
      ["authorities/index.html?from=dates/planning.html", "local/dudley/dates/planning.html", true],
      ["authorities/index.html?from=dates/planning.html", "dates/planning.html?view=a", true],
      ["authorities/index.html?from=../dates/planning.html", "dates/planning.html", false],
      ["authorities/index.html?from=javascript:0", "javascript:0", false],
      ["authorities/index.html?from=dates/planning.html", "dates/first.html?view=a", false],
      ["dates/planning.html", "local/dudley/dates/first.html", false],
      ["dates/planning.html", "https://elsewhere.test/dates/planning.html", false],
      ["dates/planning.html", "mailto:a@x.test", false],
    ];
    for (const [here, there, same] of cases)
      assert.equal(isSamePage(at(here), at(there), new URL(root)), same, there);
  });
}
