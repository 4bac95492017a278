"""The content security policy of pages: they load what stands on their own site, and run no script but that."""

from __future__ import annotations

from collections.abc import Iterable

_REST = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; object-src 'none'; base-uri 'none'"
)
# While a page is written and in a preview, whose server adds a script of its own that asks for changes.
PREVIEW = f"default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; {_REST}"


def policy(hashes: Iterable[str]) -> str:
    """Return the policy of a published page that has scripts with these hashes (SHA-256, base 64) in itself."""
    scripts = "".join(f" 'sha256-{value}'" for value in hashes)
    return f"default-src 'none'; script-src 'self'{scripts}; connect-src 'none'; {_REST}"
