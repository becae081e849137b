"""The format of a source is recognised by its content, not by its name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.material import Format, Material
from booklet.manuscripts.tags import NAMES
from booklet.model.texts import quoted

_DATA: Final = (
    "own", "frab_xml", "frab_json", "xcal", "ical", "sessionize", "indico", "aclpub", "conftool", "researchr",
    "openreview", "hotcrp",
)  # fmt: skip
"""The modules that read data by its keys or tags, in the order in which they are asked; each has FORMAT or FORMATS."""

_TABLES: Final = ("easychair", "cmt", "softconf", "spreadsheet")
"""Those that read tables by their headings; the last one reads any."""

_PAGE: Final = "page"
"""The module that reads every text that is nothing else."""

_TELLING: Final[dict[str, dict[str, str]]] = {
    "JSON": {
        "json": "event host venue days date items kind start_stated end_stated children chairs track affiliation",
        "frab-json": "schedule conference acronym dayscount timeslot_duration days rooms persons public_name slug guid",
        "sessionize": "sessions speakers questions categories categoryitems isservicesession startsat roomid tagline",
        "indico": "results contributions sessions conveners slottitle startdate roomfullname primaryauthors entrytype",
        "openreview": "notes forum invitation signatures content authorids venueid readers number",
        "hotcrp": "pid authors abstract decision options topics contacts submitted_at",
    },
    "XML": {
        "frab-xml": "schedule conference acronym timeslot_duration day room event persons person slug recording",
        "xcal": "icalendar vcalendar vevent dtstart dtend summary uid location attendee",
        "conftool": "sessions session session_id session_start presentations papers paper paperid abstract_plain",
        "researchr": "event subevent timeslot slot is_mirror event_id subevent_id",
    },
    "YAML": {
        "program": "event venue days booklet speakers short-title timezone sessions talk speaker abstract break time",
        "aclpub": "title start_time end_time chair papers subsessions authors first_name institution attributes",
    },
}
"""The keys and tags, in small letters, that tell formats of data apart; by the names of the formats."""

_JSON: Final = re.compile(r"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:[\[{\"\]]|-?[0-9.]+\s*[,\]]|true\b|false\b|null\b|$))")
"""How JSON begins, even broken; "[slides](x.pdf)" and "[10:00]" begin pages."""

_JSON_KEY: Final = re.compile(r'"([A-Za-z_@$][\w@$-]{0,40})"\s{0,9}:')
_TAG: Final = re.compile(r"<(?:[\w-]{1,30}:)?([A-Za-z_][\w.-]{0,40})[\s/>]")
_YAML_KEY: Final = re.compile(r"[ -]*([A-Za-z_][\w-]{0,40}):(?: |$)")
_NO_YAML: Final = re.compile(r"\s*#|---|\.\.\.")
_CLOCK: Final = re.compile(r"[ -]*[0-9]{1,2}[:.h][0-9]{2}\b")
_FEWEST: Final = 3
"""So many keys inside others make YAML."""

_SAMPLE: Final = 100_000
_LEVELS: Final = 6
_WIDE: Final = 50
"""How far JSON is looked through for its keys."""


def every_format() -> tuple[Format, ...]:
    """Every format, in the order in which they are asked."""
    return tuple([found for name in (*_DATA, *_TABLES, _PAGE) for found in _formats(name)])


def recognise(material: Material, name: str = "") -> Format:
    """The format of a source.

    What the organiser says counts first (`name`). Else each format is asked in turn: our own files; schedules and
    calendars; data of conference systems. JSON, XML and YAML that none of them knows is refused, since nothing good
    comes of data read as a table or a page. Then tables are asked, by the headings that are known; and what is left is
    a page if it is text.

    Args:
        material: what was loaded.
        name: what `--format` says, "" if nothing.

    Raises:
        BookletError: there is no format of that name; or it is none that is known, and then which it is nearest to.
    """
    if name:
        return _named(name)
    if found := _first(_DATA, material):
        return found
    for kind, keys_of in (("JSON", _json_keys), ("XML", _xml_tags), ("YAML", _yaml_keys)):
        if (keys := keys_of(material)) is not None:
            raise BookletError([_unknown(material, kind, keys)])
    if found := _first(_TABLES, material):
        return found
    if not material.text:
        hint = "name the file with the agenda; several files can be named at once"
        raise BookletError([Fault("this is no export of a program that is known", Place(material.name), hint)])
    return _formats(_PAGE)[0]


def _first(modules: tuple[str, ...], material: Material) -> Format | None:
    """The first format of some modules that a source is of; those behind it are not even loaded."""
    formats = (one for module in modules for one in _formats(module))
    return next((one for one in formats if one.recognise(material)), None)


def _formats(name: str) -> tuple[Format, ...]:
    """The formats that a module reads; it is loaded only now, since most have libraries of their own."""
    module = import_module(f"booklet.importers.{name}")
    several: tuple[Format, ...] | None = getattr(module, "FORMATS", None)
    return several if several is not None else (module.FORMAT,)


def _named(name: str) -> Format:
    known = {one.name: one for one in every_format()}
    if name in known:
        return known[name]
    near = get_close_matches(name.lower(), known, 1)
    hint = f"did you mean '{near[0]}'? " if near else ""
    raise BookletError([Fault(f"there is no format {quoted(name)}", None, f"{hint}'--format list' names all")])


def _unknown(material: Material, kind: str, keys: set[str]) -> Fault:
    """Say that data is not recognised, and which format it has most keys in common with."""
    place = _broken(material) if kind == "JSON" else None
    what = f"this {kind} is broken" if place else f"this {kind} is not recognised"
    shared = {name: sorted(keys & set(words.split())) for name, words in _TELLING[kind].items()}
    nearest = max(shared, key=lambda name: len(shared[name]))
    if len(shared[nearest]) > 1:
        titles = {one.name: one.title for one in every_format()}
        what += f"; nearest: {titles[nearest]}, since it has {', '.join(shared[nearest][:6])}"
    hint = (
        "it may be cut off: export or download it again"
        if place
        else "export the program as CSV, iCal or HTML, and import that; or name its format with --format NAME"
    )
    return Fault(what, place or Place(material.name), hint)


def _broken(material: Material) -> Place | None:
    """Where JSON is broken, None if it is whole."""
    if material.json is not None:
        return None
    try:
        json.loads(material.text)
    except json.JSONDecodeError as error:
        return Place(material.name, error.lineno, error.colno)
    except (ValueError, RecursionError):
        return Place(material.name, 1, 1)
    return None


def _json_keys(material: Material) -> set[str] | None:
    """The keys of JSON, even broken, in small letters; None if it is none."""
    if not _JSON.match(material.text):
        return None
    if material.json is None:
        keys = _JSON_KEY.findall(material.text[:_SAMPLE])
        return {key.lower() for key in keys} if keys else None
    return {key.lower() for key in _upper_keys(material.json)}


def _upper_keys(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands in the file
    """The keys of the upper levels."""
    level = [value]
    for _ in range(_LEVELS):
        inner: list[Any] = []
        for one in level[:_WIDE]:
            if isinstance(one, dict):
                yield from one
                inner += list(one.values())[:_WIDE]
            elif isinstance(one, list):
                inner += one[:3]
        level = inner


def _xml_tags(material: Material) -> set[str] | None:
    """The tags of XML, without their prefixes and in small letters; None if it is none, or HTML."""
    root = material.xml_tag.rpartition(":")[2].lower()
    if not root or root in {"html", "head", *NAMES} - {"svg"}:
        return None
    closed = f"</{material.xml_tag}" in material.text or "/>" in material.text[:_SAMPLE]
    if not (closed or material.text.lstrip().startswith("<?xml")):
        return None
    return {tag.lower() for tag in _TAG.findall(material.text[:_SAMPLE])}


def _yaml_keys(material: Material) -> set[str] | None:
    """The keys of YAML, in small letters; None if it is none.

    Labels of a page look like keys ("Speaker: Ann Lee"). So all lines at the margin must be keys or items, several of
    those further in must be keys, and none a time that stands by itself.
    """
    lines = [line for line in material.text[:_SAMPLE].splitlines() if line.strip() and not _NO_YAML.match(line)]
    found = [_YAML_KEY.match(line) for line in lines]
    inside = [line.startswith((" ", "-")) for line in lines]
    if not all(key or inner for key, inner in zip(found, inside, strict=True)) or any(map(_CLOCK.match, lines)):
        return None
    within = sum(1 for key, inner in zip(found, inside, strict=True) if key and inner)
    return {key[1].lower() for key in found if key} if within >= _FEWEST else None
