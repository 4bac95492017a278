"""Where the program's own files are: templates and assets, in a checkout or in an installed package."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_CANDIDATES = (_HERE / "site_templates", _HERE.parent / "site_templates")

TEMPLATES = next((path for path in _CANDIDATES if path.is_dir()), _CANDIDATES[0])
THEME = TEMPLATES / "theme"
BUILT = TEMPLATES / "assets" / "built"
IMAGES = TEMPLATES / "assets"
ENGINE_SETTINGS = next(
    (path for path in (_HERE / "mkdocs.yml", _HERE.parent / "mkdocs.yml") if path.is_file()), _HERE / "mkdocs.yml"
)
