"""Hostile files: what somebody could put in a content folder to make the check run on for ever, or fall over."""

from __future__ import annotations

SITE = "content/site.yml"
ROLES = "content/roles.yml"
OPTION = "content/options/full-membership.yml"
CHAPTER = "content/procedures/joining.md"

LAUGHS = "a: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"b{number}: &a{number + 1} [{','.join([f'*a{number}'] * 9)}]\n" for number in range(9)
)
FRONT = "---\nid: joining\ntitle: How people join\n---\n"

HOSTILE: dict[str, tuple[str, str]] = {
    "open brackets": (SITE, "[" * 200_000),
    "open braces": (SITE, "{" * 200_000),
    "open braces with keys": (SITE, "{a: " * 100_000),
    "hyphens": (SITE, "- " * 200_000),
    "question marks": (SITE, "? " * 200_000),
    "nested by indentation": (SITE, "".join(" " * depth + "a:\n" for depth in range(1_000))),
    "a billion laughs": (SITE, LAUGHS),
    "deep anchors": (SITE, "".join(f"a{n}: &a{n} {{b: {f'*a{n - 1}' if n else 'x'}}}\n" for n in range(90))),
    "anchors without end": (SITE, "".join(f"a{n}: &a{n} x\n" for n in range(20_000))),
    "a number of 5,000 digits": (ROLES, f"- {{id: librarian, name: {'9' * 5_000}, cite: [{'9' * 5_000}]}}\n"),
    "a number of 5,000 digits for a year": ("content/sources.yml", f"- {{id: a, title: A, year: {'9' * 5_000}}}\n"),
    "a text of a megabyte": (ROLES, "- {id: librarian, name: " + "x" * 999_900 + "}\n"),
    "an id of a megabyte": (ROLES, "- {name: x, id: " + "x-" * 499_900 + "}\n"),
    "a key of a megabyte": (SITE, "? " + "x" * 999_900 + "\n: y\n"),
    "a citation of a megabyte": (ROLES, "- {id: librarian, name: x, cite: [" + "x" * 999_900 + "]}\n"),
    "a guess of a megabyte": ("content/sources.yml", "- {id: a, title: A, kind: " + "rules" * 199_000 + "}\n"),
    "half characters": (ROLES, '- {id: librarian, name: "\\ud800", plain: "\\udfff\\ud800"}\n'),
    "merge keys": (SITE, "a: &a {format: 1}\n<<: *a\n<<: [*a, *a]\n"),
    "merge keys in a list": (ROLES, "- &a {id: librarian, name: x}\n- {<<: *a}\n- <<: [*a, *a]\n"),
    "null bytes": (SITE, "\0" * 10_000),
    "escaped null bytes": (SITE, 'format: 1\nname: "\\0\\0"\n'),
    "carriage returns": (SITE, "\r" * 500_000),
    "colons": (SITE, ":" * 500_000),
    "quotes": (SITE, "'" * 500_001),
    "comments": (SITE, "#\n" * 499_999),
    "tabs": (SITE, "\t" * 500_000),
    "tags": (SITE, "!!python/object/apply:os.system " * 10_000),
    "a tag of a megabyte": (SITE, "!" + "a" * 999_000 + " b"),
    "documents": (SITE, "---\n" * 200_000),
    "directives": (SITE, "%YAML 1.1\n" * 10_000),
    "unknown keys": (SITE, "".join(f"kee{number}: x\n" for number in range(24_000))),
    "unknown keys in many entries": (ROLES, "".join(f"- {{id: r{n}, nmae{n}: x}}\n" for n in range(9_000))),
    "unknown sources": (OPTION, "cite: [" + ", ".join(f"lending-rulez{n}" for n in range(20_000)) + "]\n"),
    "guards in guards": (
        "content/timelines/joining.yml",
        "id: joining\ntitle: x\ndeadlines:\n  - {id: a, text: x, applies: "
        + "{not: " * 30
        + "{b: c}"
        + "}" * 31
        + "\n",
    ),
    "braces in a page": (CHAPTER, FRONT + "{{" * 490_000),
    "references in a page": (CHAPTER, FRONT + "{{ x() }}" * 20_000),
    "brackets in a reference": (CHAPTER, FRONT + "{{ " + "(" * 100_000 + ")" * 100_000 + " }}\n"),
    "signs in a reference": (CHAPTER, FRONT + "{{ " + "-" * 250 + "1 }}\n" + "{{ " + "not " * 60 + "a }}\n"),
    "spaces in a heading": (CHAPTER, FRONT + "# a" + " " * 400_000 + "b" + " {#" * 100_000 + "\n"),
    "headings": (CHAPTER, FRONT + "#\n" * 50_000),
    "fences": (CHAPTER, FRONT + "```\n~~~\n" * 100_000),
    "front matter without end": (CHAPTER, "---\n" + "a:\n" * 300_000),
    "three hyphens": (CHAPTER, "---\n" * 200_000),
}


def half(text: str) -> str:
    """Return the first half of a hostile text, whole lines of it where it has lines."""
    middle = len(text) // 2
    return text[: text.find("\n", middle) + 1 or middle]
