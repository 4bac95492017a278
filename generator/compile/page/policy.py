"""The content security policy of pages: they load what stands on their own site, and run no script but that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_OWN = ("'self'",)
_NONE = ("'none'",)
_REST = {
    "style-src": _OWN,
    "img-src": (*_OWN, "data:"),
    "font-src": _OWN,
    "form-action": _NONE,
    "object-src": _NONE,
    "base-uri": _NONE,
}


def _written(rules: Mapping[str, Iterable[str]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in {"default-src": _NONE, **rules}.items())


# While a page is written and in a preview, whose server adds a script of its own that asks for changes.
PREVIEW = _written({"script-src": (*_OWN, "'unsafe-inline'"), "connect-src": _OWN, **_REST})


def policy(hashes: Iterable[str]) -> str:
    """Return the policy of a published page that has scripts with these hashes (SHA-256, base 64) in itself."""
    scripts = (*_OWN, *(f"'sha256-{value}'" for value in hashes))
    return _written({"script-src": scripts, "connect-src": _NONE, **_REST})
