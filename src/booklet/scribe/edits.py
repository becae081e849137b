"""Edits to the text of a program that leave every other character as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from booklet.errors import BookletError, Fault, Place
from booklet.model.program import Key
from booklet.scribe.proof import FILE
from booklet.scribe.spans import Node, Span, Survey

_LINE: Final = re.compile(r"\r\n|\r|\n")
_WHITE: Final = " \t\r\n"
_QUOTED_KEY: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_COLON: Final = re.compile(r":(?=\s|$)")
"""What ends a plain key (YAML 1.2.2, 7.3.3)."""

_BY_HAND: Final = "import into a file of its own, and take over by hand what you want of it"


class Edit(NamedTuple):
    """Characters to replace, and by what; lines end in a line feed there."""

    start: int
    end: int
    text: str


class Kept(NamedTuple):
    """An item of a list that stays where it is."""

    number: int


class Fresh(NamedTuple):
    """An item that is put there: its lines, with a line feed at the end."""

    text: str


Slot: TypeAlias = Kept | Fresh
"""An item of a list as it shall be."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made, and with its own kind of line ends; edits at one place are made in their order.

    Raises:
        BookletError: two edits overlap.
    """
    line_end = line_end_of(text)
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(_clear(text, list(edits)), key=lambda edit: (edit.start, edit.end)):
        if start < at:
            raise BookletError([Fault("two changes meet in one place", Place(FILE), _BY_HAND)])
        parts += [text[at:start], _LINE.sub("\n", new).replace("\n", line_end)]
        at = end
    return "".join([*parts, text[at:]])


def _clear(text: str, edits: list[Edit]) -> Iterator[Edit]:
    """The edits, what is put into the white lines at the end of something that goes being put behind it."""
    gone = [edit for edit in edits if edit.start < edit.end]
    for edit in edits:
        end = next((other.end for other in gone if other.start < edit.start < other.end), edit.start)
        if edit.start == edit.end and text[edit.start : end].isspace():
            yield Edit(end, end, edit.text)
        else:
            yield edit


def line_end_of(text: str) -> str:
    """What the lines of a text end with."""
    found = _LINE.search(text)
    return found[0] if found else "\n"


def refuse_flow(survey: Survey, node: Node) -> None:
    """Refuse to edit what stands between brackets.

    Raises:
        BookletError: it does.
    """
    if node.flow:
        line = survey.text.count("\n", 0, node.span.start) + 1
        hint = "write it line by line instead of between brackets, and import again"
        raise BookletError(
            [Fault("what stands here in brackets cannot be brought up to date", Place(FILE, line), hint)]
        )


def record_edits(
    survey: Survey,
    at: Key,
    values: Mapping[str, str | None],
    order: Sequence[str],
    *,
    renamed: Mapping[str, str] | None = None,
) -> Iterator[Edit]:
    """Change values of a record.

    Args:
        survey: the text.
        at: where the record is.
        values: the new values by their keys, as `member` writes them (`key: value`); None takes the key out.
        order: all keys in the order in which they are written.
        renamed: keys that are to be called otherwise, and how.
    """
    record = survey.node(at)
    if not record.inside:
        indent = " " * record_column(survey, at)
        yield filling(survey, record, "".join([f"{indent}{written}\n" for written in values.values() if written]))
        return
    refuse_flow(survey, record)
    stay = {name: node for name in order if (node := record.find((name,))) and values.get(name, "") is not None}
    if not stay:
        yield from _rewriting(survey, record, [written for written in values.values() if written])
        return
    begin = min(node.key.start for node in stay.values())
    yield from _removals(survey, record, [name for name, value in values.items() if value is None])
    for name, new in (renamed or {}).items():
        if node := record.find((name,)):
            yield Edit(node.key.start, node.key.end, new)
    for name in sorted((name for name in values if values[name] is not None), key=order.index):
        written = values[name] or ""
        if name in stay:
            node = stay[name]
            above = record.span.start if node.key.start == begin else node.key.start
            yield from _replacement(survey, node, written, above=above)
        else:
            yield addition(survey, record, stay, name, written, order)


def filling(survey: Survey, empty: Node, lines: str) -> Edit:
    """Put lines below the key of a record that says nothing; `{}` or `null` goes, and a remark beside it stays."""
    end = survey.line_end(empty.key.end)
    colon = survey.text.index(":", empty.key.end) + 1
    if empty.span.start < colon or empty.span.end == empty.span.start:
        return Edit(end, end, lines)
    beside = survey.text[empty.span.end : end].rstrip(_WHITE)
    return Edit(colon, end, f"{beside}\n{lines}")


def record_column(survey: Survey, at: Key) -> int:
    """How far the keys of a record are indented."""
    record = survey.node(at)
    return survey.column(record.span.start) if record.inside else survey.column(record.key.start) + 2


def addition(
    survey: Survey, record: Node, stay: Mapping[str, Node], name: str, written: str, order: Sequence[str]
) -> Edit:
    """A key that is not there yet, behind those that come before it."""
    before = [node for key, node in stay.items() if order.index(key) < order.index(name)]
    if before:
        end = max(node.span.end for node in before)
        at = survey.line_end(end)
        return Edit(at, at, " " * survey.column(record.span.start) + written + "\n")
    first = min(stay.values(), key=lambda node: node.key.start)
    return Edit(first.key.start, first.key.start, f"{written}\n{' ' * survey.column(first.key.start)}")


def list_edits(
    survey: Survey, at: Key, slots: Sequence[Slot], *, left: Mapping[int, Sequence[str]] | None = None
) -> Iterator[Edit]:
    """Put the items of a list in a new order, in which those that are kept have not changed places.

    Items are parted by empty lines if they were before.

    Args:
        survey: the text.
        at: where the list is.
        slots: its items as they shall be.
        left: remarks that stay behind where items go, by the numbers of these.
    """
    items = survey.node(at)
    refuse_flow(survey, items)
    blocks = [survey.block(node) for node in items.inside.values()]
    apart = "\n" if len(blocks) < 2 or survey.after_empty_lines(blocks[0].end) > blocks[0].end else ""
    kept = {slot.number for slot in slots if isinstance(slot, Kept)}
    for number, block in enumerate(blocks):
        if number not in kept:
            last_of_all = not kept and block is blocks[-1]
            end = block.end if last_of_all else survey.after_empty_lines(block.end)
            remarks = _remark_rows(dash_column(survey, at), (left or {}).get(number, ()))
            yield Edit(block.start, end, remarks and remarks + apart)
    if not kept:
        fresh = apart.join([slot.text for slot in slots if isinstance(slot, Fresh)])
        yield Edit(blocks[0].start, blocks[0].start, fresh)
        return
    last: int | None = None
    for slot in slots:
        if isinstance(slot, Kept):
            last = slot.number
        elif last is None:
            yield Edit(blocks[min(kept)].start, blocks[min(kept)].start, slot.text + apart)
        else:
            yield Edit(blocks[last].end, blocks[last].end, apart + slot.text)


def taken(survey: Survey, at: Key, column: int) -> str:
    """An item with the remarks above it, letter by letter, as it is put into a list whose dashes are at a column."""
    item = survey.node(at)
    start, end = survey.block(item)
    shift = column - survey.column(item.key.start)
    lines = _LINE.split(survey.text[start:end].rstrip("\r\n"))
    return "".join([_shifted(line, shift) + "\n" for line in lines])


def dash_column(survey: Survey, at: Key) -> int:
    """How far the dashes of a list are indented."""
    items = survey.node(at)
    return survey.column(items.inside[0].key.start)


def _shifted(line: str, shift: int) -> str:
    """A line that is indented by so much more, or less."""
    bare = line.lstrip(" ")
    return " " * max(len(line) - len(bare) + shift, 0) + bare if bare else line


def _removals(survey: Survey, record: Node, names: Sequence[str]) -> Iterator[Edit]:
    """Take out keys with their lines; remarks that stood there stay, on lines of their own."""
    gone = {node.key.start for name in names if (node := record.find((name,)))}
    nodes = list(record.inside.values())
    first = next(number for number, node in enumerate(nodes) if node.key.start not in gone)
    if first:
        # The first key may stand behind the dash of an item, which stays.
        span = Span(nodes[0].key.start, nodes[first].key.start)
        yield from _above(survey, span.start, survey.remarks(span))
        yield Edit(*span, "")
    for node in nodes[first:]:
        if node.key.start in gone:
            span = Span(survey.line_start(node.key.start), survey.line_end(node.span.end))
            column = survey.column(node.key.start)
            remarks = _remark_rows(column, survey.remarks(span))
            apart = not column or survey.line_is_empty(span.start - 1)
            yield Edit(span.start, survey.after_empty_lines(span.end) if apart else span.end, remarks)


def _rewriting(survey: Survey, record: Node, members: Sequence[str]) -> Iterator[Edit]:
    """Other values for a record of which none stays; remarks in it move above it."""
    span = Span(record.span.start, survey.line_end(record.span.end))
    yield from _above(survey, span.start, survey.remarks(span))
    yield Edit(*span, f"\n{' ' * survey.column(span.start)}".join(members) + "\n")


def _replacement(survey: Survey, node: Node, written: str, *, above: int) -> Iterator[Edit]:
    """Another value behind a key; remarks that stood in the old one move above the line of a place."""
    text = survey.text
    colon = text.index(":", node.key.end) + 1
    value = written[_key_length(written) + 1 :]
    if (
        value
        and "\n" not in value
        and not _LINE.search(text, node.key.start, node.span.end)
        and node.span.end > node.span.start
    ):
        yield Edit(node.span.start, node.span.end, value[1:])
        return
    rest = survey.line_end(node.span.end)
    end = node.span.end
    if "\n" in value and survey.remarks(Span(end, rest)):
        end = max(end, len(text[:rest].rstrip(_WHITE)))
    yield from _above(survey, above, survey.remarks(Span(colon, end)))
    yield Edit(colon, max(colon, end), value)


def _key_length(written: str) -> int:
    """Where the key of a line ends; a key in quotes may hold any colon, a plain one such as is in a time."""
    key = _QUOTED_KEY.match(written)
    if key:
        return key.end()
    colon = _COLON.search(written)
    return colon.start() if colon else len(written)


def _remark_rows(column: int, remarks: Sequence[str]) -> str:
    """Remarks on lines of their own."""
    return "".join([f"{' ' * column}{remark}\n" for remark in remarks])


def _above(survey: Survey, at: int, remarks: Sequence[str]) -> Iterator[Edit]:
    """Remarks on lines of their own above the line of a place."""
    start = survey.line_start(at)
    indent = survey.text[start:at][: len(survey.text[start:at]) - len(survey.text[start:at].lstrip(" "))]
    for remark in remarks:
        yield Edit(start, start, f"{indent}{remark}\n")
