"""The whole library → the documentation folder, as a dictionary from path to bytes. Pure but for asking ``dot``."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.compile.addresses import SECTION_OF
from generator.compile.page import Maker
from generator.compile.pages.aids import write_aids
from generator.compile.pages.front import menu_of, write_front
from generator.compile.pages.options import write_options
from generator.compile.pages.reference import write_index, write_reference
from generator.compile.places import BUILT, IMAGES
from generator.compile.reviews import newest_review
from generator.errors import Fault
from generator.model import KINDS, Library
from generator.read import find


def compile_library(library: Library, cache: Path | None = None) -> tuple[dict[str, bytes], dict[str, object]]:
    """Return the documentation folder and the settings a site engine needs beside it.

    ``cache`` is a folder where flowchart positions are kept between runs (None: nothing is kept).
    The library must have passed the checks without errors.
    """
    menu = menu_of(library)
    maker = Maker(library, fingerprint(library.root), menu)
    write_front(maker)
    write_options(maker)
    write_aids(maker, cache)
    write_reference(maker)
    write_index(maker)
    folder = {**maker.written, **_assets()}
    folder["search-more.json"] = json.dumps(maker.to_find, ensure_ascii=False).encode()
    folder |= _redirects(library)
    reviewed = newest_review(library)
    settings: dict[str, object] = {
        "site_name": library.site.name,
        **({"site_url": library.site.address} if library.site.address else {}),
        "extra": {
            "reading": library.site.scope or "",
            "disclaimer": library.site.disclaimer or "",
            "version_words": maker.version,
            "reviewed": reviewed.isoformat() if reviewed else "",
            "menu": [{"title": c.title, "page": f"{c.page}.html", "section": c.page.split("/", 1)[0]} for c in menu],
            "has": {name: f"{name}.md" in folder for name in ("sources", "words", "roles", "contacts")},
        },
    }
    return folder, settings


def fingerprint(root: Path) -> str:
    """Return seven characters that change whenever any content file does."""
    digest = hashlib.sha256()
    for kind in KINDS:
        for path in find(root, kind.where):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:7]


def _assets() -> dict[str, bytes]:
    if not (BUILT / "pathways.js").is_file():
        raise Fault("the browser files are not built: run 'npm ci' and 'npm run build' (or 'make site')", code=2)
    found = {f"assets/{path.name}": path.read_bytes() for path in sorted(IMAGES.glob("*.svg"))}
    for path in sorted(BUILT.rglob("*")):
        if path.is_file():
            found[f"assets/{path.relative_to(BUILT).as_posix()}"] = path.read_bytes()
    return found


def _redirects(library: Library) -> dict[str, bytes]:
    """Return a small page for every earlier id, that leads on to the present one."""
    pages = {}
    for kind, section in SECTION_OF.items():
        for thing in library.of_kind(kind).values():
            for alias in getattr(thing, "aliases", ()):
                target = f"{thing.id}.html"
                pages[f"{section}/{alias}.html"] = (
                    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>This page has moved</title>'
                    f'<meta http-equiv="refresh" content="0; url={target}"></head>'
                    f'<body><p>This page has moved: <a href="{target}">{target}</a></p></body></html>\n'
                ).encode()
    return pages
