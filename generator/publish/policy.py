"""The policy of a rendered page, which names every script that stands in the page itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from generator.compile.page.policy import PREVIEW, policy


def with_policy(page: str, scripts: Iterable[str]) -> str:
    """Return a rendered page with the policy of a published one, by the hash of each of its own scripts."""
    hashes = dict.fromkeys(b64encode(sha256(text.encode()).digest()).decode() for text in scripts)
    return page.replace(f'content="{PREVIEW}"', f'content="{policy(hashes)}"', 1)
