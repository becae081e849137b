"""Finding a font on this machine that has what no font of the booklet has."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import Fault, Place
from booklet.text.faces import UNSEEN, Face
from booklet.text.font_files import ENDINGS, FontFacts, read_fonts
from booklet.text.regions import regions_for
from booklet.text.sfnt import read_metrics

_WEIGHTS: Final = {"bold": 600, "light": 300}
"""The weight of a style's cut; all others have 400."""

_NEAR: Final = 100
"""Weights that differ by so much do for each other: there is a regular and a bold in any case."""

_AKIN: Final = re.compile("Noto|Source Han")
"""Families that were drawn to stand beside Source Serif and Source Sans."""

_IDEOGRAPHS: Final = 0.92
"""The size of ideographs, which fill the em, beside the letters of Source Serif and Source Sans."""

_SCALES: Final = (0.75, 1.1)
"""The least and the greatest scale of other letters."""


class Found(NamedTuple):
    """A font that was found: its file, its number there, its scale and weight (0 if it does not vary), its family.

    `own` says that it goes with the program, or was added for the booklet.
    """

    path: Path
    number: int
    scale: float
    weight: int
    family: str
    own: bool


class Finder:
    """Looks into folders, once, and only when something is missing.

    The same files give the same fonts: those of the first folder go first, then those that fit the language, the kind
    and the weight best, of families with a bold; then by name.
    """

    def __init__(self, folders: Sequence[Path], own: int = 0, *, language: Callable[[], str] = lambda: "") -> None:
        """Look nowhere yet.

        Args:
            folders: where to look, the first first.
            own: how many of these go with the program, or were filled for the booklet.
            language: whose ideographs are wanted where a text's own language has none; asked if it matters.
        """
        self._folders, self._own, self._language = folders, own, language
        self._fonts: list[tuple[int, FontFacts]] | None = None
        self._orders: dict[tuple[str, tuple[str, ...]], list[tuple[int, FontFacts]]] = {}
        self._restricted: dict[Path, Fault] = {}
        self._faults: list[Fault] = []
        self._faces: dict[tuple[Path, int, int], Face | None] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The files that could not be used."""
        return (*self._faults, *self._restricted.values())

    def find(self, style: str, cluster: str, language: str, x_height: float) -> Found | None:
        """The font that shows a cluster best in a style.

        Args:
            style: the face that a style names, such as "serif-bold".
            cluster: a grapheme cluster.
            language: BCP 47 tag.
            x_height: of the style's face, in thousandths of an em.
        """
        seen = [ord(character) for character in cluster if not UNSEEN.match(character)]
        kind, _, cut = style.partition("-")
        wanted = _WEIGHTS.get(cut, 400)
        regions = regions_for(cluster, language)
        if regions and not _ideographs_are_native(language):
            regions = regions_for(cluster, self._language() or language)
        for rank, font in self._ordered(style, kind, wanted, regions):
            if not all(code in font.characters for code in seen):
                continue
            if font.restricted:
                self._restricted.setdefault(font.path, _forbidden(font, cluster))
            if not font.usable:
                continue
            weight = round(min(max(wanted, font.weights[0]), font.weights[1])) if font.weights else 0
            found = self._tried(font, cluster, weight)
            if found is not None:
                scale = _IDEOGRAPHS if regions else _scale(found, x_height)
                return Found(font.path, font.number, scale, weight, font.family, rank < self._own)
        return None

    def _ordered(self, style: str, kind: str, wanted: int, regions: tuple[str, ...]) -> list[tuple[int, FontFacts]]:
        """All fonts, those that fit best first."""
        known = self._orders.get((style, regions))
        if known is None:
            if self._fonts is None:
                self._fonts = list(self._read())
            bold = {font.family for _, font in self._fonts if _distance(font, _WEIGHTS["bold"]) <= _NEAR}

            def fitness(candidate: tuple[int, FontFacts]) -> tuple[object, ...]:
                rank, font = candidate
                far = min((at for at, region in enumerate(regions) if region in font.regions), default=len(regions))
                distance = _distance(font, wanted)
                shape = (font.kind != kind, font.fixed, font.italic, distance > _NEAR, font.family not in bold)
                return rank, far, *shape, not _AKIN.match(font.family), distance, font.family, font.path, font.number

            known = self._orders[style, regions] = sorted(self._fonts, key=fitness)
        return known

    def _tried(self, font: FontFacts, cluster: str, weight: int) -> Face | None:
        """The font as a face, if it can be embedded after all, which is tried once."""
        key = font.path, font.number, weight
        if key not in self._faces:
            self._faces[key] = self._opened(font, cluster, weight)
        return self._faces[key]

    def _opened(self, font: FontFacts, cluster: str, weight: int) -> Face | None:
        face = Face(font.family, font.path, number=font.number, weight=weight)
        try:
            face.shape(cluster)
            read_metrics(face.data, face.number)
            face.subset({gid for glyph, _, _ in face.codes.values() for gid in _numbers(glyph)})
        except (ValueError, RuntimeError) as error:
            font.usable = False
            self._faults.append(_broken(font.path, str(error)))
            return None
        return face

    def _read(self) -> Iterator[tuple[int, FontFacts]]:
        known: set[Path] = set()
        for rank, folder in enumerate(self._folders):
            for path in font_paths(folder):
                real = path.resolve()
                if real in known:
                    continue
                known.add(real)
                try:
                    yield from ((rank, font) for font in read_fonts(path))
                except (OSError, ValueError) as error:
                    self._faults.append(_broken(path, str(error)))


def font_paths(folder: Path) -> list[Path]:
    """The font files below a folder, in the order of their names."""
    paths = []
    for parent, folders, files in os.walk(folder):
        folders.sort()
        paths += [Path(parent, file) for file in files if Path(file).suffix.lower() in ENDINGS]
    return sorted(paths)


def _broken(path: Path, why: str) -> Fault:
    return Fault(f"the font file cannot be used: {why}", Place(str(path)), "take it away, or get a whole one")


def _forbidden(font: FontFacts, cluster: str) -> Fault:
    what = f"{font.family} has {cluster!r}, but its maker does not allow that it is embedded"
    return Fault(what, Place(str(font.path)), "get another font: booklet fonts add")


def _ideographs_are_native(language: str) -> bool:
    return language.lower().partition("-")[0] in {"ja", "ko", "zh", "yue"}


def _numbers(glyph: int | tuple[tuple[int, int, int], ...]) -> Iterator[int]:
    if isinstance(glyph, int):
        yield glyph
    else:
        yield from (gid for gid, _, _ in glyph)


def _distance(font: FontFacts, wanted: int) -> float:
    """How far a font's weight is from the one that is wanted."""
    least, most = font.weights or (font.weight, font.weight)
    return max(least - wanted, wanted - most, 0)


def _scale(face: Face, x_height: float) -> float:
    """The scale by which a face's small letters are as high as those of another."""
    if not face.x_height or not x_height:
        return 1.0
    return round(min(max(x_height / face.x_height, _SCALES[0]), _SCALES[1]), 2)
