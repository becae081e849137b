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

_ARABIC: Final = re.compile(r"(.*?)([1-9][0-9]*)")


def write_outline(canvas: Canvas, entries: Sequence[Entry], places: Mapping[str, str]) -> Ref | None:
    """Write the outline with every branch open.

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
    for parent, siblings in below.items():
        for place, index in enumerate(siblings):
            entry = entries[index]
            before = f"/Prev {refs[siblings[place - 1]]}" if place else ""
            after = f"/Next {refs[siblings[place + 1]]}" if place + 1 < len(siblings) else ""
            canvas.put(
                refs[index],
                f"<</Title{text_string(entry.title)}/Dest{destination(places, entry.anchor)}"
                f"/Parent {outline if parent is None else refs[parent]}{before}{after}"
                f"{_family(refs, below.get(index, ()), parents, index)}>>",
            )
    top = below[None]
    canvas.put(outline, f"<</Type/Outlines/First {refs[top[0]]}/Last {refs[top[-1]]}/Count {len(entries)}>>")
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


def _family(refs: Sequence[Ref], children: Sequence[int], parents: Sequence[int | None], index: int) -> str:
    """What an entry says of those below it: the first, the last, and how many there are at all depths."""
    if not children:
        return ""
    last = index + 1
    while last < len(parents) and _hangs_from(parents, last, index):
        last += 1
    return f"/First {refs[children[0]]}/Last {refs[children[-1]]}/Count {last - index - 1}"


def _hangs_from(parents: Sequence[int | None], index: int, ancestor: int) -> bool:
    parent = parents[index]
    while parent is not None and parent != ancestor:
        parent = parents[parent]
    return parent == ancestor


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
