"""What the values in program.yaml may be: texts that are read, refused or tidied, for `schema` to name and explain."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from booklet.errors import BookletError
from booklet.model.files import within
from booklet.model.pictures import find_picture
from booklet.model.program import LOOKS, PARTS, THEMES
from booklet.model.texts import blank, exact, line, plain_line, prose, quoted
from booklet.model.times import read_length, read_time_span
from booklet.model.values import (
    PAPERS,
    read_colour,
    read_count,
    read_date,
    read_email,
    read_geo,
    read_language,
    read_orcid,
    read_paper,
    read_timezone,
    read_url,
)

T = TypeVar("T")

EDITIONS: Final = ("screen", "print")
"""The editions that a program can ask for."""

FAULT: Final = "fault"
"""The type of pydantic's errors that carry a fault's own words."""


def refusal(what: str, hint: str) -> PydanticCustomError:
    """A fault as pydantic carries it."""
    return PydanticCustomError(FAULT, "{what}", {"what": what, "hint": hint})


def _read(reader: Callable[[str], object]) -> Callable[[object], Any]:
    """A validator that turns a text into a value."""

    def validate(text: object) -> object:
        if not isinstance(text, str):
            raise PydanticKnownError("string_type")
        try:
            return reader(text)
        except BookletError as error:
            raise refusal(error.faults[0].what, error.faults[0].hint) from None

    return validate


def _picture(*, svg: bool) -> PlainValidator:
    """A validator that finds a picture in the folder of the context; where that is None, it only takes its path."""

    def validate(text: object, info: ValidationInfo) -> object:
        folder: Path | None = (info.context or {})["folder"]
        if folder is None:
            return _read(lambda path: Path(plain_line(path)))(text)
        return _read(lambda path: find_picture(plain_line(path), folder, svg=svg))(text)

    return PlainValidator(validate)


def _find_folder(text: object, info: ValidationInfo) -> object:
    """A folder in the folder of the context; where that is None, only its path."""
    folder: Path | None = (info.context or {})["folder"]
    if folder is None:
        return _read(lambda path: Path(line(path)))(text)
    return _read(lambda path: within(line(path), folder, thing="folder", example="assets/fonts", is_folder=True))(text)


def _find_list(text: object, info: ValidationInfo) -> object:
    """A file in the folder of the context; where that is None, only its path."""
    folder: Path | None = (info.context or {})["folder"]
    if folder is None:
        return _read(lambda path: Path(line(path)))(text)
    return _read(lambda path: within(line(path), folder, thing="list", example="attendees.csv"))(text)


def _one_of(*allowed: str) -> Callable[[str], str]:
    def validate(text: str) -> str:
        word = line(text).lower()
        if word not in allowed:
            from difflib import get_close_matches  # noqa: PLC0415 - only programs with a fault pay for it

            near = get_close_matches(word, allowed, 1)
            hint = f"did you mean {quoted(near[0])}?" if near else f"one of {', '.join(allowed)}"
            raise refusal(f"{quoted(text)} is unknown here", hint)
        return word

    return validate


def _time(text: str) -> str:
    """A time that can be read; when it is depends on the rest of its day."""
    read_time_span(text, after=None)
    return line(text)


def _filled(text: str) -> str:
    if not line(text):
        raise refusal("expected a text, found nothing", "write it behind the colon")
    return line(text)


def _seen(text: str) -> str:
    if blank(text):
        raise refusal("expected a text, found nothing", "write it behind the colon")
    return text


def _once(words: list[str]) -> list[str]:
    for at, word in enumerate(words):
        if word in words[:at]:
            raise refusal(f"{quoted(word)} is in the list twice", "delete one of them")
    return words


def some(items: list[T]) -> list[T]:
    """A list that is not empty."""
    if not items:
        raise refusal("expected a list with something in it, found an empty one", "each item begins with '- '")
    return items


def listed(value: object) -> object:
    """One value where a list may stand is a list of one."""
    return [value] if isinstance(value, (str, dict)) else value


def _joined(value: object) -> object:
    """Latitude and longitude as a list are as good as a text."""
    return ", ".join(map(str, value)) if isinstance(value, list) else value


_SCALAR: Final = WithJsonSchema({"type": ["string", "number"]})
"""Editors take 302 and 8.30 for numbers; here they are texts."""

Line: TypeAlias = Annotated[str, AfterValidator(line), _SCALAR]
Title: TypeAlias = Annotated[str, AfterValidator(_filled), _SCALAR]
Exact: TypeAlias = Annotated[str, AfterValidator(_read(exact)), _SCALAR]
ExactTitle: TypeAlias = Annotated[str, AfterValidator(_seen), AfterValidator(_read(exact)), _SCALAR]
Prose: TypeAlias = Annotated[str, AfterValidator(prose)]
Lines: TypeAlias = Annotated[list[Line], BeforeValidator(listed, json_schema_input_type=Line | list[Line])]
Names: TypeAlias = Annotated[list[Title], BeforeValidator(listed, json_schema_input_type=Line | list[Line])]
Time: TypeAlias = Annotated[str, AfterValidator(_read(_time)), _SCALAR]
Length: TypeAlias = Annotated[int, PlainValidator(_read(read_length)), _SCALAR]
Date: TypeAlias = Annotated[datetime.date, PlainValidator(_read(read_date)), WithJsonSchema({"type": "string"})]
Language: TypeAlias = Annotated[str, AfterValidator(_read(read_language))]
Timezone: TypeAlias = Annotated[str, AfterValidator(_read(read_timezone))]
Url: TypeAlias = Annotated[
    str, AfterValidator(_read(read_url)), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
Urls: TypeAlias = Annotated[list[Url], BeforeValidator(listed, json_schema_input_type=Url | list[Url])]
OwnLanguage: TypeAlias = Annotated[str, AfterValidator(_read(read_language))]
Colour: TypeAlias = Annotated[
    str,
    AfterValidator(_read(read_colour)),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?$"}),
]
Email: TypeAlias = Annotated[str, AfterValidator(_read(read_email))]
Orcid: TypeAlias = Annotated[str, AfterValidator(_read(read_orcid))]
Geo: TypeAlias = Annotated[
    tuple[float, float],
    PlainValidator(_read(read_geo)),
    BeforeValidator(_joined),
    WithJsonSchema({"type": ["string", "array"], "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
]
Seats: TypeAlias = Annotated[
    int,
    PlainValidator(_read(partial(read_count, lowest=1, highest=1_000_000))),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1}),
]
PageCount: TypeAlias = Annotated[
    int,
    PlainValidator(_read(partial(read_count, lowest=0, highest=200))),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "maximum": 200}),
]
Paper: TypeAlias = Annotated[
    str | tuple[float, float],
    PlainValidator(_read(read_paper)),
    WithJsonSchema({"anyOf": [{"enum": list(PAPERS)}, {"type": "string", "pattern": "[0-9] *(mm|cm|in|pt)$"}]}),
]
Picture: TypeAlias = Annotated[Path, _picture(svg=True), WithJsonSchema({"type": "string"})]
Photo: TypeAlias = Annotated[Path, _picture(svg=False), WithJsonSchema({"type": "string"})]
Folder: TypeAlias = Annotated[Path, PlainValidator(_find_folder), WithJsonSchema({"type": "string"})]
Folders: TypeAlias = Annotated[
    list[Folder], BeforeValidator(listed, json_schema_input_type=Folder | list[Folder]), AfterValidator(some)
]
AttendeesFile: TypeAlias = Annotated[Path, PlainValidator(_find_list), WithJsonSchema({"type": "string"})]
BadgeCount: TypeAlias = Annotated[
    int,
    PlainValidator(_read(partial(read_count, lowest=0, highest=10_000))),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "maximum": 10_000}),
]
LabelNumber: TypeAlias = Annotated[
    int,
    PlainValidator(_read(partial(read_count, lowest=1, highest=100))),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "maximum": 100}),
]
BadgeSorts: TypeAlias = Annotated[
    str, AfterValidator(_one_of("name", "ticket", "list")), WithJsonSchema({"enum": ["name", "ticket", "list"]})
]
BadgeOrders: TypeAlias = Annotated[
    str, AfterValidator(_one_of("rows", "stack")), WithJsonSchema({"enum": ["rows", "stack"]})
]
Flips: TypeAlias = Annotated[
    str, AfterValidator(_one_of("long", "short", "none")), WithJsonSchema({"enum": ["long", "short", "none"]})
]
PartNames: TypeAlias = Annotated[
    list[Annotated[str, AfterValidator(_one_of(*PARTS)), WithJsonSchema({"enum": list(PARTS)})]],
    AfterValidator(_once),
    AfterValidator(some),
    BeforeValidator(listed),
]
ThemeName: TypeAlias = Annotated[str, AfterValidator(_one_of(*THEMES)), WithJsonSchema({"enum": list(THEMES)})]
Look: TypeAlias = Annotated[str, AfterValidator(_one_of(*LOOKS)), WithJsonSchema({"enum": list(LOOKS)})]
EditionNames: TypeAlias = Annotated[
    list[Annotated[str, AfterValidator(_one_of(*EDITIONS)), WithJsonSchema({"enum": list(EDITIONS)})]],
    AfterValidator(_once),
    AfterValidator(some),
    BeforeValidator(listed),
]
