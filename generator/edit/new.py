"""``pathways new authority``: a file to begin with, every part explained where it stands, with ids of this content."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.errors import Fault
from generator.model import Library
from generator.model.kinds import AUTHORITIES
from generator.model.words import ID, MAX_ID
from generator.own_files import TEMPLATES


def new_authority(root: Path, name: str, library: Library) -> Path:
    """Write an authority's first file and return its path. Raises Fault where there is one, or no id can be made."""
    made = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MAX_ID].strip("-")
    if not re.fullmatch(ID, made):
        raise Fault(f"no id can be made of '{name}': begin with a letter", code=2)
    path = root / AUTHORITIES / made / "authority.yml"
    if path.exists():
        raise Fault(f"there is an authority '{made}' already, in {path.relative_to(root).as_posix()}", code=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_text(made, " ".join(name.split()), library), "utf-8")
    return path


def _text(made: str, name: str, library: Library) -> str:
    """Return the file, its examples named after the first pieces of the content."""
    sections = [(c.id, s.id, s.items[0].id) for c in library.checklist.values() for s in c.sections if s.items]
    checklist, section, item = sections[0] if sections else ("an-id", "a-section", "an-item")
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    return environment.get_template("authorities/authority.yml.j2").render(
        id=made,
        name=name,
        quoted=json.dumps(name, ensure_ascii=False),
        today=date.today(),
        topics=list(library.topic.values()),
        term=next(iter(library.term), "a-term"),
        role=next(iter(library.role), "a-role"),
        event=next(iter(library.date), "a-date"),
        timeline=next(iter(library.timeline), "an-id"),
        checklist=checklist,
        section=section,
        item=item,
    )
