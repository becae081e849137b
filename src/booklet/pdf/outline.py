"""The outline (bookmarks) and the page labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.layout.pages import Entry
from booklet.pdf.canvas import Canvas
from booklet.pdf.links import destination
from booklet.pdf.syntax import Ref, text_string

Style: TypeAlias = Literal["", "D", "r", "R"]
"""How a label counts: not at all, in arabic numerals, in small or in large roman ones (ISO 32000-1, table 159)."""


class Label(NamedTuple):
    """A page's label: `prefix`, then `number` in `style`."""

    style: Style
    prefix: str
    number: int


_ROMAN_DIGITS: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_OPEN: Final = 24
"""A branch is open if that shows no more lines than these, about half a side bar; else what is below it is closed, and
it too if that is not enough."""

_ARABIC: Final = re.compile(r"(.*?)([1-9][0-9]*)")


def write_outline(canvas: Canvas, entries: Sequence[Entry], places: Mapping[str, str]) -> Ref | None:
    """Write the outline; branches with many lines are closed.

    Args:
        canvas: the file that it goes into.
        entries: its lines from top to bottom; one that is deeper than the line above hangs from that line.
        places: the destination of each anchor.

    Returns:
        The outline, or None if there are no entries.

    Raises:
        ValueError: an entry leads to an anchor that does not exist.

    Source: ISO 32000-1, 12.3.3.
    """
    if not entries:
        return None
    refs = [canvas.reserve() for _ in entries]
    outline = canvas.reserve()
    parents = _parents([entry.level for entry in entries])
    below: dict[int | None, list[int]] = {}
    for index, parent in enumerate(parents):
        below.setdefault(parent, []).append(index)
    counts = _counts(below, len(entries))
    for parent, siblings in below.items():
        for place, index in enumerate(siblings):
            entry = entries[index]
            before = f"/Prev {refs[siblings[place - 1]]}" if place else ""
            after = f"/Next {refs[siblings[place + 1]]}" if place + 1 < len(siblings) else ""
            canvas.put(
                refs[index],
                f"<</Title{text_string(entry.title)}/Dest{destination(places, entry.anchor)}"
                f"/Parent {outline if parent is None else refs[parent]}{before}{after}"
                f"{_family(refs, below.get(index, ()), counts[index])}>>",
            )
    top = below[None]
    count = sum(1 + max(0, counts[index]) for index in top)
    canvas.put(outline, f"<</Type/Outlines/First {refs[top[0]]}/Last {refs[top[-1]]}/Count {count}>>")
    return outline


def _parents(levels: Sequence[int]) -> list[int | None]:
    """The index of the entry that each hangs from."""
    parents: list[int | None] = []
    path: list[int] = []
    for index, level in enumerate(levels):
        while path and levels[path[-1]] >= level:
            path.pop()
        parents.append(path[-1] if path else None)
        path.append(index)
    return parents


def _counts(below: Mapping[int | None, Sequence[int]], number: int) -> list[int]:
    """How many lines one sees below each entry when it is open; as a negative number if it is closed."""
    counts = [0] * number
    for index in range(number - 1, -1, -1):
        children = below.get(index, ())
        seen = sum(1 + max(0, counts[child]) for child in children)
        if seen > _OPEN:
            for child in children:
                counts[child] = -abs(counts[child])
            seen = len(children)
        counts[index] = seen if seen <= _OPEN else -seen
    return counts


def _family(refs: Sequence[Ref], children: Sequence[int], count: int) -> str:
    """What an entry says of those below it: the first, the last, and how many there are to be seen."""
    return f"/First {refs[children[0]]}/Last {refs[children[-1]]}/Count {count}" if children else ""


def page_labels(folios: Iterable[str]) -> str:
    """The number tree that gives every page its folio as label.

    Source: ISO 32000-1, 12.4.2.

    >>> page_labels(["i", "ii", "1", "2"])
    '<</Nums[0 <</S/r>> 2 <</S/D>>]>>'
    """
    runs: list[str] = []
    expected: Label | None = None
    for index, folio in enumerate(folios):
        label = read_label(folio)
        if label != expected:
            style = f"/S/{label.style}" if label.style else ""
            prefix = f"/P{text_string(label.prefix)}" if label.prefix or not label.style else ""
            start = f"/St {label.number}" if label.number != 1 else ""
            runs.append(f"{index} <<{style}{prefix}{start}>>")
        expected = label._replace(number=label.number + 1) if label.style else label
    return f"<</Nums[{' '.join(runs)}]>>"


def read_label(folio: str) -> Label:
    """A folio taken apart.

    >>> read_label("A-3")
    Label(style='D', prefix='A-', number=3)
    >>> read_label("xiv")
    Label(style='r', prefix='', number=14)
    >>> read_label("Cover")
    Label(style='', prefix='Cover', number=1)
    """
    if arabic := _ARABIC.fullmatch(folio):
        return Label("D", arabic[1], int(arabic[2]))
    if number := _roman_value(folio):
        return Label("r", "", number)
    if number := _roman_value(folio.swapcase()) if folio.isupper() else 0:
        return Label("R", "", number)
    return Label("", folio, 1)


def _roman_value(text: str) -> int:
    """The value of a small roman numeral, or 0 if the text is not one as it should be written."""
    value, rest = 0, text
    for worth, digit in _ROMAN_DIGITS:
        while rest.startswith(digit):
            value, rest = value + worth, rest[len(digit) :]
    return value if not rest and _roman(value) == text else 0


def _roman(value: int) -> str:
    out = ""
    for worth, digit in _ROMAN_DIGITS:
        count, value = divmod(value, worth)
        out += digit * count
    return out
