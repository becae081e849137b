"""Names on badges: as large as they can be, whole, and the given name larger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from booklet.model.attendees import Attendee
from booklet.model.people import is_east_asian
from booklet.parts.badge_text import TINY, Block, Inline, Side, set_lines, side_of, stack, whole
from booklet.parts.desk import Desk
from booklet.text.scripts import has_spaceless
from booklet.text.typography import tie_initials

READABLE: Final = 14.0
"""Points; a name that is smaller cannot be read by who stands before its bearer."""

SCALE: Final = (
    *(160.0, 128.0, 108.0, 90.0, 74.0, 60.0, 48.0, 40.0, 34.0, 28.0, 24.0, 20.0, 17.0, 14.0, 12.0, 10.0, 8.0),
    *TINY,
)
"""The sizes that names have, in points."""

_FAMILY: Final = (0.42, 0.78)
"""How large a family name is at the least and at the most, as a share of the given name's size."""

_WORTH: Final = 0.6
"""What the size of a family name counts for, beside the given name's."""

_LINE: Final = 0.7
"""What a size counts for with each further line: type on two lines must be 1.4 times as large as on one."""

_ALIKE: Final = 0.8
"""What a name with a given and a family name counts for if both have one size."""

_MOST: Final = 4
"""Lines of a name at the most, where it can be read at all."""

_LEADING: Final = 1.1
_BELOW: Final = 1.2
"""Leading within a name, and from the given to the family name, in sizes."""

_TITLES: Final = re.compile(
    r"(?:(?:(?:Prof|Professor|Dr|Univ|em|habil|PD|Mag|Ing|Dipl|Sir|Dame|Rev|Hon|Mr|Mrs|Ms)\b(?:-[A-Z]\w+)?\.?)\s+)+(?=\S)"
)
"""Titles before a name, which are of it, but nothing to call anybody by."""

_APART: Final = re.compile(
    "[A-Za-z\u00aa-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u1fff\u2c00-\u2d2f\ua640-\ua69f\ua720-\ua7ff]"
)
"""Letters of the scripts in which given and family names are words of their own that may have sizes of their own."""


_VIETNAMESE: Final = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters of names that mostly begin with the family name: only a list can tell where it ends."""


_MEASURED: Final = 100.0
_BEARINGS: Final = 0.25
"""How much narrower the ink of a word may be than its advance, in sizes."""

_ENDS: Final = re.compile(r"[ \u2000-\u200b\u00ad]|(?<=[-‐–—/])")
"""Where a line may end."""


class NameParts(NamedTuple):
    """A name as it is shown: titles, and the larger and the smaller part in their order, or the whole as the larger."""

    title: str
    large: str
    small: str = ""
    small_first: bool = False

    @property
    def text(self) -> str:
        """The name without its titles."""
        both = (self.small, self.large) if self.small_first else (self.large, self.small)
        return " ".join(filter(None, both))


class FittedName(NamedTuple):
    """A name that has been set, and the size of the smallest of its type but for titles, in points."""

    block: Block
    size: float


def parts_of(desk: Desk, attendee: Attendee) -> NameParts:
    """A name in its parts, as the list has them apart, or else as the family name is told."""
    name = unicodedata.normalize("NFC", whole(" ".join(attendee.name.split())))
    found = _TITLES.match(name)
    title, bare = (found[0].strip(), name[found.end() :]) if found else ("", name)
    if is_east_asian(bare) or not all(_APART.match(sign) for sign in bare if sign.isalpha()):
        return NameParts("", name)
    family, given = (unicodedata.normalize("NFC", " ".join(part.split())) for part in (attendee.family, attendee.given))
    if family and given and bare == f"{family} {given}":
        return NameParts(title, given, family, small_first=True)
    told = "" if _VIETNAMESE.search(bare) else desk.family(bare)
    for last in filter(None, dict.fromkeys([family, told])):
        first, _, rest = bare.rpartition(f" {last}")
        if first and (first[-1].isalnum() or first[-1] in '.)”"') and not rest[:1].isalnum():
            return NameParts(title, first, f"{last}{rest}")
    return NameParts(title, bare)


class _Try(NamedTuple):
    """A way to set a name: its lines, the smallest size of its parts, its worth, and whether titles are in it."""

    lines: tuple[Inline, ...]
    size: float
    worth: float
    titled: bool = False


def fit_name(
    desk: Desk, parts: NameParts, measure: float, height: float, largest: float, *, side: Side | None = None
) -> FittedName | None:
    """Set a name as large as a space allows: nothing of it is cut, and no hyphen is added.

    Of all ways that fit the one counts most whose smallest type can be read, then the one with the largest type; a
    further line must be worth it.

    Args:
        desk: shapes the words.
        parts: the name.
        measure: width of the space in points.
        height: its height in points.
        largest: the largest size to be tried, in points.
        side: on which side it is; where its script begins if None.

    Returns:
        The name; None if there is no room for any of its sizes.
    """
    side = side or side_of(desk, parts.text)
    best: tuple[tuple[float, float], FittedName] | None = None
    for tried in _tries(desk, parts, side, measure, largest):
        rank = (min(tried.size, READABLE), tried.worth)
        if best is not None and rank <= best[0]:
            continue
        over = () if tried.titled else _title(desk, parts, side, measure, tried.lines[0].size)
        block = stack((*over, *tried.lines), _LEADING)
        if block.height <= height:
            best = rank, FittedName(block, tried.size)
    return best[1] if best else None


def _tries(desk: Desk, parts: NameParts, side: Side, measure: float, largest: float) -> Iterator[_Try]:
    """Every way that is no wider than the measure: the whole in one size, and its parts in two."""
    sizes = [size for size in SCALE if size <= largest]
    text = parts.text
    wholes = _set(desk, text, "sans-bold", side, measure, sizes)
    for size, lines in wholes.items():
        if len(lines) <= _MOST or size <= READABLE:
            alike = _ALIKE if parts.small else 1.0
            yield _Try(lines, size, (1 + _WORTH) * alike * size * _LINE ** (len(lines) - 1))
    if parts.title:
        for size, lines in _set(desk, f"{parts.title} {text}", "sans-bold", side, measure, sizes).items():
            if len(lines) <= _MOST:
                yield _Try(lines, size, _ALIKE * size * _LINE ** (len(lines) - 1), titled=True)
    if not parts.small:
        return
    bigs = _set(desk, parts.large, "sans-bold", side, measure, sizes)
    smalls = _set(desk, parts.small, "sans", side, measure, sizes)
    for size, large in bigs.items():
        for other, small in smalls.items():
            if not _FAMILY[0] * size <= other <= _FAMILY[1] * size or len(large) + len(small) > _MOST:
                continue
            lines = (*small, *large) if parts.small_first else (*large, *small)
            worth = size * _LINE ** (len(large) - 1) + _WORTH * other * _LINE ** (len(small) - 1)
            yield _Try(lines, other, worth)


def _set(
    desk: Desk, text: str, face: str, side: Side, measure: float, sizes: list[float]
) -> Mapping[float, tuple[Inline, ...]]:
    """A part of a name in all of some sizes in which its lines fit the measure; the smallest only if need be."""
    tied = tie_initials(text)
    found: dict[float, tuple[Inline, ...]] = {}
    widest = _widest(desk, tied, face)
    alone: Inline | None = None  # what is one line in a size is the same line in all that are smaller
    for size in sizes:
        if (widest - _BEARINGS) * size > measure:
            continue
        if size <= TINY[0] and any(len(lines) <= 2 for lines in found.values()):
            break
        if alone is not None:
            found[size] = (alone.scaled(size / alone.size, side, measure),)
            continue
        lines = set_lines(desk, (desk.span(tied, desk.house.style(face, size)),), side, measure)
        if lines:
            found[size] = lines
            alone = lines[0] if len(lines) == 1 and lines[0].size == size else None
    return found


def _widest(desk: Desk, text: str, face: str) -> float:
    """The width of what no line ends in, in sizes: most sizes of a name are too large, which this tells at once."""
    spoken = desk.typeset(text)
    if has_spaceless(spoken):
        return 0.0
    style = desk.house.style(face, _MEASURED)
    return max((desk.typesetter.width(style, part) for part in _ENDS.split(spoken)), default=0.0) / _MEASURED


def _title(desk: Desk, parts: NameParts, side: Side, measure: float, beside: float) -> tuple[Inline, ...]:
    """Titles as a line of small type over a name."""
    if not parts.title:
        return ()
    style = desk.house.style("sans", 0.0, desk.house.inks.quiet)
    for size in (max(7.0, round(0.36 * beside, 1)), *TINY):
        lines = set_lines(desk, (desk.span(parts.title, style._replace(size=size)),), side, measure)
        if lines and len(lines) == 1:
            return lines
    return ()
