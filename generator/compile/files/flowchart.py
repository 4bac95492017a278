"""A flowchart as a file of its own: styles inlined, with its title, the date it speaks for and the site's version."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

from generator.compile.chart.chart import Chart
from generator.compile.page.maker import Maker, environment
from generator.own_files import BUILT, TEMPLATES

_MARGIN, _HEAD = 24, 64


def standalone(maker: Maker, chart: Chart) -> bytes:
    """Return a chart as an SVG document that needs nothing else; links inside it are left out."""
    template = environment().get_template("guide/_flowchart.svg.j2")
    unlinked = replace(chart, shapes=[replace(shape, href="") for shape in chart.shapes])
    drawing = template.render(chart=unlinked, tree=chart.tree)
    tokens = (TEMPLATES / "tokens" / "tokens.css").read_text("utf-8")
    styles = re.sub(r"/\*.*?\*/", "", tokens, flags=re.DOTALL).replace("--pw-rem: .8rem", "--pw-rem: 16px")
    styles = _fonts() + re.sub(r"\s+", " ", styles)
    file = (
        environment()
        .get_template("guide/flowchart_file.svg.j2")
        .render(
            width=f"{chart.width + 2 * _MARGIN:g}",
            height=f"{chart.height + _HEAD + _MARGIN:g}",
            styles=styles,
            margin=_MARGIN,
            head=_HEAD,
            tree=chart.tree,
            site=maker.library.site,
            drawing=drawing.strip(),
        )
    )
    return file.encode()


def _fonts() -> str:
    """Return the two weights of the site's font as style rules that carry the font itself."""
    rules = ""
    for weight in (400, 700):
        data = (BUILT / "fonts" / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2").read_bytes()
        source = f"url(data:font/woff2;base64,{base64.b64encode(data).decode()})"
        rules += f'@font-face{{font-family:"Atkinson Hyperlegible Next";font-weight:{weight};src:{source}}}'
    return rules
