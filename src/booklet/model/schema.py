"""The keys of program.yaml and what each of them means."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from booklet.model.agenda import PROSE, Day, Include
from booklet.model.fields import (
    AttendeesFile,
    BadgeCount,
    BadgeOrders,
    BadgeSorts,
    Colour,
    Date,
    EditionNames,
    Email,
    Exact,
    ExactTitle,
    Flips,
    Folders,
    Geo,
    LabelNumber,
    Language,
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
    Timezone,
    Title,
    Url,
    listed,
    some,
)
from booklet.model.record import People, Record, nothing


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
    second_title: Line = Field("", description="The full name in the second language, printed below the first.")
    host: Line = Field("", description="Who invites.")
    summary: Prose = Field("", description="What it is, in a sentence or a few.")
    language: Language = Field("en-US", description="The language of the program, as in en-US or de.")
    second_language: OwnLanguage = Field(
        "", description="A second language, as in en, that titles are also given in: each as second_title."
    )
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

    address: Lines = Field(default_factory=nothing, description="The address, line by line.")
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
    address: Lines = Field(default_factory=nothing, description="The address, line by line.")
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

    also: Names = Field(default_factory=nothing, description="Other spellings of the name that mean the same person.")
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
    text: Prose = Field(description=PROSE)


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
    fonts: Folders | None = Field(
        None, description="A folder beside this file, or several, with fonts for what the booklet's own do not have."
    )
    timetable: Look | None = Field(
        None,
        description="How parallel rooms are shown: auto (on a grid where it can be read), grid, or list (by time).",
    )
    words: dict[str, Title] = Field(
        default={}, description="Phrases in place of the booklet's own, by their keys, as in index: Who speaks."
    )


class Badges(Record):
    """Name badges, which are made together with the booklet."""

    model_config = ConfigDict(title="Badges")

    attendees: AttendeesFile | None = Field(
        None,
        description="A list of attendees beside this file (CSV or Excel); without it, the people of the program.",
    )
    template: Line = Field(
        "", description="The sheet of labels, as in avery-5392; booklet badges --templates names all."
    )
    sort: BadgeSorts | None = Field(None, description="name (the family name), ticket, or list (as the list has them).")
    order: BadgeOrders | None = Field(None, description="rows, or stack (cut sheets, stacked, are in order).")
    duplex: Flips | None = Field(
        None, description="The edge over which the printer turns sheets: long, short, or none."
    )
    start: LabelNumber | None = Field(None, description="The first label to print on, counted from 1.")
    blanks: BadgeCount | None = Field(None, description="How many badges without a name are added.")
    qr: Line = Field("", description="What a code on the badge holds: vcard, or an address with {id} in it.")
    columns: dict[str, Title] = Field(
        default={}, description="Which heading of the list holds what, as in name: Full name."
    )


class File(Record):
    """All of program.yaml."""

    model_config = ConfigDict(title="Program of an event", defer_build=False)

    event: Event = Field(description="What the event is called, who invites, and how to register.")
    venue: Venue | None = Field(None, description="Where it is.")
    days: Annotated[list[Day], AfterValidator(some)] = Field(description="The agenda, day by day.")
    abstracts: Lines = Field(
        default_factory=nothing,
        description="Files beside this one that hold abstracts, keywords and links, each with the title of its talk.",
    )
    speakers: dict[str, Known] = Field(default={}, description="More about people, by name.")
    tracks: dict[str, Thread] = Field(default={}, description="The threads of the program, with the colour of each.")
    committees: dict[str, People] = Field(default={}, description="Committees by name, with their members.")
    sponsors: dict[str, Supporters] = Field(default={}, description="Sponsors by tier, the highest first.")
    pages: list[OwnPage] = Field(default_factory=nothing, description="Pages of your own.")
    booklet: Booklet | None = Field(None, description="What is printed, and on what.")
    badges: Badges | None = Field(None, description="Name badges, which are made together with the booklet.")


def json_schema() -> dict[str, Any]:
    """The schema of program.yaml for editors (JSON Schema, draft 2020-12)."""
    schema = File.model_json_schema(mode="validation")
    schema["$defs"]["Include"] = Include.model_json_schema()
    for record, key in ((schema, "days"), (schema["$defs"]["Day"], "sessions"), (schema["$defs"]["Entry"], "talks")):
        items = record["properties"][key]
        items["items"] = {"anyOf": [items["items"], {"$ref": "#/$defs/Include"}]}
    for record in [schema, *schema["$defs"].values()]:
        hyphened = {name.replace("_", "-"): part for name, part in record["properties"].items() if "_" in name}
        if hyphened:
            record["patternProperties"] = {f"^{name}$": part for name, part in hyphened.items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
