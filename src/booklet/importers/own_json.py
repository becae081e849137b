"""Our own JSON, as `exporters.json_file` writes it and other tools may, becomes a manuscript."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, Final, get_args

from booklet.errors import BookletError, Fault, Place
from booklet.importers.nodes import Findings, Node
from booklet.importers.own_json_records import building_of, geo_of, matter_of, people_of, picture_of, profile_of
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import PAUSES, Event, Kind, Registration, Room, Speaker, Venue, Wifi
from booklet.model.texts import line, prose, quoted
from booklet.model.times import MIDNIGHT, TimeSpan
from booklet.model.values import read_date

_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}

_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")
_DEEPEST: Final = 8
"""How deep items may lie in one another; a program needs two."""

_FILE_KEYS: Final = frozenset(
    {"event", "days", "people", "booklet", "tracks", "committees", "sponsors", "pages", "badges"}
)
_EVENT_KEYS: Final = frozenset({
    "title", "host", "venue", "room", "address", "start", "end", "timezone", "language", "short_title", "subtitle",
    "summary", "website", "contact", "conduct", "registration", "map", "map_caption", "geo", "directions", "rooms",
    "wifi", "accessibility", "emergency", "second_timezone", "buildings", "second_title", "second_language",
})  # fmt: skip
_DAY_KEYS: Final = frozenset({"date", "items", "title", "second_title"})
_ITEM_KEYS: Final = frozenset({
    "start", "end", "start_stated", "end_stated", "kind", "title", "speakers", "chairs", "room", "track", "abstract",
    "keywords", "children", "next_day", "coauthors", "note", "each", "authors", "board", "topic",
    "links", "language", "second_title",
})  # fmt: skip
_BOOKLET_KEYS: Final = frozenset(
    {"paper", "theme", "parts", "editions", "notes", "cover", "issued", "revision", "timetable", "fonts", "words"}
)

_BADGE_KEYS: Final = frozenset({"attendees", "template", "sort", "order", "duplex", "start", "blanks", "qr", "columns"})


def manuscript_of_json(raw: Any, file: str) -> Manuscript:  # noqa: ANN401 - whatever stands in the file
    """Read a file of our own shape.

    Types, kinds, dates and times are looked at here, and every fault names the way to its value, as in
    "days[0].items[2].start"; addresses, languages and the like when the program is written. Keys that are not ours are
    left out and reported.

    Raises:
        BookletError: everything that is wrong, in the order of the file.
    """
    findings = Findings(file)
    top = Node(raw, findings).record(_FILE_KEYS)
    event, venue = _event(top["event"].record(_EVENT_KEYS))
    days = [day.record(_DAY_KEYS) for day in top["days"].items()]
    dates = [_date(day) for day in days]
    entries: list[Entry] = []
    for day, date in zip(days, dates, strict=True):
        entries += [entry for item in day["items"].items() for entry in _entries(item, date, depth=1)]
    people = {who.name: who for person in top["people"].items() if (who := profile_of(person)).name}
    top["booklet"].record(_BOOKLET_KEYS)
    top["badges"].record(_BADGE_KEYS)
    if findings.faults:
        raise BookletError(findings.faults)
    titles, seconds = (
        {date: title for day, date in zip(days, dates, strict=True) if date and (title := line(day[key].text()))}
        for key in ("title", "second_title")
    )
    return Manuscript(
        event=event,
        venue=venue,
        entries=tuple(entries),
        people=people,
        **matter_of(top)._asdict(),
        day_titles=titles,
        second_day_titles=seconds,
        report=(*_dates_differ(top["event"], [date for date in dates if date]), *findings.left_out()),
    )


def _event(node: Node) -> tuple[Event, Venue]:
    title = line(node["title"].text())
    event = Event(
        title=title,
        short_title=line(node["short_title"].text()) or title,
        subtitle=line(node["subtitle"].text()),
        host=line(node["host"].text()),
        summary=prose(node["summary"].text()),
        language=line(node["language"].text()),
        timezone=line(node["timezone"].text()),
        website=line(node["website"].text()),
        contact=line(node["contact"].text()),
        conduct=prose(node["conduct"].text()),
        second_timezone=line(node["second_timezone"].text()),
        second_title=line(node["second_title"].text()),
        second_language=line(node["second_language"].text()),
        registration=_registration(node["registration"].record({"url", "capacity", "note"})),
    )
    return event, _venue(node)


def _registration(node: Node) -> Registration:
    return Registration(line(node["url"].text()), node["capacity"].whole(), prose(node["note"].text()))


def _venue(node: Node) -> Venue:
    rooms = [room.record({"name", "note", "building"}) for room in node["rooms"].items()]
    wifi = node["wifi"].record({"network", "password"})
    return Venue(
        name=line(node["venue"].text()),
        room=line(node["room"].text()),
        address=tuple([line(text) for text in node["address"].texts()]),
        map=picture_of(node["map"]),
        map_caption=line(node["map_caption"].text()),
        geo=geo_of(node["geo"]),
        directions=prose(node["directions"].text()),
        rooms=tuple(
            [
                Room(name, line(room["note"].text()), line(room["building"].text()))
                for room in rooms
                if (name := line(room["name"].text()))
            ]
        ),
        buildings=tuple([building for one in node["buildings"].items() if (building := building_of(one)).name]),
        wifi=Wifi(network, wifi["password"].text()) if (network := wifi["network"].text()) else None,
        accessibility=prose(node["accessibility"].text()),
        emergency=prose(node["emergency"].text()),
    )


def _dates_differ(event: Node, dates: list[datetime.date]) -> Iterator[Fault]:
    """The first date and the last follow from the days; what says otherwise is not believed."""
    for key, date in (("start", min(dates, default=None)), ("end", max(dates, default=None))):
        written = event[key].text()
        if written and date is not None and line(written) != date.isoformat():
            what = (
                f"{event[key].path} is {quoted(written)}, but the {'first' if key == 'start' else 'last'} day is {date}"
            )
            yield Fault(what, Place(event.findings.file), "the days count; add one if it is missing")


def _date(day: Node) -> datetime.date | None:
    date = day["date"].read(read_date)
    if day.given and not day["date"].given:
        day["date"].refuse("the day has no date", "write it as in 2025-02-20")
    return date


def _entries(node: Node, date: datetime.date | None, *, depth: int) -> Iterator[Entry]:
    """The entry that an item is; none if it is nothing."""
    if depth > _DEEPEST:
        node.refuse("items lie in one another deeper than any program needs", "list them beside one another")
        return
    if not node.record(_ITEM_KEYS).given or not isinstance(node.value, dict):
        return
    speakers = people_of(node["speakers"])
    kind = _kind(node, speakers)
    start, end = _times(node)
    inside = [entry for item in node["children"].items() for entry in _entries(item, date, depth=depth + 1)]
    yield Entry(
        kind=kind,
        title=line(node["title"].text()) or (kind.capitalize() if kind in PAUSES else ""),
        date=date,
        start=start,
        end=end,
        room=line(node["room"].text()),
        track=line(node["track"].text()),
        speakers=speakers,
        coauthors=people_of(node["coauthors"]),
        chairs=people_of(node["chairs"]),
        abstract=prose(node["abstract"].text()),
        keywords=tuple([line(text) for text in node["keywords"].texts()]),
        note=prose(node["note"].text()),
        each=node["each"].whole(),
        authors=people_of(node["authors"]),
        board=line(node["board"].text()),
        topic=line(node["topic"].text()),
        links=tuple([line(text) for text in node["links"].texts()]),
        language=line(node["language"].text()),
        second_title=line(node["second_title"].text()),
        entries=tuple(inside),
        where=Place(node.findings.file),
    )


def _kind(node: Node, speakers: tuple[Speaker, ...]) -> Kind:
    """What an item says it is; where it says nothing, what its title does."""
    written = node["kind"].text()
    if not written:
        return kind_of(node["title"].text(), speakers=bool(speakers))
    kind = _KINDS.get(line(written).casefold())
    if kind is None:
        node["kind"].refuse(f"{quoted(written)} is unknown here", f"one of {', '.join(_KINDS)}")
    return kind or "other"


def _times(node: Node) -> TimeSpan:
    """Beginning and end in minutes after the day's midnight; a time that is marked as not stated is none.

    An end that the clock shows no later than the beginning is one of the next day.
    """
    start, end = _stated(node["start"], node["start_stated"]), _stated(node["end"], node["end_stated"])
    late = node["next_day"].flag(usual=False)
    if start is None:
        if end is not None and not node["start"].given:
            node["end"].refuse("the item has an end, but no start", "state its start, or take the end out")
        return TimeSpan(None, None)
    start += MIDNIGHT if late else 0
    if end is None:
        return TimeSpan(start, None)
    if end == start % MIDNIGHT != 0:
        node["end"].refuse("the item ends when it starts", "state when it ends, or only when it starts")
    while end <= start:
        end += MIDNIGHT
    return TimeSpan(start, end)


def _stated(node: Node, stated: Node) -> int | None:
    """A time in minutes after midnight, if it is stated."""
    minutes = _clock(node)
    if minutes is not None and not stated.flag(usual=True):
        node.findings.derived += 1
        return None
    return minutes


def _clock(node: Node) -> int | None:
    text = node.text()
    if not text:
        return None
    found = _CLOCK.fullmatch(text)
    if found is None or (found[1] == "24" and found[2] != "00"):
        node.refuse(f"expected a time such as 09:45, found {quoted(text)}", "hours from 00 to 23, a colon, minutes")
        return None
    return 60 * int(found[1]) + int(found[2])
