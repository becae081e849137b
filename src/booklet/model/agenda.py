"""The keys of the agenda: days, their entries, and talks in those."""

from __future__ import annotations

from typing import Annotated, Any, Final, get_args

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.config import JsonDict

from booklet.model.fields import Date, Length, Line, Lines, OwnLanguage, Prose, Time, Title, Urls, some
from booklet.model.program import Kind
from booklet.model.record import People, Record, nothing


def _titled(what: str) -> Any:  # noqa: ANN401 - as pydantic's Field
    return Field(None, description=f"{what} The text is its title.")


KINDS: tuple[Kind, ...] = get_args(Kind)
"""The keys that say what an entry is; an entry has exactly one."""

_ONE_KIND: JsonDict = {"oneOf": [{"required": [kind]} for kind in KINDS]}

PROSE = (
    "What it is about. An empty line begins a new paragraph; a line that begins with '- ' or '1. ' is an item of a "
    "list, and one with '## ' a heading; *emphasis*, **strong words**, [links](https://example.org), `code`, x^2^ and "
    "H~2~O are set as such; lines between two lines of three backticks are code. TeX's accents are read; HTML is not."
)
"""Said of abstracts; notes and biographies are read alike."""


class Talk(Record):
    """A talk, or whatever else a session may hold."""

    model_config = ConfigDict(title="Talk in a session", json_schema_extra=_ONE_KIND)
    speaks = frozenset(KINDS)

    talk: Line | None = _titled("A talk.")
    keynote: Line | None = _titled("A talk that everybody comes to.")
    plenary: Line | None = _titled("A session that everybody comes to; nothing else is on.")
    session: Line | None = _titled("A session that holds talks.")
    panel: Line | None = _titled("A discussion of several people.")
    poster: Line | None = _titled("A poster, or a poster session.")
    workshop: Line | None = _titled("A workshop.")
    tutorial: Line | None = _titled("A tutorial or course.")
    break_: Line | None = Field(None, alias="break", description="A pause. The text is its title, and may be left out.")
    breakfast: Line | None = _titled("Breakfast.")
    lunch: Line | None = _titled("Lunch.")
    dinner: Line | None = _titled("Dinner.")
    registration: Line | None = _titled("When people register and get their badges.")
    social: Line | None = _titled("An excursion, a reception, a party.")
    other: Line | None = _titled("Anything else, such as an opening.")
    second_title: Line = Field("", description="The title in the event's second language, printed below the first.")
    time: Time = Field("", description="When, as in 9:00-9:45, 2:30-4:00 pm or 14:30. Left out where no time is set.")
    room: Line = Field("", description="Where, if not in the venue's usual room.")
    track: Line = Field("", description="The thread of the program that it belongs to, if there are several.")
    speaker: People = Field(default_factory=nothing, description="Who speaks; one person or a list.")
    with_: People = Field(default_factory=nothing, alias="with", description="Co-authors who do not speak.")
    authors: People = Field(
        default_factory=nothing,
        description="All authors in order; whoever of them speaks is named under speaker too, else it is the first.",
    )
    chair: People = Field(default_factory=nothing, description="Who chairs; one person or a list.")
    board: Line = Field("", description="The number of a poster's board, as in P-17.")
    topic: Line = Field("", description="What posters are grouped by.")
    abstract: Prose = Field("", description=PROSE)
    keywords: Lines = Field(default_factory=nothing, description="What it is about, in a few words each.")
    note: Prose = Field("", description="Anything else that people should know.")
    links: Urls = Field(default_factory=nothing, description="Addresses of slides, papers, recordings.")
    language: OwnLanguage = Field("", description="The language, as in de, if it is not the event's.")
    id: Line = Field("", description="What a file of abstracts knows it by, if not by its title.")


class Entry(Talk):
    """An entry of the agenda."""

    model_config = ConfigDict(title="Entry of the agenda", json_schema_extra=_ONE_KIND)

    each: Length | None = Field(None, description="How long each talk of the session is, as in 25 min.")
    talks: list[Talk] = Field(default_factory=nothing, description="The talks of a session, in their order.")


INCLUDE: Final = "include"
"""The key that stands alone in an item of a list, and names a file to take items from in its place."""

ABSTRACTS: Final = "abstracts"
"""The key that names files of abstracts."""


class Include(Record):
    """In place of a day, an entry or a talk: all those of a file."""

    model_config = ConfigDict(title="Entries of another file")

    include: Title = Field(description="A YAML, JSON or CSV file beside this one, with a list; CSV has a row for each.")


class Day(Record):
    """A day of the event."""

    model_config = ConfigDict(title="Day")

    date: Date = Field(description="The date, as in 2025-02-20.")
    title: Line = Field("", description="What the day is called, if anything.")
    second_title: Line = Field("", description="What it is called in the event's second language.")
    sessions: Annotated[list[Entry], AfterValidator(some)] = Field(description="What happens, from morning to evening.")
