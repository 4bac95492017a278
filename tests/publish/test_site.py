"""The built site as a whole: links lead somewhere, nothing is asked of other sites, engines agree, bytes repeat."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Container, Mapping
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

import pytest

from generator.check import check_folder
from generator.compile.folder import compile_library
from generator.edit.new import new_authority
from generator.errors import errors_in
from generator.model import KINDS, Library, load
from generator.model.local.localise import views_of
from generator.model.pages import OWN_PAGES, pages_of
from generator.publish.build import build_site
from generator.publish.rendered import rendered
from generator.publish.used import unused
from support.pages import Page, read_page, read_text
from support.paths import HOMELESSNESS, ROOT
from support.search import rows_in

SiteOf = Callable[[str], Path]


def every_page(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html"))


def tree_hash(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


BASE = ROOT / "tests" / "cases" / "base"


def dead_links(pages: Mapping[str, Page], files: Container[str]) -> list[str]:
    """Return the links of pages, by their paths, that lead to no file, or to no anchor on the page they lead to."""
    dead = []
    for path, page in pages.items():
        for link in (*page.links, *(file for file in page.files if file not in page.links)):
            parts = urlsplit(link)
            if parts.scheme in ("https", "http", "mailto", "tel"):
                continue
            target = normpath(f"{dirname(path)}/{unquote(parts.path)}").removeprefix("/") if parts.path else path
            if target not in files:
                dead.append(f"{path}: {link}")
            elif parts.fragment.startswith(("with=", "case=")) or link == "#__skip":
                continue  # a choice, not an anchor; or a place that the other engine's script makes
            elif parts.fragment and parts.fragment not in pages[target].ids:
                dead.append(f"{path}: {link} has no such anchor")
    return dead


def dead_links_of(site: Path) -> list[str]:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    # The page for what is not found is written for any depth: its links start at the root.
    names = [name for name in files if name.endswith(".html") and not name.endswith("404.html")]
    return dead_links({name: read_page(site / name) for name in sorted(names)}, files)


def test_every_link_and_anchor_leads_somewhere(site_of: SiteOf) -> None:
    site = site_of("mkdocs")
    assert sum(len(read_page(path).links) for path in every_page(site)) > 3000
    assert dead_links_of(site) == []


def test_every_link_of_the_national_site_alone_leads_somewhere(compiled: dict[str, bytes]) -> None:
    pages = {f"{name.removesuffix('.md')}.html": data for name, data in compiled.items() if name.endswith(".md")}
    assert dead_links({name: read_text(data.decode()) for name, data in pages.items()}, {*compiled, *pages}) == []


@pytest.mark.parametrize(
    ("subject", "authority", "engine"),
    [
        *(
            (subject, authority, "mkdocs")
            for subject in (HOMELESSNESS, BASE)
            for authority in (None, "all", "newly-begun")
        ),
        (HOMELESSNESS, "all", "zensical"),
    ],
    ids=str,
)
def test_every_link_of_another_subject_leads_somewhere(
    subject: Path, authority: str | None, engine: str, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    shutil.copytree(subject, root)
    if authority:
        new_authority(root, "Newly begun", load(root)[0])
    problems, _ = build_site(root, tmp_path / "site", engine, authority)
    assert errors_in(problems) == []
    assert (tmp_path / "site/authorities/newly-begun.html").is_file() == (authority is not None)
    assert dead_links_of(tmp_path / "site") == []


def test_the_list_on_a_page_names_the_sections_that_are_there(
    compiled_views: dict[str, bytes], content_copy: Path
) -> None:
    new_authority(content_copy, "Newly begun", load(content_copy)[0])
    second = check_folder(content_copy)[0]
    lists = 0
    for folder in (compiled_views, compile_library(second, views=views_of(second)).files):
        for name in folder:
            before, found, after = folder[name].decode("utf-8", "replace").partition('<nav class="toc"')
            if name.endswith(".md") and found:
                sections = [given["id"] for tag, given in read_text(before).tags if tag == "h2" and "id" in given]
                assert read_text(after.partition("</nav>")[0]).links == [f"#{anchor}" for anchor in sections], name
                lists += 1
    assert lists > 80


def test_ids_are_unique_on_every_page(site_of: SiteOf) -> None:
    for path in every_page(site_of("mkdocs")):
        ids = read_page(path).ids
        assert sorted(ids) == sorted(set(ids)), path.name


def test_files_are_asked_only_of_the_site_itself(site_of: SiteOf) -> None:
    site = site_of("mkdocs")
    for path in every_page(site):
        for file in read_page(path).files:
            assert not urlsplit(file).netloc, f"{path.name} asks {file}"
    for sheet in site.rglob("*.css"):
        assert "@import url(http" not in sheet.read_text("utf-8")


def test_every_page_has_a_title_of_its_own_and_says_what_it_holds(site_of: SiteOf) -> None:
    titles: dict[str, Path] = {}
    for path in every_page(site_of("mkdocs")):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        title = re.search(r"<title>([^<]+)</title>", text)
        described = re.search(r'<meta name="description" content="([^"]+)">', text)
        assert title and described, path
        assert "{" not in described[1], path
        assert titles.setdefault(title[1], path) == path
        assert '<html lang="en-GB"' in text, path


def test_no_style_asks_what_the_whole_page_holds(site_of: SiteOf) -> None:
    """Such a style is worked out anew with every row, answer or date that comes and goes."""
    sheet = (site_of("mkdocs") / "assets/pathways-style.css").read_text("utf-8")
    assert re.findall(r"(?:html|body|main|\.pw-page):has\([^{]*", sheet) == []


def test_every_page_says_when_it_was_reviewed_which_version_and_how_to_report(site_of: SiteOf) -> None:
    for path in every_page(site_of("mkdocs")):
        if path.name == "404.html":
            continue
        page = read_page(path)
        assert "Reviewed by: " in page.text, path.name
        assert "Version 2026." in page.text, path.name
        assert any(link.startswith("mailto:") and "Version" in link for link in page.links), path.name


@pytest.mark.long
def test_both_engines_give_the_same_pages_titles_and_anchors(site_of: SiteOf) -> None:
    one, other = site_of("mkdocs"), site_of("zensical")
    names = [{path.relative_to(site).as_posix() for path in every_page(site)} for site in (one, other)]
    assert names[0] == names[1]
    for name in sorted(names[0]):
        a, b = read_page(one / name), read_page(other / name)
        assert (name, a.title.strip(), a.h1.strip()) == (name, b.title.strip(), b.h1.strip())
        own = [{i for i in page.ids if not i.startswith("__")} for page in (a, b)]
        assert own[0] == own[1], name
        ours = [[link.removeprefix("./") for link in page.links if link != "#__skip"] for page in (a, b)]
        assert ours[0] == ours[1], name


def test_the_sites_own_pages_are_those_that_no_content_may_be_called(
    library: Library, compiled: dict[str, bytes]
) -> None:
    of_content = {
        f"{section}/{page}.md"
        for kind in KINDS
        if kind.section
        for name, thing in library.of_kind(kind.name).items()
        for section, page in pages_of(kind, thing, name)
    }
    own = {f"{kind.section}/{name}.md" for kind in KINDS for name in ("index", *OWN_PAGES.get(kind.section, ()))}
    in_sections = {name for name in compiled if name.endswith(".md") and "/" in name}
    assert in_sections - of_content == own & in_sections
    assert of_content <= set(compiled)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_every_page_says_what_it_may_load_and_holds_to_it(site_of: Callable[[str], Path], engine: str) -> None:
    site = site_of(engine)
    for path in every_page(site):
        text = path.read_text("utf-8")
        said = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert len(said) == 1 and "unsafe" not in said[0], path.name
        rules = dict(rule.strip().split(" ", 1) for rule in said[0].split(";"))
        assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == "'none'", path.name
        page = read_page(path)
        for tag, attributes in page.tags:
            assert "style" not in attributes, f"{path.name}: {tag}"
            assert not [name for name in attributes if name.startswith("on")], f"{path.name}: {tag}"


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_no_file_is_published_that_no_page_leads_to(site_of: Callable[[str], Path], engine: str) -> None:
    site = site_of(engine)
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [name for name in names if re.search("lunr|worker|search_index|search.json", name)] == []
    links = {path: rendered(path.read_text("utf-8")).links for path in every_page(site)}
    assert list(unused(site, links)) == []
    (site / "assets/left-over.css").write_text("p {}", "utf-8")
    assert [path.name for path in unused(site, links)] == ["left-over.css"]
    (site / "assets/left-over.css").unlink()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_what_people_wrote_is_printed_as_they_wrote_it_in_the_frame_too(content_copy: Path, engine: str) -> None:
    odd = 'Roofs <i>& "more"</i>'
    site = content_copy / "content/site.yml"
    text = site.read_text("utf-8")
    for key in ("name", "edition", "scope", "disclaimer"):
        text = re.sub(rf"^{key}: .*$", f"{key}: '{key} {odd}'", text, flags=re.M)
    site.write_text(text, "utf-8")
    one_line = re.compile(r"^(\s*(?:title|label|door|text): )[^{\[|>\n]+\.?(?=\n\S|\n\s*[\w-]+: |\n\s*- )", re.M)
    for path in content_copy.rglob("*.*"):
        if path.suffix in (".yml", ".md"):
            path.write_text(one_line.sub(rf"\1'title {odd}'", path.read_text("utf-8")), "utf-8")
    problems, _ = build_site(content_copy, content_copy / "site", engine)
    assert errors_in(problems) == []
    for path in every_page(content_copy / "site"):
        page = read_page(path)
        assert not [tag for tag, _ in page.tags if tag == "i"], path.name
        assert page.title.strip().endswith(f"name {odd}"), path.name
        assert all(f"{key} {odd}" in page.text for key in ("name", "edition", "scope", "disclaimer")), path.name
    dates = read_page(content_copy / "site/dates/duty-periods.html")
    assert dates.title.strip() == f"title {odd} - name {odd}"
    assert "Roofs" in rows_in((content_copy / "site/assets/search-rows.js").read_bytes())[0].names


def test_building_twice_gives_identical_bytes(content_copy: Path, tmp_path: Path) -> None:
    build_site(content_copy, content_copy / "site", "mkdocs")
    first = tree_hash(content_copy / "site")
    elsewhere = tmp_path / "another place" / "root"
    shutil.copytree(content_copy, elsewhere, ignore=shutil.ignore_patterns("build", "site"))
    for path in elsewhere.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(elsewhere)],
        cwd=ROOT,
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert tree_hash(elsewhere / "site") == first


def spoil(root: Path) -> None:
    (root / "content" / "site.yml").write_text("format: 1\nname: [\n")


def test_a_build_with_problems_leaves_the_published_site_as_it_was(content_copy: Path) -> None:
    build_site(content_copy, content_copy / "site", "mkdocs")
    before = tree_hash(content_copy / "site")
    spoil(content_copy)
    problems, pages = build_site(content_copy, content_copy / "site", "mkdocs")
    assert problems and pages == 0
    assert tree_hash(content_copy / "site") == before


def test_a_failing_engine_leaves_the_published_site_as_it_was(
    content_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.errors import Fault

    build_site(content_copy, content_copy / "site", "mkdocs")
    before = tree_hash(content_copy / "site")
    (content_copy / "mkdocs.yml").write_text("site_name: x\ntheme: {name: there-is-no-such-theme}\n")
    with pytest.raises(Fault, match="mkdocs failed"):
        build_site(content_copy, content_copy / "site", "mkdocs")
    assert tree_hash(content_copy / "site") == before
    assert not list(content_copy.glob(".site.*"))


def test_a_killed_build_leaves_a_whole_site(content_copy: Path) -> None:
    build_site(content_copy, content_copy / "site", "mkdocs")
    old = tree_hash(content_copy / "site")
    site_file = content_copy / "content" / "site.yml"
    site_file.write_text(site_file.read_text().replace("edition:", "edition: 'B' # "))
    command = [sys.executable, "-m", "generator", "build", "--root", str(content_copy)]
    for wait in (0.2, 0.7, 1.1, 1.4):
        started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            started.wait(wait)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
        assert (content_copy / "site" / "index.html").is_file()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert tree_hash(content_copy / "site") != old
    assert not list(content_copy.glob(".site.*"))


@pytest.mark.parametrize("what", ["git", "foreign", "root"])
def test_publishing_refuses_to_replace_what_is_not_a_site(content_copy: Path, tmp_path: Path, what: str) -> None:
    from generator.errors import Fault

    target = content_copy if what == "root" else tmp_path / "precious"
    target.mkdir(exist_ok=True)
    if what == "git":
        (target / ".git").mkdir()
    (target / "letter.txt").write_text("dear all")
    with pytest.raises(Fault, match="refusing to publish"):
        build_site(content_copy, target, "mkdocs")
    assert (target / "letter.txt").read_text() == "dear all"


def test_every_page_of_an_earlier_id_leads_on(content_copy: Path) -> None:
    for path in (*content_copy.rglob("options/*.yml"), *content_copy.rglob("checklists/*.yml")):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^id: (.*)$", r"id: \1\naliases: [once-\1]", text, count=1, flags=re.M), "utf-8")
    library, problems = check_folder(content_copy)
    assert problems == []
    folder = compile_library(library).files
    pages = {name.removesuffix(".md") for name in folder if name.endswith(".md")}
    ids = {*library.option, *library.checklist}
    now = {page for page in pages for name in ids if re.fullmatch(rf"\w+/{name}(-agenda|-minutes)?", page)}
    assert len(now) == 2 * len(library.option) + sum(3 if c.meeting else 1 for c in library.checklist.values())
    for page in now:
        section, name = page.split("/")
        assert f'href="{name}.html"'.encode() in folder[f"{section}/once-{name}.html"], page
