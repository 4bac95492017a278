import assert from "node:assert/strict";
import { test } from "node:test";

const OWN = "pathways.typed";

/** A tab of a browser: its history's state, its storage, and a page that may have a way out. */
function open({
  state = null,
  store = new Map(),
  exit = false,
  refuses = false,
  at = "/a.html",
} = {}) {
  const listeners = {};
  const tab = { state, store, reloaded: false, style: {} };
  const refused = () => {
    throw new Error("refused");
  };
  const given = {
    document: {
      querySelector: (selector) => (exit && selector === ".exit" ? {} : null),
      documentElement: { style: tab.style },
    },
    history: {
      get state() {
        return tab.state;
      },
      replaceState: (next) => {
        tab.state = structuredClone(next);
      },
    },
    sessionStorage: {
      getItem: (name) => (refuses ? refused() : (store.get(name) ?? null)),
      setItem: (name, text) => (refuses ? refused() : void store.set(name, text)),
      removeItem: (name) => (refuses ? refused() : void store.delete(name)),
    },
    location: {
      protocol: "https:",
      host: "x.test",
      pathname: at,
      reload: () => {
        tab.reloaded = true;
      },
    },
    addEventListener: (kind, done) => {
      listeners[kind] = done;
    },
  };
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  tab.happens = (kind, event = {}) => listeners[kind]?.(event);
  return tab;
}

let loads = 0;
/** What a page knows when it is loaded: modules begin anew. */
const load = async () => {
  loads += 1;
  return import(`../../site_templates/parts/typed.js?${loads}`);
};
const handed = await import("../../site_templates/parts/handed.js");
const held = (what, wiped = 0) => ({ "guide/g": { wiped, what } });

test("what was typed is there after a reload, whatever else the state holds", async () => {
  for (const [state, found] of [
    [null, null],
    ["somebody's", null],
    [7, null],
    [["a"], null],
    [{ theirs: 1 }, null],
    [{ [OWN]: null }, null],
    [{ [OWN]: "x" }, null],
    [{ [OWN]: [held("x")] }, null],
    [{ [OWN]: { "guide/g": null } }, null],
    [{ [OWN]: { "guide/g": { what: "x" } } }, null],
    [{ [OWN]: held("x", "0") }, null],
    [{ [OWN]: held("x", 1) }, null],
    [{ [OWN]: held(undefined) }, null],
    [{ [OWN]: held({ a: "b" }) }, { a: "b" }],
    [{ theirs: 1, [OWN]: held("x") }, "x"],
  ]) {
    open({ state });
    const page = await load();
    assert.deepEqual(page.typedBefore("guide/g"), found, JSON.stringify(state));
    assert.equal(page.typedBefore("guide/other"), null);
  }
});

test("what is typed takes its place beside what others put there, and leaves nothing behind", async () => {
  for (const [state, with_, without] of [
    [null, { [OWN]: held("x") }, null],
    [{ theirs: 1 }, { theirs: 1, [OWN]: held("x") }, { theirs: 1 }],
    [{ [OWN]: 7 }, { [OWN]: held("x") }, null],
    ["theirs", "theirs", "theirs"],
    [["theirs"], ["theirs"], ["theirs"]],
  ]) {
    const tab = open({ state });
    const page = await load();
    page.typedBefore("guide/g");
    page.typed("guide/g", "x");
    assert.deepEqual(tab.state, with_);
    page.typed("guide/g", null);
    assert.deepEqual(tab.state, without);
  }
});

test("aids of one page are held and wiped one by one, or all together", async () => {
  const tab = open();
  const page = await load();
  for (const aid of ["guide/g", "dates/d", "checklist/c"]) {
    page.typedBefore(aid);
    page.typed(aid, aid);
  }
  page.wipe(["dates/d"]);
  assert.deepEqual(Object.keys(tab.state[OWN]), ["guide/g", "checklist/c"]);
  page.wipePage();
  assert.equal(tab.state, null);
});

test("another entry of the same page shows what this one shows", async () => {
  const tab = open();
  const page = await load();
  page.typedBefore("guide/g");
  page.typed("guide/g", "x");
  tab.state = null; // a link within the page
  tab.happens("popstate");
  assert.deepEqual(tab.state, { [OWN]: held("x") });
  page.wipe(["guide/g"]);
  tab.state = { [OWN]: held("x") }; // back to the entry before
  tab.happens("popstate");
  assert.equal(tab.state, null);
});

test("no other entry shows again what was wiped, or typed before a way out", async () => {
  for (const wiping of [(page) => page.wipe(["guide/g"]), (page) => page.wipeTab()]) {
    const tab = open();
    const page = await load();
    page.typedBefore("guide/g");
    page.typed("guide/g", "x");
    const before = tab.state;
    wiping(page);
    assert.equal(tab.state, null);
    open({ state: before, store: tab.store });
    const later = await load();
    assert.equal(later.typedBefore("guide/g"), null);
    later.typed("guide/g", "y");
    assert.equal((await load()).typedBefore("guide/g"), "y", "what is typed since is held");
  }
});

test("a page that comes back as it was left is loaded anew where it was wiped since", async () => {
  for (const [exit, wiped, reloads] of [
    [false, false, false],
    [false, true, true],
    [true, false, true],
  ]) {
    const tab = open({ exit });
    const page = await load();
    page.typedBefore("guide/g");
    tab.happens("pagehide");
    assert.equal(tab.style.visibility, "hidden");
    if (wiped) tab.store.set("pathways.wiped", '{"*":1}');
    tab.happens("pageshow", { persisted: true });
    assert.equal(tab.reloaded, reloads);
    assert.equal(tab.style.visibility, reloads ? "hidden" : "");
  }
});

test("a page with a way out holds nothing, counts nothing and says so", async () => {
  const tab = open({ exit: true, state: { [OWN]: held("x"), theirs: 1 } });
  const page = await load();
  assert.equal(page.typedBefore("guide/g"), null);
  page.typed("guide/g", "y");
  page.wipePage();
  handed.handOver(new URL("https://x.test/b.html"));
  assert.deepEqual([tab.state, tab.store.size], [{ theirs: 1 }, 0]);
  assert.match(page.whereTyped(), /gone when you reload/);
});

test("storage that is refused or spoiled costs the way along and nothing else", async () => {
  for (const [refuses, spoiled] of [
    [true, null],
    [false, "not json"],
    [false, "[1]"],
    [false, '"x"'],
    [false, '{"*":"x","guide/g":{}}'],
  ]) {
    const store = new Map(spoiled === null ? [] : [["pathways.wiped", spoiled]]);
    const tab = open({ refuses, store });
    const page = await load();
    page.typedBefore("guide/g");
    page.typed("guide/g", "x");
    assert.equal((await load()).typedBefore("guide/g"), "x");
    handed.handOver(new URL("https://x.test/b.html"));
    handed.takeOver();
    page.wipePage();
    assert.equal(tab.state, null);
  }
});

test("a browser that was asked too often is asked again", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const tab = open();
  const page = await load();
  page.typedBefore("guide/g");
  const { replaceState } = globalThis.history;
  globalThis.history.replaceState = () => {
    throw new Error("too often");
  };
  page.typed("guide/g", "x");
  assert.equal(tab.state, null);
  globalThis.history.replaceState = replaceState;
  t.mock.timers.tick(5_000);
  assert.deepEqual(tab.state, { [OWN]: held("x") });
});

test("what is handed over is taken once, by the page it is meant for alone", () => {
  const typed = held("x");
  for (const [text, state, after] of [
    [JSON.stringify({ to: "https://x.test/b.html", typed }), null, { [OWN]: typed }],
    [
      JSON.stringify({ to: "https://x.test/b.html", typed }),
      { theirs: 1 },
      { theirs: 1, [OWN]: typed },
    ],
    [JSON.stringify({ to: "https://x.test/c.html", typed }), null, null],
    [JSON.stringify({ to: "https://x.test/b.html", typed: [1] }), null, null],
    [JSON.stringify({ to: "https://x.test/b.html" }), null, null],
    ["not json", null, null],
    ["null", null, null],
    ["7", { theirs: 1 }, { theirs: 1 }],
  ]) {
    const tab = open({ state, at: "/b.html", store: new Map([["pathways.handed", text]]) });
    handed.takeOver();
    assert.deepEqual([tab.state, tab.store.size], [after, 0], text);
  }
});

test("a page hands over what is typed, without what follows the other page's name", () => {
  for (const [state, handedOn] of [
    [null, undefined],
    [{ theirs: 1 }, undefined],
    [{ [OWN]: {} }, undefined],
    [
      { [OWN]: held("x"), theirs: 1 },
      { to: "https://x.test/b.html", typed: held("x") },
    ],
  ]) {
    const tab = open({ state });
    handed.handOver(new URL("https://x.test/b.html?view=dudley#top"));
    assert.deepEqual(JSON.parse(tab.store.get("pathways.handed") ?? "{}"), handedOn ?? {});
  }
});
