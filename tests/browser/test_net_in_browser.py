"""The net sees what an aid keeps, saves and reads otherwise than before, and nothing where it does the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from net.in_browser import browser_pictures
from net.picture import DAY

AID = """<!doctype html><title>a</title><p class="calculator"></p><case-checklist>
<form class="keep-form"><input type="text"></form>
<details class="keeping"><summary>Keep a copy</summary>
<button type="button">Keep on this device</button><button type="button">Save to a file</button><input type="file">
<p role="status"></p></details></case-checklist><script>
const [keep, save] = document.querySelectorAll("button"), [file] = document.querySelectorAll("[type=file]");
document.querySelector(".calculator").textContent = KEPT;
keep.onclick = () => localStorage.setItem("pathways.checklist.a", WRITTEN);
save.onclick = () => Object.assign(document.createElement("a"),
  { href: URL.createObjectURL(new Blob([SAVED])), download: "list.json" }).click();
file.onchange = async () => {
  const text = await file.files[0].text();
  document.querySelector("[role=status]").textContent = "Opened " + READ;
};
</script>"""
HONEST = {"KEPT": 'localStorage.getItem("pathways.dates.a")', "WRITTEN": '"a"', "SAVED": '"a\\r\\n"', "READ": "text"}
SPOILED = {"KEPT": "null", "WRITTEN": '"b"', "SAVED": '"a\\n"', "READ": '"nothing"'}


@pytest.fixture(scope="module")
def aids(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> dict[str, list[str]]:
    """The picture of a site of small aids: an honest one, and for each thing an aid does one that does it otherwise."""
    folder = tmp_path_factory.mktemp("aids")
    for name in ("honest", *SPOILED):
        page = AID
        for word, code in (HONEST | {name: SPOILED.get(name, "")}).items():
            page = page.replace(word, code)
        for section in ("dates", "checklists"):
            (folder / "site" / section).mkdir(parents=True, exist_ok=True)
            if name == "honest" or (name == "KEPT") == (section == "dates"):
                (folder / "site" / section / f"{name}.html").write_text(page, "utf-8")
    (folder / "kept").mkdir()
    (folder / "kept" / "on-the-device.json").write_text('{"pathways.dates.a": "what was kept"}', "utf-8")
    (folder / "kept" / "list.json").write_text("what was saved", "utf-8")
    return dict(browser_pictures(browser, folder / "site", folder / "kept", DAY))


@pytest.mark.parametrize(
    ("name", "where"),
    [("KEPT", "come-back/dates"), ("WRITTEN", "checklists"), ("SAVED", "checklists"), ("READ", "checklists")],
)
def test_a_change_of_what_an_aid_keeps_saves_and_reads_is_seen(
    aids: dict[str, list[str]], name: str, where: str
) -> None:
    assert aids[f"{where}/{name}.html.txt"] != aids[f"{where}/honest.html.txt"]


def test_what_an_aid_does_alike_is_no_difference(aids: dict[str, list[str]]) -> None:
    assert aids["dates/KEPT.html.txt"] == aids["dates/honest.html.txt"]
    assert aids["come-back/checklists/READ.html.txt"] == aids["come-back/checklists/honest.html.txt"]
