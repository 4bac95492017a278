"""How long all dates of the longest timeline take in Chromium, beside the looked-after child's alone.

    python bench/dates.py

Needs Chromium and the packages of the tests. Times are of this machine; compare the ratio.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.compile.data.timeline import timelines_data
from generator.model import load
from generator.reason.calendars import england_and_wales

ROOT = Path(__file__).resolve().parent.parent
RUNS = 200
TIMED = """({ data, runs }) => {
  const order = data.timelines.flatMap((timeline) => timeline.order);
  const given = Object.fromEntries(Object.keys(data.dates).map((name) => [name, 20000]));
  let rows = [];
  for (let n = 0; n < 20; n += 1) rows = bench.workOut(data.rules, order, given, {});
  const times = [];
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    bench.workOut(data.rules, order, given, {});
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [rows.length, times[Math.floor(runs / 2)], times[Math.floor(runs * 0.95)]];
}"""


def main() -> None:
    """Print the rows and milliseconds (median and 95th of a hundred) for one timeline and for all together."""
    library, _ = load(ROOT)
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        raise SystemExit("Chromium is not installed: run 'make chromium'")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bundle = Path(folder) / "bench.js"
        source = ROOT / "site_templates/reason/timeline.js"
        command = [
            "npx",
            "esbuild",
            str(source),
            "--bundle",
            "--format=iife",
            "--global-name=bench",
            f"--outfile={bundle}",
        ]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(path=str(bundle))
        longest = max(library.timeline.values(), key=lambda timeline: len(timeline.deadlines))
        for name, timelines in ((longest.id, [longest]), ("all together", list(library.timeline.values()))):
            data = json.loads(json.dumps(timelines_data(library, timelines, england_and_wales())))
            rows, median, slow = page.evaluate(TIMED, {"data": data, "runs": RUNS})
            print(f"{name}: {rows} dates, median {median:.2f} ms, 95th of a hundred {slow:.2f} ms")
        browser.close()


if __name__ == "__main__":
    main()
