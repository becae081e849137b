"""Sheets of labels that are told by their measures.

    custom: 90x55 mm, 2x5 on a4, margins 15 11 mm, gaps 0 0 mm, corner 3 mm

First the label, then how many columns and rows on which sheet; all else may be left out. The same as a mapping has the
keys of `KEYS` with the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from booklet.errors import BookletError, Fault
from booklet.geometry import INCH, MM, Size
from booklet.layout.label_sheet import Template

SHEETS: Final[Mapping[str, Size]] = {
    "a3": Size(297 * MM, 420 * MM),
    "a4": Size(210 * MM, 297 * MM),
    "a5": Size(148 * MM, 210 * MM),
    "letter": Size(8.5 * INCH, 11 * INCH),
    "legal": Size(8.5 * INCH, 14 * INCH),
    "tabloid": Size(11 * INCH, 17 * INCH),
}
"""Sheets that printers hold, upright, by their names."""

PREFIX: Final = "custom"

KEYS: Final = ("label", "grid", "margins", "gaps", "corner", "slot", "fold", "cut")
"""What can be said of a sheet. `fold` and `cut` are said or not; in a mapping they are "yes" or "no"."""

EXAMPLE: Final = "custom: 90x55 mm, 2x5 on a4, margins 15 11 mm, gaps 0 0 mm"

_UNITS: Final = {"mm": MM, "cm": 10 * MM, "in": INCH, "inch": INCH, '"': INCH, "″": INCH, "pt": 1.0}

_LENGTH: Final = r"(\d{1,5}(?:[.,]\d{1,5})?)"
_PAIR: Final = re.compile(rf"{_LENGTH}\s*(?:x|×|\s)\s*{_LENGTH}\s*([a-z]+|[\"″])")
_ONE: Final = re.compile(rf"{_LENGTH}\s*([a-z]+|[\"″])")
_GRID: Final = re.compile(r"(\d{1,4})\s*[x×]\s*(\d{1,4})\s+on\s+(.+)")

_BETWEEN: Final = re.compile(r"[,;](?=\s|$)|;")
"""Between the words for two things; the comma of 13,5 mm is none."""

_EXACT: Final = 0.05
_SMALLEST: Final = 10 * MM
_LARGEST: Final = 2000 * MM
_MOST: Final = 1000
"""Points that rounded measures may be off, the smallest side of a label, the largest of a sheet, and labels on one."""


def is_custom(name: str) -> bool:
    """Whether a template is told by its measures."""
    return name.strip().casefold().startswith(f"{PREFIX}:")


def custom_template(measures: str | Mapping[str, str]) -> Template:
    """The template of a sheet by its measures.

    The label is width by height, the grid columns by rows on a sheet, which is a name of `SHEETS` ("a4", "letter
    landscape") or again two lengths. Margins are from the left and the upper edge to the first label, and put the
    labels in the middle of the sheet if they are not given; gaps are between columns and between rows. A sheet to "cut"
    gets crop marks, which others do not.

    Args:
        measures: in words, with or without "custom:", or as a mapping.

    Raises:
        BookletError: something is not understood, or the labels do not fit on the sheet.
    """
    said = dict(_said(measures)) if isinstance(measures, str) else {key: str(value) for key, value in measures.items()}
    if unknown := [key for key in said if key not in KEYS]:
        raise _fault(f"{unknown[0]!r} is not a measure of labels", f"known are {', '.join(KEYS)}")
    for key in ("label", "grid"):
        if not said.get(key):
            raise _fault(f"the {key} of the labels is missing", f"say it so: {EXAMPLE}")
    label = Size(*_pair("label", said["label"]))
    columns, rows, sheet = _grid(said["grid"])
    gaps = _pair("gaps", said["gaps"]) if "gaps" in said else (0.0, 0.0)
    fold = _yes("fold", said.get("fold", "no"))
    across, down = label.width + gaps[0], label.height * (2 if fold else 1) + gaps[1]
    taken = Size(columns * across - gaps[0], rows * down - gaps[1])
    middle = ((sheet.width - taken.width) / 2, (sheet.height - taken.height) / 2)
    left, top = _pair("margins", said["margins"]) if "margins" in said else middle
    template = Template(
        *(
            PREFIX,
            f"{columns} × {rows} labels of {_words(label)}",
            sheet,
            label,
            columns,
            rows,
            left,
            top,
            across,
            down,
        ),
        corner=_one("corner", said["corner"]) if "corner" in said else 0.0,
        fold="top" if fold else "",
        slot=_one("slot", said["slot"]) if "slot" in said else 0.0,
        scored=not _yes("cut", said.get("cut", "no")),
        source="as told",
    )
    _check(template, taken)
    return template


def _said(words: str) -> Iterator[tuple[str, str]]:
    """What the words say, by keys."""
    text = words.strip().casefold()
    if is_custom(text):
        text = text.partition(":")[2]
    seen: set[str] = set()
    for clause in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        word, _, rest = clause.partition(" ")
        if _GRID.fullmatch(clause):
            key, value = "grid", clause
        elif clause[0].isdigit():
            key, value = "label", clause
        elif word in {"fold", "cut"} and not rest:
            key, value = word, "yes"
        else:
            key, value = word.rstrip(":"), rest.strip()
        if key in seen:
            raise _fault(f"the {key} of the labels is said twice: {clause!r}", f"say it so: {EXAMPLE}")
        seen.add(key)
        yield key, value


def _grid(words: str) -> tuple[int, int, Size]:
    match = _GRID.fullmatch(words.strip().casefold())
    if match is None:
        raise _fault(f"the grid {words!r} is not understood", "say columns by rows on a sheet: 2x5 on a4")
    columns, rows = int(match[1]), int(match[2])
    if not 0 < columns * rows <= _MOST:
        raise _fault(f"a sheet cannot have {columns} by {rows} labels", f"give a grid of 1 to {_MOST} labels")
    name, _, turn = match[3].strip().partition(" ")
    if name in SHEETS and turn.strip() in {"", "portrait", "landscape"}:
        size = SHEETS[name]
        return columns, rows, Size(size.height, size.width) if turn.strip() == "landscape" else size
    if not _PAIR.fullmatch(match[3].strip()):
        known = ", ".join(SHEETS)
        raise _fault(f"the sheet {match[3]!r} is not known", f"give one of {known}, or its measures: 2x5 on 210x297 mm")
    return columns, rows, Size(*_pair("sheet", match[3]))


def _pair(key: str, words: str) -> tuple[float, float]:
    match = _PAIR.fullmatch(words.strip().casefold())
    if match is None or match[3] not in _UNITS:
        hint = f"give two lengths and their unit (mm, cm, in or pt): {key} 15 11 mm"
        raise _fault(f"the {key} {words!r} is not understood", hint)
    return _points(match[1], match[3]), _points(match[2], match[3])


def _one(key: str, words: str) -> float:
    match = _ONE.fullmatch(words.strip().casefold())
    if match is None or match[2] not in _UNITS:
        hint = f"give a length and its unit (mm, cm, in or pt): {key} 3 mm"
        raise _fault(f"the {key} {words!r} is not understood", hint)
    return _points(match[1], match[2])


def _yes(key: str, words: str) -> bool:
    word = words.strip().casefold()
    if word not in {"yes", "true", "no", "false"}:
        raise _fault(f"{key} {words!r} is not understood", "say yes or no")
    return word in {"yes", "true"}


def _points(figures: str, unit: str) -> float:
    return float(figures.replace(",", ".")) * _UNITS[unit]


def _check(template: Template, taken: Size) -> None:
    sheet, label = template.sheet, template.label
    if min(label) < _SMALLEST or max(sheet) > _LARGEST:
        raise _fault(
            f"labels of {_words(label)} on a sheet of {_words(sheet)} cannot be printed",
            "a label is at least 10 mm wide and high, and a sheet at most 2 m",
        )
    for name, start, length, room in (
        ("wide", template.left, taken.width, sheet.width),
        ("high", template.top, taken.height, sheet.height),
    ):
        if start < -_EXACT or start + length > room + _EXACT:
            raise _fault(
                f"the labels do not fit on the sheet: with the margin of {start / MM:.1f} mm they are "
                f"{(start + length) / MM:.1f} mm {name}, and the sheet is {room / MM:.1f} mm {name}",
                "check the label's size, the grid, margins and gaps",
            )
    if template.corner > min(label) / 2 + _EXACT or template.slot > label.width:
        raise _fault("the corner or the slot is larger than the label", "give smaller ones")


def _words(size: Size) -> str:
    return " × ".join(f"{length / MM:.2f}".rstrip("0").rstrip(".") for length in size) + " mm"


def _fault(what: str, hint: str) -> BookletError:
    return BookletError([Fault(what, None, hint)])
