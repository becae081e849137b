"""The keys of program.yaml and what each of them means."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, ClassVar, TypeAlias, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from booklet.model.fields import (
    Colour,
    Date,
    EditionNames,
    Email,
    Exact,
    ExactTitle,
    Geo,
    Language,
    Length,
    Line,
    Lines,
    Look,
    Names,
    Orcid,
    OwnLanguage,
    PageCount,
    Paper,
    PartNames,
    Photo,
    Picture,
    Prose,
    Seats,
    ThemeName,
    Time,
    Timezone,
    Title,
    Url,
    Urls,
    listed,
    some,
)
from booklet.model.people import read_person
from booklet.model.program import Kind


def _nothing() -> list[Any]:
    """An empty list; pydantic looks at the signature of what makes it, which takes long for `list` itself."""
    return []


class Record(BaseModel):
    """What all entries share: hyphens in keys are as good as underscores, and an empty value says nothing."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    speaks: ClassVar[frozenset[str]] = frozenset()
    """Keys that say something even when nothing follows them."""

    @classmethod
    @cache
    def allowed(cls) -> dict[str, bool]:
        """The keys that may be given, and whether one must be."""
        return {field.alias or name: field.is_required() for name, field in cls.model_fields.items()}

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        keys, speaks = cls.allowed(), cls.speaks
        tidy = {}
        for written, value in raw.items():
            plain = written.replace("-", "_")
            key = plain if plain in keys and plain not in tidy else written
            if value != "" or key in speaks or keys.get(key, True):
                tidy[key] = value
        return tidy


class Person(Record):
    """Somebody who is named at a session."""

    model_config = ConfigDict(title="Person")

    name: Title = Field(description="The name, as it is printed.")
    position: Line = Field("", description="What they are, such as Professor of Mathematics.")
    affiliation: Line = Field("", description="Where they are from, such as Boston College.")


def _person(value: object) -> object:
    if not isinstance(value, str):
        return value
    speaker = read_person(value)
    return {"name": speaker.name, "position": speaker.position, "affiliation": speaker.affiliation}


Somebody: TypeAlias = Annotated[Person, BeforeValidator(_person, json_schema_input_type=str | Person)]
"""A person, written as "Name, Position, Affiliation", as "Name (Affiliation)", or key by key."""

People: TypeAlias = Annotated[
    list[Somebody], BeforeValidator(listed, json_schema_input_type=str | Person | list[str | Person])
]


def _titled(what: str) -> Any:  # noqa: ANN401 - as pydantic's Field
    return Field(None, description=f"{what} The text is its title.")


KINDS: tuple[Kind, ...] = get_args(Kind)
"""The keys that say what an entry is; an entry has exactly one."""

_ONE_KIND: JsonDict = {"oneOf": [{"required": [kind]} for kind in KINDS]}

_PROSE = (
    "What it is about. An empty line begins a new paragraph; a line that begins with '- ' or '1. ' is an item of a "
    "list, and one with '## ' a heading; *emphasis*, **strong words** and [links](https://example.org) are set as such."
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
    time: Time = Field("", description="When, as in 9:00-9:45, 2:30-4:00 pm or 14:30. Left out where no time is set.")
    room: Line = Field("", description="Where, if not in the venue's usual room.")
    track: Line = Field("", description="The thread of the program that it belongs to, if there are several.")
    speaker: People = Field(default_factory=_nothing, description="Who speaks; one person or a list.")
    with_: People = Field(default_factory=_nothing, alias="with", description="Co-authors who do not speak.")
    authors: People = Field(
        default_factory=_nothing,
        description="All authors in order; whoever of them speaks is named under speaker too, else it is the first.",
    )
    chair: People = Field(default_factory=_nothing, description="Who chairs; one person or a list.")
    board: Line = Field("", description="The number of a poster's board, as in P-17.")
    topic: Line = Field("", description="What posters are grouped by.")
    abstract: Prose = Field("", description=_PROSE)
    keywords: Lines = Field(default_factory=_nothing, description="What it is about, in a few words each.")
    note: Prose = Field("", description="Anything else that people should know.")
    links: Urls = Field(default_factory=_nothing, description="Addresses of slides, papers, recordings.")
    language: OwnLanguage = Field("", description="The language, as in de, if it is not the event's.")


class Entry(Talk):
    """An entry of the agenda."""

    model_config = ConfigDict(title="Entry of the agenda", json_schema_extra=_ONE_KIND)

    each: Length | None = Field(None, description="How long each talk of the session is, as in 25 min.")
    talks: list[Talk] = Field(default_factory=_nothing, description="The talks of a session, in their order.")


class Day(Record):
    """A day of the event."""

    model_config = ConfigDict(title="Day")

    date: Date = Field(description="The date, as in 2025-02-20.")
    title: Line = Field("", description="What the day is called, if anything.")
    sessions: Annotated[list[Entry], AfterValidator(some)] = Field(description="What happens, from morning to evening.")


class Signup(Record):
    """How to register."""

    model_config = ConfigDict(title="Registration")

    url: Url = Field("", description="Where to register; begins with https://.")
    capacity: Seats | None = Field(None, description="How many people can come.")
    note: Prose = Field("", description="What people should know before they register.")


class Event(Record):
    """What the event is."""

    model_config = ConfigDict(title="Event")

    title: Title = Field(description="The event's full name.")
    short_title: Line = Field("", description="A shorter name, for the tops of the pages.")
    subtitle: Line = Field("", description="What stands below the title on the cover.")
    host: Line = Field("", description="Who invites.")
    summary: Prose = Field("", description="What it is, in a sentence or a few.")
    language: Language = Field("en-US", description="The language of the program, as in en-US or de.")
    timezone: Timezone = Field("", description="The time zone of all times, as in America/Chicago.")
    second_timezone: Timezone = Field(
        "", description="A second time zone, as in Europe/Berlin, whose times stand beside the others."
    )
    website: Url = Field("", description="The event's page on the web; begins with https://.")
    contact: Line = Field("", description="Whom to ask: an e-mail address, a telephone number.")
    conduct: Prose = Field("", description="The code of conduct.")
    registration: Signup | None = Field(None, description="How to register.")


class Network(Record):
    """A wireless network."""

    model_config = ConfigDict(title="Wireless network")

    network: ExactTitle = Field(description="The network's name, exactly as devices show it.")
    password: Exact = Field("", description="Its password, if it has one, character by character.")


class Room(Record):
    """A room."""

    model_config = ConfigDict(title="Room")

    note: Line = Field("", description="What to know of it, such as its floor.")
    building: Line = Field("", description="The building that it is in, if there are several.")


def _noted(value: object) -> object:
    """A text behind a room's name is a note."""
    return {"note": value} if isinstance(value, str) else value


Hall: TypeAlias = Annotated[Room, BeforeValidator(_noted, json_schema_input_type=str | Room | None)]
"""A room: a note, or key by key."""


class Building(Record):
    """One of several buildings."""

    model_config = ConfigDict(title="Building")

    address: Lines = Field(default_factory=_nothing, description="The address, line by line.")
    geo: Geo | None = Field(None, description="Latitude and longitude, as in 30.2862, -97.7366.")
    map: Picture | None = Field(None, description="A picture of the way there: a PNG, JPEG or SVG beside this file.")
    directions: Prose = Field("", description="How to get there.")


def _known(value: object) -> object:
    """A name with nothing behind it says that there is such a one."""
    return {} if value == "" else value


Place: TypeAlias = Annotated[Building, BeforeValidator(_known, json_schema_input_type=Building | None)]


class Venue(Record):
    """Where the event is."""

    model_config = ConfigDict(title="Venue")

    name: Line = Field("", description="The building.")
    room: Line = Field("", description="The usual room: everything is there unless an entry names another.")
    address: Lines = Field(default_factory=_nothing, description="The address, line by line.")
    map: Picture | None = Field(None, description="A picture of the way there: a PNG, JPEG or SVG beside this file.")
    map_caption: Line = Field("", description="What stands below the map.")
    geo: Geo | None = Field(None, description="Latitude and longitude, as in 30.2862, -97.7366.")
    directions: Prose = Field("", description="How to get there.")
    rooms: dict[str, Hall] = Field(
        default={}, description="Rooms by name, with a note on each; in the order in which a grid shows them."
    )
    buildings: dict[str, Place] = Field(default={}, description="Buildings by name, if there are several.")
    wifi: Network | None = Field(None, description="The wireless network.")
    accessibility: Prose = Field("", description="Lifts, ramps, hearing loops, quiet rooms.")
    emergency: Prose = Field("", description="What to do and whom to call.")


class Profile(Record):
    """What more is known about a person."""

    model_config = ConfigDict(title="About a speaker")

    also: Names = Field(default_factory=_nothing, description="Other spellings of the name that mean the same person.")
    sort_as: Line = Field("", description='Where the index lists the person, as in "Berg, Jan van den".')
    pronouns: Line = Field("", description="As in she/her.")
    bio: Prose = Field("", description="A short biography.")
    photo: Photo | None = Field(None, description="A PNG or JPEG beside this file.")
    email: Email = Field("", description="An e-mail address.")
    website: Url = Field("", description="A page on the web; begins with https://.")
    orcid: Orcid = Field("", description="An ORCID iD, as in 0000-0002-1825-0097.")


Known: TypeAlias = Annotated[Profile, BeforeValidator(_known, json_schema_input_type=Profile | None)]


class Track(Record):
    """A thread of the program."""

    model_config = ConfigDict(title="Track")

    colour: Colour = Field("", description="Its ink, as in #9c4221.", alias="color")
    note: Line = Field("", description="What it is about.")


def _coloured(value: object) -> object:
    """A text behind a track's name is its colour."""
    return {"color": value} if isinstance(value, str) else value


Thread: TypeAlias = Annotated[Track, BeforeValidator(_coloured, json_schema_input_type=str | Track | None)]


class Sponsor(Record):
    """Who supports the event."""

    model_config = ConfigDict(title="Sponsor")

    name: Title = Field(description="The name, as it is printed.")
    logo: Picture | None = Field(None, description="A PNG, JPEG or SVG beside this file.")
    website: Url = Field("", description="A page on the web; begins with https://.")
    text: Prose = Field("", description="A few words about them.")


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


Supporter: TypeAlias = Annotated[Sponsor, BeforeValidator(_named, json_schema_input_type=str | Sponsor)]
Supporters: TypeAlias = Annotated[
    list[Supporter], BeforeValidator(listed, json_schema_input_type=str | Sponsor | list[str | Sponsor])
]


class OwnPage(Record):
    """Pages of your own."""

    model_config = ConfigDict(title="Page of your own")

    title: Title = Field(description="What stands above it.")
    text: Prose = Field(description=_PROSE)


class Booklet(Record):
    """What is printed, and on what."""

    model_config = ConfigDict(title="Booklet")

    paper: Paper | None = Field(None, description="half-letter, a5, a4, letter, a6, or a size such as 170 x 240 mm.")
    theme: ThemeName | None = Field(None, description="The look.")
    parts: PartNames | None = Field(None, description="What the booklet holds, in this order.")
    editions: EditionNames | None = Field(
        None, description="screen: a PDF to e-mail; print: one to print, fold and staple."
    )
    notes: PageCount | None = Field(None, description="How many pages for notes there are at least.")
    cover: Picture | None = Field(None, description="A picture for the cover: a PNG, JPEG or SVG beside this file.")
    issued: Date | None = Field(None, description="The date at which the program was as printed, as in 2025-02-10.")
    revision: Line = Field("", description="Which version this is, as in second printing.")
    timetable: Look | None = Field(
        None,
        description="How parallel rooms are shown: auto (on a grid where it can be read), grid, or list (by time).",
    )


class File(Record):
    """All of program.yaml."""

    model_config = ConfigDict(title="Program of an event", defer_build=False)

    event: Event = Field(description="What the event is called, who invites, and how to register.")
    venue: Venue | None = Field(None, description="Where it is.")
    days: Annotated[list[Day], AfterValidator(some)] = Field(description="The agenda, day by day.")
    speakers: dict[str, Known] = Field(default={}, description="More about people, by name.")
    tracks: dict[str, Thread] = Field(default={}, description="The threads of the program, with the colour of each.")
    committees: dict[str, People] = Field(default={}, description="Committees by name, with their members.")
    sponsors: dict[str, Supporters] = Field(default={}, description="Sponsors by tier, the highest first.")
    pages: list[OwnPage] = Field(default_factory=_nothing, description="Pages of your own.")
    booklet: Booklet | None = Field(None, description="What is printed, and on what.")


def json_schema() -> dict[str, Any]:
    """The schema of program.yaml for editors (JSON Schema, draft 2020-12)."""
    schema = File.model_json_schema(mode="validation")
    for record in [schema, *schema["$defs"].values()]:
        hyphened = {name.replace("_", "-"): part for name, part in record["properties"].items() if "_" in name}
        if hyphened:
            record["patternProperties"] = {f"^{name}$": part for name, part in hyphened.items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
