"""Who lends characters to the faces of a style: families for scripts that Source Serif and Source Sans do not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple


class Family(NamedTuple):
    """A family of fonts that lends.

    Args:
        folder: below the fonts folder; its faces are called after it.
        stem: what the names of its files begin with.
        scale: the size that it is set in, as a share of the size of what it stands among. Where letters are of two
            heights, as in Latin, the small ones are as high as those of Source Serif and Source Sans (0.475 and 0.486
            of an em); the others were judged by eye, between those and the capitals.
        bold: whether there is a semibold.
        italic: whether there is an italic.
    """

    folder: str
    stem: str
    scale: float
    bold: bool = True
    italic: bool = False

    @property
    def faces(self) -> dict[str, str]:
        """Its faces: their names, and their files below the fonts folder."""
        cuts = {"": "Regular", "-bold": "SemiBold" if self.bold else "", "-italic": "Italic" if self.italic else ""}
        return {f"{self.folder}{cut}": f"{self.folder}/{self.stem}-{file}.ttf" for cut, file in cuts.items() if file}


_SERIF: Final = (
    Family("noto-serif", "NotoSerif", 0.89, italic=True),
    Family("frank-ruhl-libre", "FrankRuhlLibre", 1.0),
    Family("noto-naskh-arabic", "NotoNaskhArabic", 1.04),
    Family("noto-serif-devanagari", "NotoSerifDevanagari", 0.94),
)
_SANS: Final = (
    Family("noto-sans", "NotoSans", 0.91),  # it has Devanagari, too
    Family("noto-sans-hebrew", "NotoSansHebrew", 0.94),
    Family("noto-sans-arabic", "NotoSansArabic", 0.96),
)
_BOTH: Final = (
    Family("noto-sans-thai", "NotoSansThai", 0.9),
    Family("noto-sans-armenian", "NotoSansArmenian", 0.9),
    Family("noto-sans-georgian", "NotoSansGeorgian", 0.9),
    Family("noto-sans-bengali", "NotoSansBengali", 0.9),
    Family("noto-sans-tamil", "NotoSansTamil", 0.9),
    Family("noto-sans-telugu", "NotoSansTelugu", 0.95),
    Family("noto-sans-gujarati", "NotoSansGujarati", 0.9, bold=False),
    Family("noto-sans-gurmukhi", "NotoSansGurmukhi", 0.9, bold=False),
    Family("noto-sans-kannada", "NotoSansKannada", 0.95, bold=False),
    Family("noto-sans-malayalam", "NotoSansMalayalam", 0.9),
    Family("noto-sans-oriya", "NotoSansOriya", 0.9, bold=False),
    Family("noto-sans-sinhala", "NotoSansSinhala", 0.9, bold=False),
    Family("noto-sans-khmer", "NotoSansKhmer", 0.9, bold=False),
    Family("noto-sans-lao", "NotoSansLao", 0.9, bold=False),
    Family("noto-sans-myanmar", "NotoSansMyanmar", 0.9, bold=False),
    Family("noto-sans-ethiopic", "NotoSansEthiopic", 0.9, bold=False),
    Family("noto-sans-thaana", "NotoSansThaana", 1.0, bold=False),
    Family("noto-sans-syriac", "NotoSansSyriac", 1.0, bold=False),
    Family("noto-sans-nko", "NotoSansNKo", 0.9, bold=False),
    Family("noto-sans-tifinagh", "NotoSansTifinagh", 0.9, bold=False),
    Family("noto-sans-cherokee", "NotoSansCherokee", 0.9, bold=False),
    Family("noto-sans-canadian-aboriginal", "NotoSansCanadianAboriginal", 0.9, bold=False),
)

_FAMILIES: Final = (*_SERIF, *_SANS, *_BOTH)

SIGNS: Final = {
    "maths": "noto-sans-math/NotoSansMath-Regular.ttf",
    "emoji": "noto-emoji/NotoEmoji-Regular.ttf",
}
"""Faces of signs; that of mathematics has some single Arabic letters, so it is asked after those of scripts."""

FACES: Final = {**{face: file for family in _FAMILIES for face, file in family.faces.items()}, **SIGNS}
"""The file of every face that lends, by the face's name."""

SCALES: Final = {**{face: family.scale for family in _FAMILIES for face in family.faces}, "maths": 0.92}
"""The scale of every face that lends."""


def lenders(style: str) -> tuple[str, ...]:
    """The faces that lend to a face of a style, such as "serif-bold": of its own kind first, then all others.

    Where a family lacks the bold or the italic, its regular lends: most scripts have no italic.
    """
    kind, _, cut = style.partition("-")
    near, far = (_SERIF, _SANS) if kind == "serif" else (_SANS, _SERIF)
    return (*_cut(near, cut), *_cut(_BOTH, cut), *SIGNS, *_cut(far, cut))


def _cut(families: tuple[Family, ...], cut: str) -> Iterator[str]:
    for family in families:
        wanted = f"{family.folder}-{cut}"
        yield wanted if wanted in family.faces else family.folder
