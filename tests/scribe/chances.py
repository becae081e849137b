"""Manuscripts, what an organiser does to their programs, and what the source says next, all by lot and small.

Hypothesis draws one number for each instead of every sign of it, so that an example costs milliseconds; most values
are absent and the others come from few, so that much is alike in two manuscripts and an update has something to do.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, Final, TypeVar

from booklet.errors import BookletError
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import (
    Building,
    Committee,
    Event,
    OwnPage,
    Profile,
    Registration,
    Room,
    Speaker,
    Sponsor,
    Tier,
    Track,
    Venue,
    Wifi,
)
from booklet.scribe.proof import reread
from tests.scribe.manuscripts import DAY, KINDS, NEXT_DAY

T = TypeVar("T")

_DATES: Final = (DAY, NEXT_DAY, NEXT_DAY + datetime.timedelta(days=1))
_STARTS: Final = (None, None, 0, 60, 540, 600, 660, 660, 720, 1100, 1380, 1430, 1450, 1500, 1900)
_URLS: Final = ("", "https://example.org", "example.org")
_NAMES: Final = ("Ada Abel", "ada abel", "Bo Berg", "Dr. Q", "", "x: y", "#1", "A (B)", "- z", "A, B", "No")
_TEXTS: Final = (
    *("", "", "", "Opening", "A", "B", "C", "One", "Two", "Learning: a survey", "No", "8:30", "Q & A", "word " * 30),
    *("a\n\n- b #c", "# x", "- y", "'q", '"', "{", "漢", "x\u2028y", "\x07z", "1. one 2. two", "a\u00a0b", " x "),
    *(
        "Ada Abel",
        "ada abel",
        "?",
        "null",
        "~",
        "|",
        ">",
        "a # b",
        "k:",
        ": v",
        "\\",
        "word: " * 25,
        "yes\n\nno",
        "a\nb",
    ),
)
_SIGNS: Final = "ab1é漢 \n-#:,.[]{}\"'|>&*!%@`?~=\\()\t\u00a0\u200b\u2028\x00\x07\x85\ud800\ufeff\uffff\U0001f333"


class Lot(Random):
    """Draws everything from one number; `odd` is the share of texts that are any signs in a row."""

    odd = 0.03

    def happens(self, share: float) -> bool:
        return self.random() < share

    def some(self, make: Callable[[], T], most: int, share: float = 0.5) -> tuple[T, ...]:
        return tuple([make() for _ in range(self.randint(0, most))]) if self.happens(share) else ()

    def text(self, share: float = 1) -> str:
        if not self.happens(share):
            return ""
        return "".join(self.choices(_SIGNS, k=self.randint(0, 14))) if self.happens(self.odd) else self.choice(_TEXTS)

    def person(self) -> Speaker:
        return Speaker(self.choice(_NAMES), self.text(0.2), self.text(0.3))

    def people(self, share: float) -> tuple[Speaker, ...]:
        return self.some(self.person, 3, share)

    def entry(self, *, inside: bool = True) -> Entry:
        start = self.choice(_STARTS)
        end = self.choice([None, (start or 0) + 30, (start or 0) + 60, 700])
        return Entry(
            kind=self.choice(KINDS),
            title=self.text(),
            date=self.choice([*_DATES, _DATES[0], None]),
            start=start,
            end=None if start is None and self.happens(0.9) else end,
            room=self.text(0.4),
            track=self.text(0.2),
            speakers=self.people(0.5),
            coauthors=self.people(0.15),
            chairs=self.people(0.2),
            abstract=self.text(0.3),
            keywords=self.some(self.text, 3, 0.2),
            note=self.text(0.2),
            each=self.choice([15, -1, 2000]) if self.happens(0.15) else None,
            entries=self.some(lambda: self.entry(inside=False), 3, 0.35) if inside else (),
            remarks=self.some(self.text, 2, 0.2),
            authors=self.people(0.15),
            board=self.text(0.1),
            topic=self.text(0.1),
            links=self.some(lambda: self.choice(_URLS), 2, 0.1),
            language=self.choice(["", "", "", "de", "no language"]),
            second_title=self.text(0.1),
        )

    def event(self) -> Event:
        return Event(
            title=self.text(),
            short_title=self.text(0.4),
            subtitle=self.text(0.2),
            host=self.text(0.3),
            summary=self.text(0.3),
            language=self.choice(["", "", "de"]),
            timezone=self.choice(["", "Europe/Berlin", "Nowhere"]),
            second_timezone=self.choice(["", "Europe/Berlin", "Nowhere"]),
            second_language=self.choice(["", "", "de"]),
            second_title=self.text(0.2),
            website=self.choice(_URLS),
            contact=self.text(0.2),
            conduct=self.text(0.2),
            registration=Registration(
                url=self.choice(_URLS), note=self.text(0.3), capacity=self.choice([None, None, -1, 10, 20])
            ),
        )

    def venue(self) -> Venue:
        return Venue(
            name=self.text(),
            room=self.text(0.4),
            address=self.some(self.text, 3),
            map=self.choice([None, None, Path("map.png")]),
            geo=self.choice([None, None, (1.5, 2.25)]),
            rooms=self.some(lambda: Room(self.text(), self.text(), self.text(0.4)), 3),
            buildings=self.some(lambda: Building(self.text(), self.some(self.text, 2), directions=self.text(0.4)), 2),
            directions=self.text(0.4),
            wifi=Wifi(self.text() or "n", self.text()) if self.happens(0.2) else None,
            accessibility=self.text(0.2),
            emergency=self.text(0.2),
        )

    def profile(self) -> Profile:
        return Profile(
            self.choice(_NAMES),
            also=self.some(self.text, 2, 0.2),
            sort_as=self.text(0.1),
            pronouns=self.text(0.1),
            bio=self.text(0.6),
            website=self.choice(_URLS),
        )

    def track(self) -> Track:
        return Track(self.text(), self.choice(["", "#9c4221", "blue"]), self.text(0.4), ())

    def committee(self) -> Committee:
        return Committee(self.text(), self.people(0.8), ())

    def tier(self) -> Tier:
        return Tier(
            self.text(), self.some(lambda: Sponsor(self.text(), None, self.choice(_URLS), self.text(0.4)), 2, 0.9), ()
        )

    def page(self) -> OwnPage:
        return OwnPage(self.text(), self.text(), ())

    def titles(self) -> dict[datetime.date, str]:
        return {date: self.text() for date in _DATES if self.happens(0.3)}

    def manuscript(self) -> Manuscript:
        return Manuscript(
            event=self.event(),
            venue=self.venue() if self.happens(0.7) else Venue(),
            entries=tuple([self.entry() for _ in range(self.randint(1, 6))]),
            papers=self.some(self.entry, 2, 0.2),
            people={str(number): who for number, who in enumerate(self.some(self.profile, 3))},
            day_titles=self.titles(),
            second_day_titles=self.titles(),
            halves=self.happens(0.4),
            tracks=self.some(self.track, 3),
            committees=self.some(self.committee, 2),
            sponsors=self.some(self.tier, 2),
            pages=self.some(self.page, 2, 0.2),
        )

    def next(self, old: Manuscript) -> Manuscript:
        """What the same source says later."""
        share = self.choice([0.05, 0.15, 0.4])
        entries = list(self.varied_list(old.entries, self.entry, 0.1))
        if len(entries) > 1 and self.happens(0.2):
            self._move_talk(entries)
        later = datetime.timedelta(days=self.choice([1, 7, -1]) if self.happens(0.1) else 0)
        people = self.varied_list(tuple(old.people.values()), self.profile, 0.3)
        return replace(
            old,
            event=self.varied(old.event, self.event(), share),
            venue=self.varied(old.venue, self.venue(), share) if self.happens(0.9) else Venue(),
            entries=tuple([replace(entry, date=entry.date and entry.date + later) for entry in entries]),
            papers=self.varied_list(old.papers, self.entry, 0.2),
            people={str(number): who for number, who in enumerate(people)},
            day_titles=old.day_titles if self.happens(0.6) else self.titles(),
            halves=old.halves if self.happens(0.8) else not old.halves,
            tracks=self.varied_list(old.tracks, self.track, 0.3),
            committees=self.varied_list(old.committees, self.committee, 0.3),
            sponsors=self.varied_list(old.sponsors, self.tier, 0.3),
            pages=self.varied_list(old.pages, self.page, 0.3),
        )

    def varied(self, old: T, other: T, share: float) -> T:
        """A record with some values of another."""
        record: Any = old
        names = [field.name for field in fields(record)] if is_dataclass(record) else record._fields
        values = {name: getattr(other, name) for name in names if self.happens(share)}
        if isinstance(old, Entry):
            inner = self.varied_list(old.entries, lambda: self.entry(inside=False), 0.1)
            values["entries"] = inner if self.happens(0.5) else old.entries
        copy: Callable[..., T] = replace if is_dataclass(record) else type(record)._replace
        return copy(old, **values)

    def varied_list(self, old: tuple[T, ...], make: Callable[[], T], share: float) -> tuple[T, ...]:
        """A list in which something has come, gone, changed, or moved."""
        found = [self.varied(each, make(), share) if self.happens(0.5) else each for each in old if self.happens(0.86)]
        if self.happens(0.5):
            found.insert(self.randint(0, len(found)), make())
        if self.happens(0.15):
            self.shuffle(found)
        return tuple(found)

    def _move_talk(self, entries: list[Entry]) -> None:
        """A talk goes from one session to another."""
        first, second = self.sample(range(len(entries)), 2)
        if entries[first].entries:
            talk, *others = entries[first].entries
            entries[first] = replace(entries[first], entries=tuple(others))
            entries[second] = replace(entries[second], entries=(*entries[second].entries, talk))

    def edited(self, text: str) -> str:
        """The program after some edits by hand, of which those count that leave a program."""
        rows = text.split("\n")
        for number in range(self.choice([1, 2, 4, 8])):
            edited = self._edit(rows, f"{number}")
            try:
                reread("\n".join(edited))
            except BookletError:
                continue
            rows = edited
        text = "\n".join(rows)
        return text.replace("\n", "\r\n") if self.happens(0.1) else text.rstrip() if self.happens(0.1) else text

    def _edit(self, rows: list[str], name: str) -> list[str]:
        at = self.randrange(len(rows))
        row, above, below = rows[at], rows[:at], rows[at + 1 :]
        indent = " " * (len(row) - len(row.lstrip(" ")))
        key, _, value = row.partition(": ")
        end = _block_end(rows, at)
        block, behind = rows[at:end], rows[end:]
        other = _block_end(rows, end)
        edits = [
            [*above, f"{indent}# mine {name}", row, *below],
            [*above, f"# mine {name}", row, *below],
            [*above, f"{row}  # mine {name}", *below],
            [*above, "", row, *below],
            [*above, f"{indent}room: Mine {name}", *(below if key.strip() == "room" else [row, *below])],
            [*above, f"{key}: Mine {name}" if value else row, *below],
            [*above, *below],
            [*above, row.replace("short_title", "short-title").replace("sort_as", "sort-as"), *below],
            [*above, *behind],
            [*above, *block, *block, *behind],
            [*above, *rows[end:other], *block, *rows[other:]],
            [*above, f"{key}: '{value}", "", f"{indent}      Mine {name}'", *below],
            [*above, f"{key}:", f"{indent}    {value}", *below],
            [*above, f"{key}:   {value}", *below],
        ]
        return self.choice(edits)


def _block_end(rows: list[str], at: int) -> int:
    """Where what begins on a row ends: at the first that is indented no further."""
    if at >= len(rows):
        return at
    indent = len(rows[at]) - len(rows[at].lstrip(" "))
    return next(
        (
            end
            for end in range(at + 1, len(rows))
            if rows[end] and len(rows[end]) - len(rows[end].lstrip(" ")) <= indent
        ),
        len(rows),
    )
