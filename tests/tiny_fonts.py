"""Fonts of a few glyphs for scripts that no font of the booklet has: with CFF outlines, in collections, variable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

Kind: TypeAlias = Literal["names", "numbers", "truetype", "variable"]
"""Outlines: CFF with named glyphs, CFF with numbered ones, TrueType, or TrueType that varies in weight."""

HAN: Final = "漢字学会議"

VOICED: Final = "あ\u3099"
"""A letter and a mark that Unicode has no single character for."""

_STEP: Final = 37
"""The numbers of numbered glyphs lie this far apart, as in a part of a large font."""


def make_font(
    kind: Kind,
    *,
    characters: str = HAN + VOICED + "x",
    family: str = "Tiny Han",
    weight: int = 400,
    licence: int = 0,
) -> FontBuilder:
    """A font whose glyphs are bars of different heights, one em wide; marks are put over letters."""
    names = {
        ord(character): f"cid{_STEP * at:05d}" if kind == "numbers" else f"uni{ord(character):04X}"
        for at, character in enumerate(characters, 1)
    }
    order = [".notdef", *names.values()]
    heights = {name: 100 + 50 * (at % 14) for at, name in enumerate(order)}
    builder = FontBuilder(1000, isTTF=kind in {"truetype", "variable"})
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    if kind in {"truetype", "variable"}:
        builder.setupGlyf({name: _bar(TTGlyphPen(None), height).glyph() for name, height in heights.items()})
    else:
        strings = {name: _bar(T2CharStringPen(1000, None), height).getCharString() for name, height in heights.items()}
        builder.setupCFF(_postscript(family, weight), {}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({
        "familyName": family, "styleName": "Regular", "psName": _postscript(family, weight),
    })  # fmt: skip
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWeightClass=weight, fsType=licence)
    builder.setupPost()
    if VOICED[1] in characters:
        builder.addOpenTypeFeatures(
            "markClass {1} <anchor 0 0> @OVER;"
            "feature mark {{ pos base {0} <anchor 900 700> mark @OVER; }} mark;"
            "table GDEF {{ GlyphClassDef [{0}], , [{1}], ; }} GDEF;".format(*(names[ord(one)] for one in VOICED))
        )
    if kind == "numbers":
        _number(builder.font["CFF "].cff)
    if kind == "variable":
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
        builder.setupGvar({name: [_bolder()] for name in order})
    return builder


def write_collection(path: Path, builders: Sequence[FontBuilder]) -> None:
    """Write several fonts into one file."""
    collection = TTCollection()
    collection.fonts = [builder.font for builder in builders]
    collection.save(path)


def _postscript(family: str, weight: int) -> str:
    return f"{family.replace(' ', '')}-{weight}"


def _bar(pen: Any, height: int) -> Any:
    pen.moveTo((100, 0))
    for corner in ((100, height), (900, height), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def _bolder() -> Any:
    from fontTools.ttLib.tables.TupleVariation import TupleVariation  # noqa: PLC0415

    return TupleVariation({"wght": (0.0, 1.0, 1.0)}, [(-50, 0), (-50, 0), (50, 0), (50, 0), None, (100, 0), None, None])


def _number(fonts: Any) -> None:
    """Turn a CFF table whose glyphs have names into one whose glyphs have numbers."""
    top = fonts[fonts.fontNames[0]]
    part = FontDict()
    part.FontName = f"{fonts.fontNames[0]}-All"
    part.Private = top.Private
    top.FDArray = FDArrayIndex()
    top.FDArray.append(part)
    top.FDSelect = FDSelect()
    top.FDSelect.gidArray = [0] * len(top.charset)
    top.FDSelect.format = 3
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = _STEP * len(top.charset)
    del top.Private
    top.rawDict.pop("Private", None)
