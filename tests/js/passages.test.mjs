import assert from "node:assert/strict";
import { test } from "node:test";
import { meant } from "../../site_templates/reference/passages.js";

const sources = {
  ca1989: [
    "Children Act 1989",
    "",
    "s.1(1)",
    "s.2",
    "s.22(1)",
    "s.22C",
    "s.22C(8)",
    "sch.2 para.19B(4)",
  ],
  aca2002: ["Adoption and Children Act 2002", "", "s.1(2)", "s.22"],
  cppcr2010: ["Care Planning Regulations 2010", "", "r.2", "r.10(1)", "sch.2"],
  "sg-guidance": ["Special guardianship guidance", ""],
};
const places = Object.entries(sources).flatMap(([id, [called, ...passages]]) =>
  passages.map((passage) => ({ id: `${id} ${passage}`.trim(), name: `${id} ${called}`, passage })),
);

for (const [typed, led] of [
  ["Children Act 1989 s.22C", "ca1989 s.22C"],
  ["children act 1989 section 22c (8)", "ca1989 s.22C(8)"],
  ["ca1989 22C(8)", "ca1989 s.22C(8)"],
  ["CA 1989 s 22C", "ca1989 s.22C"],
  ["Children Act 1989", "ca1989"],
  ["Adoption and Children Act s.22", "aca2002 s.22"],
  ["Care Planning regulation 10", "cppcr2010 r.10(1)"],
  ["care planning schedule 2", "cppcr2010 sch.2"],
  ["ca1989 schedule 2 paragraph 19B", "ca1989 sch.2 para.19B(4)"],
  ["22C", "ca1989 s.22C"],
  ["special guardianship", "sg-guidance"],
  ["ca1989 s.999", undefined],
  ["Highways Act", undefined],
  ["", undefined],
])
  test(`"${typed}" leads to ${led ?? "nothing"}`, () =>
    assert.equal(meant(typed, places)?.id, led));
