"""What a program lacks that its organiser probably has: breaks, lunch, abstracts, slots."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from booklet.errors import Fault
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import PAUSES
from booklet.model.texts import quoted
from booklet.model.times import MIDNIGHT, clock

_LONG: Final = 4 * 60
"""After so many minutes of program somebody wants a break."""

_GAP: Final = 25
"""So many minutes in which nothing happens are a break that nobody wrote down; fewer are for changing rooms."""

_NAMED: Final = 5
"""So many are named; of the others there is a count."""


def gaps(manuscript: Manuscript) -> list[Fault]:
    """What is missing, in the order of the days: breaks, abstracts, and slots for abstracts.

    Times without an end, and days with fewer than two timed entries, tell nothing.
    """
    found: list[Fault] = []
    by_day: defaultdict[datetime.date, list[Entry]] = defaultdict(list)
    for entry in manuscript.entries:
        if entry.date is not None:
            by_day[entry.date].append(entry)
    for date, entries in sorted(by_day.items()):
        found += _breaks(date, entries)
    found += _abstracts(manuscript.entries)
    found += _slots(manuscript.papers)
    return found


def _breaks(date: datetime.date, entries: Sequence[Entry]) -> Iterator[Fault]:
    """Times at which nothing happens in any room; and long stretches without any pause."""
    spans = sorted((entry.start, entry.end) for entry in entries if entry.start is not None and entry.end is not None)
    pauses = [entry for entry in entries if entry.kind in PAUSES]
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    for (_, before), (after, _) in pairwise(merged):
        if after - before >= _GAP and not _untimed_pause(entries, before, after):
            what = f"{date}: nothing happens between {clock(before)} and {clock(after)}"
            yield Fault(what, None, f"if it is a break, add it: time: {clock(before)}-{clock(after)}, break: …")
    for start, end in merged:
        rests = sorted(entry.start for entry in pauses if entry.start is not None and start <= entry.start <= end)
        for one, other in pairwise([start, *rests, end]):
            if other - one > _LONG and other <= MIDNIGHT:
                what = f"{date}: there is no break between {clock(one)} and {clock(other)}"
                yield Fault(what, None, "exports often leave breaks out; add them if there are some")


def _untimed_pause(entries: Sequence[Entry], before: int, after: int) -> bool:
    """Whether a pause without a time stands between what ends before a gap and what begins after it."""
    last = max((at for at, entry in enumerate(entries) if entry.end is not None and entry.end <= before), default=-1)
    first = min((at for at, entry in enumerate(entries) if entry.start is not None and entry.start >= after), default=0)
    return any(entry.kind in PAUSES and entry.start is None for entry in entries[last + 1 : first])


def _abstracts(entries: Sequence[Entry]) -> Iterator[Fault]:
    talks = [part for entry in entries for part in (entry, *entry.entries) if part.kind in {"talk", "keynote"}]
    missing = [talk for talk in talks if not talk.abstract]
    if not missing:
        return
    hint = "'booklet import AGENDA ABSTRACTS' joins abstracts from a second source; 'booklet check' names each talk"
    if len(missing) == len(talks):
        what = f"none of the {len(talks)} talks has an abstract" if len(talks) > 1 else "the talk has no abstract"
        yield Fault(what, None, hint)
        return
    names = ", ".join(quoted(talk.title) for talk in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    yield Fault(f"{len(missing)} of {len(talks)} talks have no abstract: {names}{more}", missing[0].where, hint)


def _slots(papers: Sequence[Entry]) -> Iterator[Fault]:
    if papers:
        names = ", ".join(quoted(paper.title) for paper in papers[:_NAMED])
        more = f" and {len(papers) - _NAMED} more" if len(papers) > _NAMED else ""
        hint = "they stand at the end of program.yaml, as remarks: move each to its day"
        yield Fault(f"{len(papers)} abstracts have no slot in the agenda: {names}{more}", papers[0].where, hint)
