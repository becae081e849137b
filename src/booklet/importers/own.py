"""Our own files, program.yaml and the JSON that it is exported to, become manuscripts again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.material import Format, Material
from booklet.importers.own_json import manuscript_of_json
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.manuscripts.programs import manuscript_of
from booklet.model.files import LIMIT
from booklet.model.read import read_program_text
from booklet.model.times import writes_halves
from booklet.model.tree import Tree

_EVENT: Final = re.compile(r"^(?:event|\"event\"|'event')[ \t]*:", re.MULTILINE)
_DAYS: Final = re.compile(r"^(?:days|\"days\"|'days')[ \t]*:", re.MULTILINE)
_REMARK: Final = re.compile(r"^#", re.MULTILINE)
"""A remark at the beginning of a line; one further in may be part of a text."""


def _is_json(material: Material) -> bool:
    """Whether it has days with items, as our JSON does and program.yaml, which may be JSON too, does not."""
    raw = material.json
    if not isinstance(raw, dict) or not isinstance(days := raw.get("days"), list):
        return False
    items = any(isinstance(day, dict) and "items" in day for day in days)
    return items or (isinstance(raw.get("event"), dict) and not _has_sessions(days))


def _read_json(material: Material, _: Asked) -> Manuscript:
    """Read our JSON. Nothing in it is private: a program holds what is printed."""
    raw = material.json
    if raw is None:
        raise BookletError([_no_json(material)])
    manuscript = manuscript_of_json(raw, material.name)
    options = raw.get("booklet") if isinstance(raw, dict) else None
    return _reported(manuscript, options, material.name)


def _is_program(material: Material) -> bool:
    """Whether it has an event and days; whether the rest is right is for reading to find out."""
    raw = material.json
    if isinstance(raw, dict):
        days = raw.get("days")
        return "event" in raw and isinstance(days, list) and _has_sessions(days)
    return bool(_EVENT.search(material.text) and _DAYS.search(material.text))


def _read_program(material: Material, _: Asked) -> Manuscript:
    """Read a program.yaml; its pictures are not looked at. Nothing in it is private: it holds what is printed."""
    if len(material.data) > LIMIT:
        what = f"the file is larger than {LIMIT // 1024 // 1024} MB"
        raise BookletError([Fault(what, Place(material.name), "a program is a text; pictures are files of their own")])
    program, source = read_program_text(material.text, material.name)
    manuscript = replace(
        manuscript_of(program, source.place), halves=any(map(writes_halves, _times(source.tree.get("days"))))
    )
    manuscript = _reported(manuscript, source.tree.get("booklet"), material.name)
    if _REMARK.search(material.text):
        hint = "copy those that you need; or go on with the file itself, which has them"
        fault = Fault("left out the remarks behind '#'", Place(material.name), hint)
        manuscript = replace(manuscript, report=(*manuscript.report, fault))
    return manuscript


JSON: Final = Format("json", "JSON that booklet exports", _is_json, _read_json)
PROGRAM: Final = Format("program", "program.yaml", _is_program, _read_program)
FORMATS: Final = (JSON, PROGRAM)
"""Both, the one to ask first in front."""


def _has_sessions(days: list[Any]) -> bool:
    return any(isinstance(day, dict) and "sessions" in day for day in days)


def _times(tree: Tree | None) -> Iterator[str]:
    """The times of days, sessions and talks as they are written."""
    if isinstance(tree, list):
        for entry in tree:
            yield from _times(entry)
    elif isinstance(tree, dict):
        time = tree.get("time")
        if isinstance(time, str):
            yield time
        yield from _times(tree.get("sessions"))
        yield from _times(tree.get("talks"))


def _reported(manuscript: Manuscript, options: object, file: str) -> Manuscript:
    """The manuscript, with what is to be said of what it cannot hold."""
    faults = list(manuscript.report)
    pictures = [
        manuscript.venue.map,
        *[building.map for building in manuscript.venue.buildings],
        *[who.photo for who in manuscript.people.values()],
        *[sponsor.logo for tier in manuscript.sponsors for sponsor in tier.sponsors],
    ]
    if named := [picture.as_posix() for picture in pictures if picture is not None]:
        what = f"the program names pictures: {', '.join(named)}"
        faults.append(Fault(what, Place(file), "copy them into the folder of the new program.yaml, at these paths"))
    if isinstance(options, Mapping) and options:
        what = f"left out what 'booklet' says of {', '.join(map(str, options))}"
        faults.append(Fault(what, Place(file), "copy it to the end of program.yaml, below 'booklet:'"))
    return replace(manuscript, report=tuple(faults))


def _no_json(material: Material) -> Fault:
    """Where a text stops being JSON."""
    hint = "export it anew: it may have been cut off on the way"
    try:
        json.loads(material.text)
    except json.JSONDecodeError as error:
        return Fault("this is no JSON: it cannot be read here", Place(material.name, error.lineno, error.colno), hint)
    except (ValueError, RecursionError):
        pass
    return Fault("this is no JSON", Place(material.name), hint)
