"""The whole library → the documentation folder, as a dictionary from path to bytes. Pure but for asking ``dot``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from generator.compile.data.shapes import Held
from generator.compile.page.addresses import VIEWS, WHOLE, Folder
from generator.compile.page.maker import SIGNS, Maker, environment
from generator.compile.page.policy import PREVIEW
from generator.compile.pages.authorities import write_authorities
from generator.compile.pages.chapters import write_chapters
from generator.compile.pages.checked import told
from generator.compile.pages.checklist import write_checklists
from generator.compile.pages.dates import write_dates
from generator.compile.pages.families import write_families
from generator.compile.pages.found import ROWS, Site, rows_file, searched
from generator.compile.pages.guide import write_guides
from generator.compile.pages.home import menu_of, write_home
from generator.compile.pages.options import write_options
from generator.compile.pages.pieces import write_pieces
from generator.compile.pages.policy import write_policy
from generator.compile.pages.reference import write_reference
from generator.compile.pages.search import write_index
from generator.compile.pages.training import write_training
from generator.compile.words.interface import SAYS
from generator.errors import Fault
from generator.model import KINDS, Library
from generator.model.authority import Authority
from generator.model.drafts import published
from generator.model.kinds import IN_SECTIONS
from generator.model.pages import pages_of
from generator.own_files import BUILT, IMAGES

_VERSION = "assets/version.js"


class PublishedView(NamedTuple):
    """What pages have to know of one authority's view: its ``own`` pages, without suffix, stand in ``folder``."""

    title: str
    folder: str
    own: list[str]


class Compiled(NamedTuple):
    """All that is made of a library: the documentation folder, by path; the settings an engine needs beside it; the
    views.
    """

    files: dict[str, bytes]
    settings: dict[str, object]
    views: list[PublishedView]


def compile_library(
    library: Library, cache: Path | None = None, views: Sequence[Library] = (), as_of: date | None = None
) -> Compiled:
    """Return what is made of a library.

    ``cache`` is a folder where flowchart positions are kept between runs (None: nothing is kept). ``views`` are
    libraries of authorities (:mod:`generator.model.local`) whose own sites stand in folders beside it; of these only
    the pages that differ are written. ``as_of`` is the day for which the pages are written (left out: today).
    The library must have passed the checks without errors. Its drafts are left out.
    """
    library, views = published(library), [published(view) for view in views]
    maker = _written(library, cache, views, as_of)
    menu = maker.menu
    folder = {**maker.written, **_assets(), **_redirects(library)}
    folder[_VERSION] = version_file(library)
    found = searched(maker)
    folder[ROWS] = rows_file(found)
    seen = []
    for view in views:
        own, told = _view(view, cache, found)
        folder |= own
        seen.append(told)
    if seen:
        folder["assets/views.js"] = _views_file(seen)
    settings: dict[str, object] = {
        "site_name": library.site.name,
        **({"site_url": library.site.address} if library.site.address else {}),
        "extra": {
            "policy": PREVIEW,
            "reading": _reading(library),
            "disclaimer": library.site.disclaimer or "",
            "edition": library.site.edition or "",
            "frame": _frame_words(),
            "signs": SIGNS,
            "sections": {name: said.heading for name, said in vars(SAYS.sections.page).items()},
            "menu": [{"title": c.title, "page": f"{c.page}.html", "section": c.page.split("/", 1)[0]} for c in menu],
            "has": {
                **{name: f"{name}.md" in folder for name in ("sources", "words", "roles", "contacts")},
                "authorities": "authorities/index.md" in folder,
            },
        },
    }
    return Compiled(folder, settings, seen)


def _written(
    library: Library,
    cache: Path | None,
    views: Sequence[Library] = (),
    as_of: date | None = None,
    folder: Folder = WHOLE,
    *,
    beside: bool = True,
) -> Maker:
    """Return a maker that has written every page of a library that stands in ``folder``.

    ``beside``: whether an authority's names stand beside the national ones.
    """
    maker = Maker(library, menu_of(library), views, as_of, folder, beside=beside)
    everything = list(told(library))
    write_home(maker, everything)
    write_policy(maker, everything)
    write_options(maker)
    write_guides(maker, cache)
    write_dates(maker)
    write_checklists(maker)
    write_training(maker)
    write_chapters(maker)
    write_families(maker)
    write_pieces(maker)
    write_reference(maker)
    write_authorities(maker)
    write_index(maker)
    for kind in KINDS:
        page = kind.shelf or (kind.section and f"{kind.section}/index")
        if page and library.of_kind(kind.name) and kind.name != "authority" and folder is WHOLE:
            assert f"{page}.md" in maker.written, f"nothing writes the pages of the kind '{kind.name}': see its row"
    return maker


def _view(view: Library, cache: Path | None, found: Site) -> tuple[dict[str, bytes], PublishedView]:
    """Return the files in which an authority's view differs from the national site, and what is said of the rest.

    Its pages are written twice: first as a whole site, which shows the ones that differ (the pages that list them go
    with them; a local name beside a national one is no difference); then these, with links that lead to the national
    pages for the rest. They say what the frame round them has to know: where the view begins, which of its pages are
    its own, whose it is, and which national page each is seen beside.
    """
    national, authority = found.maker, view.seen_by
    assert authority is not None
    base = f"{VIEWS}/{authority.id}/"
    whole = _written(view, cache, as_of=national.as_of, beside=False)
    differs = {name for name, data in whole.written.items() if national.written.get(name) != data}
    differs |= whole.written.keys() & {"index.md", *(f"{name.rpartition('/')[0]}/index.md" for name in differs)}
    own = frozenset(_published(name) for name in differs) | {_VERSION, ROWS}
    folder = Folder(base, own)
    maker = _written(view, cache, as_of=national.as_of, folder=folder)
    files = {base + name: data for name, data in {**maker.written, **_redirects(view, folder)}.items()}
    files[base + _VERSION] = version_file(view)
    files[base + ROWS] = rows_file(searched(maker), found)
    menu = {f"{crumb.page}.html" for crumb in maker.menu}
    for name in filter(_is_page, differs):
        frame = {
            "base": base,
            "own": sorted(page for page in own if page in menu or "/" not in page),
            "reading": authority.name,
            "authority": f"{base}authorities/{authority.id}.html",
            "national": _published(name) if name in national.written else f"authorities/{authority.id}.html",
        }
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in frame.items())
        files[base + name] = files[base + name].replace(b"---\n", f"---\n{lines}".encode(), 1)
    pages = [name.removesuffix(".md") for name in filter(_is_page, whole.written)]
    return files, PublishedView(authority.name, base, sorted(page for page in pages if folder.holds(f"{page}.html")))


def _views_file(views: Sequence[PublishedView]) -> bytes:
    """Return the script that tells pages which pages each authority's view has of its own."""
    told: dict[str, Held] = {
        view.folder.split("/")[1]: {"name": view.title, "pages": [f"{page}.html" for page in view.own]}
        for view in views
    }
    return f"document.documentElement.dataset.views = {json.dumps(json.dumps(told))};\n".encode()


def _published(name: str) -> str:
    """Return the path under which a file of the documentation folder is published."""
    return name.removesuffix(".md") + ".html" if _is_page(name) else name


def _is_page(name: str) -> bool:
    return name.endswith(".md")


def _reading(library: Library) -> str:
    """Return what a reader is told to be reading: the national procedure, or an authority's view of it."""
    scope = library.site.scope or ""
    return SAYS.frame.page.seen_by.format(scope=scope, authority=library.seen_by.name) if library.seen_by else scope


def _frame_words() -> dict[str, object]:
    """Return the words of the frame as plain data: the engine prints that."""
    plain: dict[str, object] = json.loads(json.dumps(SAYS.frame.page, default=vars))
    return {**plain, "version": SAYS.home.version, "search": SAYS.search.name, "a_to_z": SAYS.search.a_to_z}


def version_file(library: Library) -> bytes:
    """Return the script that tells pages their version: the edition, and the fingerprint of what they are made of."""
    fingerprint = _fingerprint(library)
    words = f"{library.site.edition} ({fingerprint})" if library.site.edition else fingerprint
    return f"document.documentElement.dataset.version = {json.dumps(words)};\n".encode()


def _fingerprint(library: Library) -> str:
    """Return seven characters that change whenever a file of the library does; in a view, none of another authority's.

    A draft is as if nobody had written it: its file does not count.
    """
    national, own = published(library.national or library), published(library).own
    authorities = [library.seen_by.id] if library.seen_by else list(library.authority)
    others = library.authority.keys() - {*authorities}
    things = [thing for thing in national.everything() if not (isinstance(thing, Authority) and thing.id in others)]
    for name in authorities:
        things += [thing for shelf in own.get(name, {}).values() for thing in shelf.values()]
    files = {thing.place().file for thing in things if thing.written is not None}
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + (library.root / name).read_bytes() + b"\0")
    return digest.hexdigest()[:7]


def _assets() -> dict[str, bytes]:
    if not (BUILT / "pathways.js").is_file():
        raise Fault("the browser files are not built: run 'npm ci' and 'npm run build' (or 'make site')", code=2)
    found = {f"assets/{path.name}": path.read_bytes() for path in sorted(IMAGES.glob("*.svg"))}
    for path in sorted(BUILT.rglob("*")):
        if path.is_file():
            found[f"assets/{path.relative_to(BUILT).as_posix()}"] = path.read_bytes()
    return found


def _redirects(library: Library, folder: Folder = WHOLE) -> dict[str, bytes]:
    """Return a small page for every earlier id of a page in ``folder``, that leads on to the present one."""
    moved = environment().get_template("parts/moved.html")
    pages = {}
    for kind in IN_SECTIONS:
        for thing in library.of_kind(kind.name).values():
            now = pages_of(kind, thing, thing.id)
            for alias in getattr(thing, "aliases", ()):
                for (section, old), (_, target) in zip(pages_of(kind, thing, alias), now, strict=True):
                    if folder.holds(f"{section}/{target}.html"):
                        pages[f"{section}/{old}.html"] = moved.render(
                            target=f"{target}.html", policy=Markup(PREVIEW)
                        ).encode()
    return pages
