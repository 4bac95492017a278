"""The script of rows, as Python writes it, says the same to the browser."""

from __future__ import annotations

import gzip
import json
import random
import subprocess

from generator.compile.folder import Compiled
from generator.compile.pages.found import ROWS, postings, script_of
from generator.english import stems
from generator.model import Library
from generator.own_files import BUILT
from support.paths import ROOT
from support.texts import texts_in

MANY = 9000


def test_the_browser_reads_in_which_rows_a_word_stands_as_it_was_told() -> None:
    chance = random.Random(15)
    near = {f"near{gap}": {0, gap} for gap in range(1, 3000, 7)}
    often = {f"often{share}": set(chance.sample(range(MANY), MANY // share)) for share in (2, 9, 60, 900, 4500)}
    expected = {**near, **often, "end": {MANY - 1}}
    texts = [""] * MANY
    for word, numbers in expected.items():
        for number in numbers:
            texts[number] += f" {word}"
    column = [0] * MANY
    told = {
        "base": "",
        "pages": [["", "", 0]],
        "kinds": [["", "text"]],
        "own": [],
        "words": postings(texts, [frozenset[str]()] * MANY),
        "asked": "",
        "asked_beside": {},
        **dict.fromkeys(("page", "kind"), column),
        **dict.fromkeys(("anchor", "title", "says", "also", "cite", "force"), [""] * MANY),
    }
    done = subprocess.run(
        ["node", str(ROOT / "tests/search/postings.mjs")],
        input=script_of(told),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert {word: set(numbers) for word, numbers in json.loads(done.stdout).items() if word} == expected


def test_a_first_search_loads_little(compiled_with_views: Compiled) -> None:
    loaded = (compiled_with_views.files[ROWS], (BUILT / "search.js").read_bytes())
    assert sum(len(gzip.compress(data)) for data in loaded) <= 150_000


def test_python_and_the_browser_read_words_alike(library: Library) -> None:
    texts = sorted({text for _, _, text in texts_in(library)})
    script = ["node", str(ROOT / "tests/search/stems.mjs")]
    done = subprocess.run(script, input=json.dumps(texts).encode(), capture_output=True, check=True, cwd=ROOT)
    unread = {
        (text, stem)
        for text, theirs in zip(texts, json.loads(done.stdout), strict=True)
        for stem in stems(text) - set(theirs)
    }
    assert len(texts) > 2000
    assert unread == set()
