// What several tests of browser modules begin with.

/** A question as pages carry it, with all that is not `given` left open. */
export const question = (given) => ({
  kind: "one",
  ask: "?",
  short: "?",
  answers: {},
  number: null,
  elapsed: null,
  bands: [],
  unsure: null,
  go: null,
  regions: [],
  ...given,
});
