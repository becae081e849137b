"""The theme "concert": quiet book typography in Source Serif and Source Sans, deep teal and copper."""

from __future__ import annotations

from typing import Final

from booklet.design.lenders import FACES, SCALES, lenders
from booklet.design.theme import Inks, Margins, Scale, Theme, ink
from booklet.geometry import MM

_STYLES: Final = {
    "serif": "source-serif-4/SourceSerif4-Regular.ttf",
    "serif-italic": "source-serif-4/SourceSerif4-Italic.ttf",
    "serif-bold": "source-serif-4/SourceSerif4-SemiBold.ttf",
    "serif-light": "source-serif-4/SourceSerif4-Light.ttf",
    "sans": "source-sans-3/SourceSans3-Regular.ttf",
    "sans-italic": "source-sans-3/SourceSans3-Italic.ttf",
    "sans-bold": "source-sans-3/SourceSans3-SemiBold.ttf",
    "mono": "source-code-pro/SourceCodePro-Regular.ttf",
}
"""The faces that styles name."""

CONCERT: Final = Theme(
    name="concert",
    faces={**_STYLES, "formulas": "stix-two-math/STIXTwoMath-Regular.ttf", **FACES},
    lenders={style: lenders(style) for style in _STYLES},
    scales=SCALES,
    scale=Scale(tiny=7.2, small=8.2, text=9.4, large=11.0, title=14.0, display=20.0, poster=32.0),
    leading=12.0,
    measure=34.0,
    margins=Margins(inner=16 * MM, outer=14 * MM, top=15 * MM, bottom=18 * MM),
    inks=Inks(
        text=ink("#1b1d1f"),
        quiet=ink("#585f66"),
        hair=ink("#b9bfc4"),
        dots=ink("#8a9299"),
        tint=ink("#ebe6db"),
        paper=ink("#ffffff"),
        ground=ink("#0c3440"),
        line=ink("#7fa6ab"),
        soft=ink("#a9cbd0"),
        accent=ink("#d98850"),
        glow=ink("#f1d9b5"),
    ),
    days=(
        ink("#0f5263"),
        ink("#9c4221"),
        ink("#5d3a78"),
        ink("#2f6138"),
        ink("#7a5a06"),
        ink("#2f4a86"),
        ink("#8a2f55"),
    ),
    tracks=(
        ink("#1f6f8b"),
        ink("#b4491f"),
        ink("#74489a"),
        ink("#3a7a45"),
        ink("#8f6a00"),
        ink("#b03060"),
        ink("#3d5fb0"),
        ink("#5f5a52"),
        ink("#0c7a6b"),
        ink("#8a3b12"),
    ),
)

THEMES: Final = {CONCERT.name: CONCERT}
"""Every theme by its name in program.yaml."""
