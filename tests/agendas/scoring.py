"""Scores a page against what a careful reader makes of it: python -m tests.agendas.scoring [-v] FILES…

The truth is a JSON file beside the page: days and times, kinds, titles, people, chairs and rooms of every entry.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from booklet.agendas.audit import lines_of
from booklet.agendas.read import page_of, read_page
from booklet.errors import BookletError
from booklet.importers.intake import load
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.joining import join
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.people import normal
from booklet.model.times import clock

FIELDS = ("date", "start", "end", "title", "kind", "speakers", "chairs", "room", "abstract")


@dataclass
class Score:
    """How many entries there should be, were found and were found besides; how many of each field are right."""

    name: str
    expected: int = 0
    found: int = 0
    extra: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    lost_lines: int = 0
    warnings: int = 0
    differences: list[str] = field(default_factory=list)


def truth_of(page: Path) -> dict[str, Any]:
    """What a careful reader makes of a page."""
    name = re.sub(r"(\.pasted)?\.\w+$", "", page.name)
    truth: dict[str, Any] = json.loads((page.parent / f"{name}.json").read_text("utf-8"))
    return truth


def score(page: Path, truth: dict[str, Any]) -> Score:
    """Read a page and compare it with the truth."""
    result = Score(page.name)
    first = truth.get("first_day")
    asked = Asked(first_day=datetime.date.fromisoformat(first) if first else None)
    text = load(str(page), stdin=bytes).text
    try:
        manuscript = join([read_page(page.name, text, asked)])
    except BookletError as error:
        result.differences.append(f"REFUSED {error}")
        result.expected = len(list(_wanted(truth["items"])))
        return result
    unknown = set(truth.get("pasted_unknown", [])) if ".pasted." in page.name else set()
    entries = [part for entry in manuscript.entries for part in (entry, *entry.entries)]
    left = list(entries)
    for item in _wanted(truth["items"]):
        result.expected += 1
        best = max(left, key=lambda entry: _likeness(item, entry), default=None)
        if best is None or _likeness(item, best) < (2 if item["title"] else 1.7):
            result.differences.append(f"MISSING {item.get('date')} {item.get('start')} {item['title']!r}")
            continue
        left.remove(best)
        result.found += 1
        _compare(item, best, unknown, result)
    result.extra = len(left)
    result.differences += [f"EXTRA {entry.date} {_clock(entry.start)} {entry.title!r}" for entry in left]
    result.differences += [f"ASKS {fault}" for fault in manuscript.asks]
    result.lost_lines = len(_lost(text, manuscript))
    result.warnings = len(manuscript.report)
    return result


def _wanted(items: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        for child in item.get("children", ()):
            yield {"date": item.get("date"), **child}


def _likeness(item: dict[str, Any], entry: Entry) -> float:
    same_time = item.get("start") == _clock(entry.start) and item.get("date") == str(entry.date)
    title, other = _plain(item["title"]), _plain(entry.title)
    points = 2.0 * bool(title and title == other) + 1.0 * bool(title and other and (title in other or other in title))
    points += 1.5 * (same_time and item.get("start") is not None) + 0.3 * (item.get("date") == str(entry.date))
    points += 1.0 * bool({normal(name) for name in _names(item)} & {normal(one.name) for one in entry.speakers})
    return points


def _compare(item: dict[str, Any], entry: Entry, unknown: set[str], result: Score) -> None:
    given: dict[str, Any] = {
        "date": str(entry.date),
        "start": _clock(entry.start),
        "end": _clock(entry.end),
        "title": _plain(entry.title),
        "kind": entry.kind,
        "speakers": sorted(normal(one.name) for one in entry.speakers),
        "chairs": sorted(normal(one.name) for one in entry.chairs),
        "room": _plain(entry.room),
        "abstract": _plain(entry.abstract),
    }
    wanted: dict[str, Any] = {
        "date": item.get("date"),
        "start": item.get("start"),
        "end": item.get("end"),
        "title": _plain(item["title"]),
        "kind": item["kind"],
        "speakers": sorted(normal(name) for name in _names(item)),
        "chairs": sorted(normal(name) for name in item.get("chairs", ())),
        "room": _plain(item.get("room") or ""),
        "abstract": _plain(item.get("abstract_begins", "")),
    }
    for name in FIELDS:
        if name in unknown or f"{name}s" in unknown or (name == "abstract" and not wanted["abstract"]):
            continue
        if name == "room" and not wanted["room"]:
            continue
        result.asked[name] += 1
        right = given[name].startswith(wanted[name]) if name == "abstract" else given[name] == wanted[name]
        result.right[name] += right
        if not right:
            where = f"{item.get('date')} {item.get('start')} {item['title'][:40]!r}"
            result.differences.append(
                f"{name}: {where}: wanted {str(wanted[name])[:90]!r}, found {str(given[name])[:90]!r}"
            )


def _lost(text: str, manuscript: Manuscript) -> list[str]:
    """Lines of which no word is in the manuscript, and that no fault names; apart from the reader's own audit."""
    said = _plain(repr(manuscript.entries) + repr(manuscript.papers) + repr(manuscript.event) + repr(manuscript.venue))
    told = {fault.where.line for fault in manuscript.report if fault.where}
    stood = {part.where.line for entry in manuscript.entries for part in (entry, *entry.entries) if part.where}
    lost = []
    for line in lines_of(page_of(text)):
        words = _plain(line.text).split()
        if words and line.number not in told | stood and not any(word in said for word in words):
            lost.append(line.text)
    return lost


def _names(item: dict[str, Any]) -> list[str]:
    return [one["name"] if isinstance(one, dict) else one for one in item.get("speakers", ())]


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else clock(minutes)


def _plain(text: str) -> str:
    text = text.translate(str.maketrans("“”„«»‘’‚–—‐‑：，", '"""""\'\'\'----:,'))
    return " ".join(re.sub(r"[\"'.:,;()（）\[\]!?*_-]+", " ", text.casefold()).split())


def table(scores: Sequence[Score]) -> str:
    """The scores, a line each."""
    head = f"{'page':42} {'found':>8} {'extra':>5} " + " ".join(f"{name:>8}" for name in FIELDS) + "  lost  warn"
    rows = [head]
    for one in scores:
        cells = " ".join(f"{one.right[name]:>3}/{one.asked[name]:<4}" for name in FIELDS)
        counts = f"{one.found:>3}/{one.expected:<4} {one.extra:>5}"
        rows.append(f"{one.name:42} {counts} {cells} {one.lost_lines:>5} {one.warnings:>5}")
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> None:
    """Print the table, and with -v every difference."""
    pages = [Path(name) for name in arguments if name != "-v"]
    scores = [score(page, truth_of(page)) for page in pages if page.suffix != ".json"]
    print(table(scores))
    if "-v" in arguments:
        for one in scores:
            print(f"\n{one.name}", *one.differences, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
