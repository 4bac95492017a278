"""Whether this run tries everything: 'make sweep' does, before an issue is resolved; other runs try a part."""

from __future__ import annotations

import os

SWEEP = bool(os.environ.get("SWEEP"))
