"""A theme: everything about the look that a designer would choose, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from booklet.layout.marks import Ink
from booklet.text.finding import Finder
from booklet.text.shelf import FaceFile, Shelf


class Scale(NamedTuple):
    """The sizes of type in points, on A5: seven of them and no more."""

    tiny: float
    small: float
    text: float
    large: float
    title: float
    display: float
    poster: float


class Margins(NamedTuple):
    """The margins of an A5 page, in points."""

    inner: float
    outer: float
    top: float
    bottom: float


class Inks(NamedTuple):
    """The colours: `text` on paper, `quiet` for what stands back, `hair` for rules, `tint` for the ground of pauses.

    `dots` are leaders and the dots of notes pages. `ground`, `line`, `accent` and `glow` are the cover's: what its art
    grows on, its lines and two accents; `soft` is for small type on that ground.
    """

    text: Ink
    quiet: Ink
    hair: Ink
    dots: Ink
    tint: Ink
    paper: Ink
    ground: Ink
    line: Ink
    soft: Ink
    accent: Ink
    glow: Ink


@dataclass(frozen=True, slots=True)
class Theme:
    """A house style. `faces` maps the face names used in styles to font files below the fonts folder.

    `leading` is the baseline grid on A5 and `measure` the longest line of text in ems of `scale.text`; `days` are the
    inks of the first, second … day, which begin again when there are more days, and `tracks` those of tracks.
    `lenders` are for each face that styles name those that lend the characters that it does not have, the first to be
    asked first; `scales` are the factors by which faces are set so that they look as large as those they stand among.
    """

    name: str
    faces: Mapping[str, str]
    scale: Scale
    leading: float
    measure: float
    margins: Margins
    inks: Inks
    days: tuple[Ink, ...]
    tracks: tuple[Ink, ...]
    lenders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)

    def shelf(self, finder: Finder | None = None, own: Finder | None = None) -> Shelf:
        """The theme's faces, none of them opened yet.

        Args:
            finder: looks for what these do not have.
            own: looks for what is set in a program's own fonts.
        """
        folder = fonts_folder()
        files = {name: FaceFile(folder / file, scale=self.scales.get(name, 1.0)) for name, file in self.faces.items()}
        return Shelf(files, self.lenders, finder, own)


def ink(code: str) -> Ink:
    """An ink from its hexadecimal sRGB code.

    >>> ink("#ff0000")
    Ink(red=1.0, green=0.0, blue=0.0)
    """
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Ink(round(red, 4), round(green, 4), round(blue, 4))


def fonts_folder() -> Path:
    """The folder that holds the vendored fonts: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "fonts"
    return installed if installed.is_dir() else package.parent.parent / "fonts"
