"""Scores pages against what a careful reader makes of them: python -m tests.agendas.scoring [-v] [--truth FILE] PAGES…

The truth is a JSON file beside the page, named like it: `{"first_day", "event", "items", "pasted_unknown"}`. An item
has `date`, `start`, `end`, `kind`, `title`, `speakers` (`{"name", "affiliation"}`), `chairs`, `room`, and may have
`abstract_begins`, `children`, `titles_also` and `kinds_also` (other readings that are as good), `optional` (a heading
that need not be an entry) and `pasted_unknown` (what pasting loses: names of fields, or "item").
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from booklet.agendas.read import read_page
from booklet.errors import BookletError, Fault
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.joining import join
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.people import normal
from booklet.model.program import Speaker
from booklet.model.times import clock
from tests.agendas.accounting import unaccounted
from tests.agendas.visible import VisibleLine, visible_lines

Item: TypeAlias = Mapping[str, Any]
"""An entry as the truth has it."""

FIELDS: Final = ("date", "start", "end", "title", "kind", "speakers", "affiliations", "chairs", "room", "abstract")

_ALIKE: Final = 1.7
"""The least likeness of an item and the entry that is taken for it: the same time, or much the same title."""

_QUOTES_AND_DASHES: Final = str.maketrans("“”„«»‘’‚`–—‐‑−：，", '"""""\'\'\'\'-----:,')
_OFFICES: Final = re.compile(r"^(?:dean|director|commissioner|president|sir|dame|herr|frau|mme?|m) (?=\w+ \w)")
"""What may stand before a name without being wrong."""


@dataclass
class Tally:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def __str__(self) -> str:
        return f"{self.right}/{self.of}" if self.of else "-"


@dataclass
class Score:
    """What was found on a page of what stands on it, and every difference in words."""

    name: str
    expected: int = 0
    found: int = 0
    extra: int = 0
    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    unaccounted: list[VisibleLine] = field(default_factory=list)
    report: int = 0
    differences: list[str] = field(default_factory=list)


class Pair(NamedTuple):
    """An item of the truth and the entry that is taken for it."""

    item: Item
    entry: Entry


def truth_of(page: Path) -> dict[str, Any]:
    """What a careful reader makes of a page, as the file beside it says."""
    name = re.sub(r"(\.pasted)?\.\w+$", "", page.name)
    truth: dict[str, Any] = json.loads((page.parent / f"{name}.json").read_text("utf-8"))
    return truth


def score(page: Path, truth: dict[str, Any] | None = None) -> Score:
    """Read a page and compare it with the truth."""
    truth = truth_of(page) if truth is None else truth
    pasted = ".pasted." in page.name
    unknown = frozenset(truth.get("pasted_unknown", ())) if pasted else frozenset()
    items = [item for item in _items(truth["items"]) if not (pasted and "item" in item.get("pasted_unknown", ()))]
    result = Score(page.name, expected=sum(not item.get("optional") for item in items))
    text = page.read_text("utf-8-sig")
    first = truth.get("first_day")
    try:
        read = read_page(page.name, text, Asked(first_day=datetime.date.fromisoformat(first) if first else None))
    except BookletError as error:
        result.differences.append(f"REFUSED: {error}")
        return result
    except Exception as error:  # noqa: BLE001 - that a reader fails is a result, and other pages are still to be read
        result.differences.append(f"FAILED: {error!r}")
        return result
    manuscript = join([read])
    _count(items, manuscript, unknown, pasted, result)
    _event(truth.get("event", {}), manuscript, result)
    result.differences += [f"ASKS: {fault}" for fault in manuscript.asks]
    faults: tuple[Fault, ...] = (*read.report, *manuscript.report, *manuscript.asks)
    result.unaccounted = unaccounted(visible_lines(page.suffix, text), manuscript, faults)
    result.differences += [f"UNACCOUNTED: line {number}: {line[:100]}" for number, line in result.unaccounted]
    result.report = len(manuscript.report)
    return result


def _items(items: Sequence[Item]) -> Iterator[Item]:
    """Every item, each before the talks inside it."""
    for item in items:
        yield item
        yield from ({"date": item["date"], **child} for child in item.get("children", ()))


def _count(items: list[Item], manuscript: Manuscript, unknown: frozenset[str], pasted: bool, result: Score) -> None:
    entries = [part for entry in manuscript.entries for part in (entry, *entry.entries)]
    pairs = _pairs(items, [*entries, *manuscript.papers])
    taken = {id(pair.entry) for pair in pairs}
    met = {id(pair.item) for pair in pairs}
    for item in items:
        if id(item) not in met and not item.get("optional"):
            result.differences.append(f"MISSING: {item['date']} {item['start']} {item['title']!r}")
    for entry in entries:
        if id(entry) not in taken:
            result.extra += 1
            result.differences.append(f"EXTRA: {entry.date} {_clock(entry.start)} {entry.title!r}")
    for pair in pairs:
        result.found += not pair.item.get("optional")
        lost = unknown | frozenset(pair.item.get("pasted_unknown", ()) if pasted else ())
        for name, wanted, found, right in _compared(pair):
            if name in lost or f"{name}s" in lost:
                continue
            result.fields[name].of += 1
            result.fields[name].right += right
            if not right:
                where = f"{pair.item['date']} {pair.item['start']} {pair.item['title'][:40]!r}"
                result.differences.append(f"{name}: {where}: wanted {wanted!r}, found {found!r}")


def _pairs(items: list[Item], entries: list[Entry]) -> list[Pair]:
    """Each item with the entry most like it, the most alike first."""
    likely = sorted(
        (
            (-likeness, at, other)
            for at, item in enumerate(items)
            for other, entry in enumerate(entries)
            if (likeness := _likeness(item, entry)) >= _ALIKE
        ),
    )
    items_met: set[int] = set()
    entries_met: set[int] = set()
    pairs = []
    for _, at, other in likely:
        if at not in items_met and other not in entries_met:
            items_met.add(at)
            entries_met.add(other)
            pairs.append((at, Pair(items[at], entries[other])))
    return [pair for _, pair in sorted(pairs, key=lambda numbered: numbered[0])]


def _likeness(item: Item, entry: Entry) -> float:
    title, other = plain(item["title"]), plain(entry.title)
    same_day = item["date"] == str(entry.date)
    points: float = 2.0 * (bool(title) and other in {title, *map(plain, item.get("titles_also", ()))})
    points += 1.0 * bool(title and other and (title in other or other in title))
    points += 1.5 * (same_day and item["start"] is not None and item["start"] == _clock(entry.start)) + 0.3 * same_day
    points += 1.0 * bool({_name(one["name"]) for one in item["speakers"]} & {_name(one.name) for one in entry.speakers})
    return points


def _compared(pair: Pair) -> Iterator[tuple[str, object, object, bool]]:
    """Each field's name, what was wanted, what was found, and whether it is right."""
    item, entry = pair
    if entry.date is not None:
        yield "date", item["date"], str(entry.date), item["date"] == str(entry.date)
    yield "start", item["start"], _clock(entry.start), item["start"] == _clock(entry.start)
    derived = item["end"] is None and bool(entry.remarks)
    yield "end", item["end"], _clock(entry.end), item["end"] == _clock(entry.end) or derived
    titles = [item["title"], *item.get("titles_also", ())]
    yield "title", item["title"], entry.title, plain(entry.title) in map(plain, titles)
    yield "kind", item["kind"], entry.kind, entry.kind in (item["kind"], *item.get("kinds_also", ()))
    names, found = [one["name"] for one in item["speakers"]], [one.name for one in entry.speakers]
    yield "speakers", names, found, sorted(map(_name, names)) == sorted(map(_name, found))
    for one in item["speakers"]:
        same = [other for other in entry.speakers if _name(other.name) == _name(one["name"])]
        if same and one.get("affiliation"):
            yield "affiliations", one["affiliation"], same[0].affiliation, _belongs(one["affiliation"], same[0])
    chairs = [one.name for one in entry.chairs]
    yield "chairs", item["chairs"], chairs, sorted(map(_name, item["chairs"])) == sorted(map(_name, chairs))
    if item["room"]:
        yield "room", item["room"], entry.room, plain(item["room"]) == plain(entry.room)
    if begins := item.get("abstract_begins"):
        yield "abstract", begins, entry.abstract[: len(begins)], plain(entry.abstract).startswith(plain(begins))


def _event(event: Mapping[str, str], manuscript: Manuscript, result: Score) -> None:
    if "title" in event and plain(event["title"]) != plain(manuscript.event.title):
        result.differences.append(f"event: wanted {event['title']!r}, found {manuscript.event.title!r}")
    said = plain(repr(manuscript.venue) + manuscript.event.host)
    if "venue" in event and plain(event["venue"]) not in said:
        result.differences.append(f"venue: wanted {event['venue']!r}, found {manuscript.venue.name!r}")


def _belongs(affiliation: str, speaker: Speaker) -> bool:
    """Whether somebody's affiliation was found; where the position ends and it begins is a matter of taste."""
    wanted, found = plain(affiliation), plain(speaker.affiliation)
    whole = plain(", ".join(part for part in (speaker.position, speaker.affiliation) if part))
    return bool(found) and whole.endswith(wanted) and (found.endswith(wanted) or wanted.endswith(found))


def _name(name: str) -> str:
    return _OFFICES.sub("", normal(name))


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else clock(minutes)


def plain(text: str) -> str:
    """A text as it is compared: without case, kinds of quotes and dashes, outer quotes and the full stop at its end."""
    return " ".join(text.casefold().translate(_QUOTES_AND_DASHES).split()).strip("\"'.,;: ")


def table(scores: Sequence[Score]) -> str:
    """The scores, a line each, and their sum."""
    head = [f"{'page':38}", f"{'found':>7}", "extra", *(f"{name[:9]:>9}" for name in FIELDS), "unacc", "report"]
    rows = [" ".join(head)]
    for one in [*scores, _sum(scores)]:
        cells = [f"{one.name:38}", f"{one.found}/{one.expected}".rjust(7), f"{one.extra:5}"]
        cells += [f"{tally!s:>9}" for tally in one.fields.values()]
        rows.append(" ".join([*cells, f"{len(one.unaccounted):5}", f"{one.report:6}"]))
    return "\n".join(rows)


def _sum(scores: Sequence[Score]) -> Score:
    total = Score(f"all {len(scores)} pages")
    for one in scores:
        total.expected += one.expected
        total.found += one.found
        total.extra += one.extra
        total.report += one.report
        total.unaccounted += one.unaccounted
        for name, tally in one.fields.items():
            total.fields[name].right += tally.right
            total.fields[name].of += tally.of
    return total


def main() -> None:
    """Print the table, and with -v every difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--truth", type=Path, help="the truth of every page given, instead of the file beside it")
    parser.add_argument("-v", dest="differences", action="store_true", help="say every difference")
    given = parser.parse_args()
    pages = [page for page in given.pages if page.suffix != ".json"]
    scores = [score(page, json.loads(given.truth.read_text("utf-8")) if given.truth else None) for page in pages]
    print(table(scores))
    for one in scores if given.differences else ():
        print(f"\n{one.name}", *one.differences, sep="\n  ")


if __name__ == "__main__":
    main()
