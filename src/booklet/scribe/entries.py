"""Entries and other records become the lines of program.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from typing_extensions import assert_never

from booklet.model.people import read_person
from booklet.model.program import Key, Session, Speaker
from booklet.model.times import TimeSpan
from booklet.scribe.fields import (
    KIND,
    TITLE,
    Fields,
    Group,
    Listing,
    People,
    Prose,
    Records,
    Value,
    Words,
    session_fields,
)
from booklet.scribe.scalars import WIDEST, WIDTH, block, folded, scalar, wrapped


def item(session: Session, times: Mapping[Key, str], remarks: Mapping[Key, tuple[str, ...]], *, column: int) -> str:
    """An entry as an item of a list, with the remarks on it above it and its talks in it; no line end follows.

    Args:
        session: the entry.
        times: the times of entries as they are written, by `Session.at`.
        remarks: remarks on entries, likewise.
        column: how far the item's dash is indented.
    """
    indent = " " * column
    lines = [*remark_lines(remarks.get(session.at, ()), column=column)]
    written = record(keyed(session_fields(session)), column=column + 2, time=times.get(session.at, ""))
    lines.append(f"{indent}- {written[column + 2 :]}")
    if session.talks:
        talks = [item(talk, times, remarks, column=column + 4) for talk in session.talks]
        lines.append(f"{indent}  talks:\n" + "\n\n".join(talks))
    return "\n".join(lines)


def record(fields: Fields, *, column: int, time: str = "") -> str:
    """The lines of a record, each indented."""
    indent = " " * column
    return "\n".join([indent + member(key, value, column=column, time=time) for key, value in fields.items()])


def keyed(fields: Fields) -> Fields:
    """The fields of an entry by the keys that they are written with: its title's is its kind."""
    kind = str(fields[KIND][0])
    return {kind if key == TITLE else key: value for key, value in fields.items() if key != KIND}


def member(name: str, value: Value, *, column: int, time: str = "") -> str:
    """A key and its value; the first line is not indented.

    Args:
        name: the key.
        value: what it says.
        column: how far the key is indented.
        time: a time as it is written.
    """
    key = scalar(name)
    behind = partial(_inline, key, column=column)
    match value:
        case TimeSpan():
            return f"{key}: {time}"
        case Words(text):
            return behind(text)
        case Prose(text, always):
            if always or "\n" in text or column + len(key) + 2 + len(text) > WIDTH:
                return f"{key}: {block(text, column=column)}"
            return behind(text)
        case Listing(texts, rows):
            return _listing(key, texts, column=column, rows=rows)
        case People(people):
            return _people(key, people, column=column)
        case Group(fields):
            return f"{key}:\n{record(dict(fields), column=column + 2)}" if fields else f"{key}:"
        case Records(records):
            indent = " " * (column + 2)
            items = [record(dict(fields), column=column + 4)[column + 4 :] for fields in records]
            return "\n".join([f"{key}:", *[f"{indent}- {written}" for written in items]])
        case _:
            assert_never(value)


def remark_lines(remarks: Iterable[str], *, column: int) -> list[str]:
    """Remarks, each on lines that begin with "# "."""
    indent = " " * column + "# "
    return [indent + line for remark in remarks for line in wrapped(remark, WIDTH - len(indent))]


def _inline(key: str, text: str, *, column: int) -> str:
    return f"{key}: {folded(text, column=column, taken=len(key) + 2)}" if text else f"{key}:"


def _listing(key: str, texts: tuple[str, ...], *, column: int, rows: bool) -> str:
    line = f"{key}: [{', '.join([scalar(text, flow=True) for text in texts])}]"
    if not rows and column + len(line) <= WIDEST:
        return line
    return "\n".join([f"{key}:", *[" " * (column + 2) + f"- {scalar(text)}" for text in texts]])


def _people(key: str, people: tuple[Speaker, ...], *, column: int) -> str:
    """One person behind the key; several, and co-authors, in brackets if they fit on a line, else one by one."""
    names = [_one_line(who) for who in people]
    alone = len(people) == 1 and key != "with"
    line = scalar(names[0]) if alone else f"[{', '.join([scalar(name, flow=True) for name in names])}]"
    if all(names) and column + len(key) + 2 + len(line) <= WIDEST:
        return f"{key}: {line}"
    if alone:
        return f"{key}:\n{_person(people[0], column=column + 2)}"
    rows = [f"{key}:"]
    for who, name in zip(people, names, strict=True):
        fits = name and column + 4 + len(name) <= WIDEST
        rows.append(" " * (column + 2) + "- " + (scalar(name) if fits else _person(who, column=column + 4).lstrip(" ")))
    return "\n".join(rows)


def _person(who: Speaker, *, column: int) -> str:
    parts = {"name": Words(who.name), "position": Words(who.position), "affiliation": Words(who.affiliation)}
    return record({key: words for key, words in parts.items() if words.text}, column=column)


def _one_line(who: Speaker) -> str:
    """Name (Affiliation), or the name alone; nothing where that would be read as somebody else."""
    text = f"{who.name} ({who.affiliation})" if who.affiliation else who.name
    return text if read_person(text) == who else ""
