// Bundles what the browser gets: one style sheet with the fonts it names, and classic scripts (so
// that file:// works), one for every page and one for each aid.
import { build } from "esbuild";
import { readdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const files = await readdir(here("aids"));
const aids = files.map((file) => file.replace(/\.js$/, ""));

await rm(here("built"), { recursive: true, force: true });
await build({
  entryPoints: {
    pathways: here("main.js"),
    "pathways-style": here("index.css"),
    search: here("../search/search.js"),
    early: here("early.js"),
    ...Object.fromEntries(aids.map((name) => [name, here(`aids/${name}.js`)])),
  },
  outdir: here("built"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  legalComments: "none",
  logLevel: "warning",
  plugins: [
    { name: "words", setup: (build) => build.onLoad({ filter: /words\/\w+\.json$/ }, words) },
  ],
});

/**
 * The site's own words without those that stand on pages alone.
 * @param {import("esbuild").OnLoadArgs} args
 * @returns {Promise<import("esbuild").OnLoadResult>}
 */
async function words({ path }) {
  const all = JSON.parse(await readFile(path, "utf-8"));
  const sent = (/** @type {string} */ name, /** @type {unknown} */ said) =>
    name === "page" ? undefined : said;
  return { contents: JSON.stringify(all, sent), loader: "json" };
}
