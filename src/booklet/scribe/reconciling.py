"""Decides what an update does to the days: which entries change, come, go, stay and move, and what is said about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, TypeAlias

from booklet.model.program import HOLDERS, Day, Key, Program
from booklet.model.texts import quoted
from booklet.scribe.fields import KIND, day_fields, session_fields
from booklet.scribe.ledger import YOURS, Ledger
from booklet.scribe.matching import Trio, Unit, pair_days, pair_units, trace
from booklet.scribe.merging import Change, bare, changed, merge
from booklet.scribe.ordering import Planned, arranged
from booklet.scribe.sentences import place

_DELETED: Final = "it stays away, since you deleted it; add it by hand if it shall come back"

_Holder: TypeAlias = "Trio[Day] | Trio[Unit]"
"""What entries are in: a day, or a session that holds talks."""


class PlannedDay(NamedTuple):
    """A day as it shall be: its date and title, where it stands now (None: nowhere), and what is on it."""

    day: Day
    current: Key | None
    changes: tuple[Change, ...]
    entries: tuple[Planned, ...]


def reconcile(
    previous: Program | None,
    current: Program,
    new: Program,
    *,
    ledger: Ledger,
    remarked: Callable[[Key], bool],
) -> tuple[PlannedDay, ...]:
    """Plan the days.

    Args:
        previous: the program as it was last imported, None if that is not known.
        current: the program as it stands.
        new: the program as the source has it now.
        ledger: takes down what there is to say.
        remarked: whether the organiser has put remarks to the entry that stands at a place of `current`.
    """
    before = previous.days if previous else ()
    days = trace(before, current.days, new.days, pair_days)
    entries = _entries(days)
    said = Ledger()
    planned = _Planner(days, entries, _talks(entries), said, remarked).days()
    if not planned:
        ledger.say("everything in the program is gone from the source", "it was kept, since no program is without days")
        return tuple([_as_it_is(day) for day in current.days])
    ledger.changes += said.changes
    ledger.faults += said.faults
    return planned


def _as_it_is(day: Day) -> PlannedDay:
    entries = [
        Planned(session, session.at, None, inside=tuple([Planned(talk, talk.at, None) for talk in session.talks]))
        for session in day.sessions
    ]
    return PlannedDay(day, day.at, (), tuple(entries))


def _entries(days: Sequence[Trio[Day]]) -> list[Trio[Unit]]:
    """The entries of all days, those of each program in its order."""
    groups = [
        sorted(
            (Unit(number, session) for number, day in enumerate(version) if day for session in day.sessions),
            key=lambda unit: [step for step in unit.session.at if isinstance(step, int)],
        )
        for version in zip(*[(trio.previous, trio.current, trio.new) for trio in days], strict=True)
    ]
    return trace(groups[0], groups[1], groups[2], pair_units)


def _talks(entries: Sequence[Trio[Unit]]) -> list[Trio[Unit]]:
    groups = [
        [Unit(number, talk) for number, unit in enumerate(version) if unit for talk in unit.session.talks]
        for version in zip(*[(trio.previous, trio.current, trio.new) for trio in entries], strict=True)
    ]
    return trace(groups[0], groups[1], groups[2], pair_units)


class _Planner:
    """Goes through everything that is the same in three programs, from the talks outwards to the days."""

    def __init__(
        self,
        days: Sequence[Trio[Day]],
        entries: Sequence[Trio[Unit]],
        talks: Sequence[Trio[Unit]],
        ledger: Ledger,
        remarked: Callable[[Key], bool],
    ) -> None:
        self._days = days
        self._entries = entries
        self._talks = talks
        self._ledger = ledger
        self._remarked = remarked

    def days(self) -> tuple[PlannedDay, ...]:
        """The days as they shall be, in the order of their dates."""
        inside = self._lists(self._talks, self._entries, {})
        lists = self._lists(self._entries, self._days, inside)
        planned = []
        for number, trio in enumerate(self._days):
            day = trio.current or trio.new
            if day is None or number not in lists:
                continue
            changes: tuple[Change, ...] = ()
            if trio.current and trio.new:
                versions = (trio.previous, trio.current, trio.new)
                first, second, third = (day_fields(version) if version else {} for version in versions)
                changes = self._ledger.merged(first or None, second, third, f"the day {day.date}")
                values: dict[str, Any] = {change.name: getattr(trio.new, change.name) for change in changes}
                day = replace(day, **values)
            planned.append(PlannedDay(day, trio.current.at if trio.current else None, changes, lists[number]))
        return tuple(sorted(planned, key=lambda plan: plan.day.date))

    def _lists(
        self, trios: Sequence[Trio[Unit]], holders: Sequence[_Holder], inside: Mapping[int, tuple[Planned, ...]]
    ) -> Mapping[int, tuple[Planned, ...]]:
        """What is in each holder as it shall be.

        Args:
            trios: entries, or talks in entries.
            holders: the days, or entries, that they are in.
            inside: what is in each of the trios as it shall be.
        """
        standing: defaultdict[int, list[Planned]] = defaultdict(list)
        coming: defaultdict[int, list[Planned]] = defaultdict(list)
        for number, trio in enumerate(trios):
            parts = inside.get(number, ())
            if trio.current:
                if self._goes(trio, trio.current, holders[trio.current.holder]):
                    continue
                holder = self._holder(trio, trio.current, holders)
                where = standing if holder == trio.current.holder else coming
                where[holder].append(self._merged(trio, trio.current, parts))
            elif trio.new and self._comes(trio.previous, trio.new, holders[trio.new.holder]):
                coming[trio.new.holder].append(Planned(trio.new.session, None, trio.new.session.at, inside=parts))
        lists = {}
        for holder in {**standing, **coming}:
            stand = sorted(standing[holder], key=lambda entry: entry.current or ())
            come = sorted(coming[holder], key=lambda entry: entry.source or ())
            lists[holder] = arranged(stand, come)
        return lists

    def _merged(self, trio: Trio[Unit], current: Unit, parts: tuple[Planned, ...]) -> Planned:
        """An entry with what the source changed in it; it stays of a kind that can hold what is in it."""
        session = current.session
        began = next((part.start for part in (session, *session.talks) if part.start is not None), None)
        if trio.new is None:
            return Planned(session, session.at, None, inside=parts, began=began)
        fields = session_fields(trio.previous.session) if trio.previous else None
        new = trio.new.session
        changes = self._ledger.merged(
            fields,
            session_fields(session),
            session_fields(new),
            quoted(session.called),
            keep={KIND} if parts and new.kind not in HOLDERS else (),
        )
        return Planned(changed(session, changes, new), session.at, new.at, changes, parts, began=began)

    def _goes(self, trio: Trio[Unit], current: Unit, holder: _Holder) -> bool:
        """Whether an entry is taken out: it is gone from the source, and the organiser has not touched it."""
        if trio.new or trio.previous is None:
            return False
        if isinstance(holder.current, Unit) and holder.new is None:
            # What holds it is gone from the source, too, and stays or goes with everything in it.
            return False
        named = place(current.session, _day(holder.current))
        if bare(trio.previous.session) == bare(current.session) and not self._remarked(current.session.at):
            self._ledger.changes.append(f"removed: {named}")
            return True
        self._ledger.changes.append(f"kept your {named}")
        self._ledger.say(
            f"{named} is gone from the source, but you have changed it", "it was kept; delete it if it is cancelled"
        )
        return False

    def _comes(self, previous: Unit | None, new: Unit, holder: _Holder) -> bool:
        """Whether an entry of the source that does not stand in the program is put there."""
        named = place(new.session, _day(holder.new))
        if previous:
            if bare(previous.session) != bare(new.session):
                self._ledger.say(f"{named} has changed in the source, but is not in the program any more", _DELETED)
            return False
        if holder.previous and not holder.current:
            self._ledger.say(
                f"{named} is new in the source, but what it is in is not in the program any more", _DELETED
            )
            return False
        if not _holds_talks(holder):
            self._ledger.say(f"{named} is new in the source, but what it is in cannot hold talks here", YOURS)
            return False
        if isinstance(holder.new, Day) or holder.current:
            self._ledger.changes.append(f"added: {named}")
        return True

    def _holder(self, trio: Trio[Unit], current: Unit, holders: Sequence[_Holder]) -> int:
        """Which day or session an entry shall be in."""
        if trio.new is None or trio.new.holder == current.holder:
            return current.holder
        named, target = quoted(current.session.called), holders[trio.new.holder]
        where = _called(target.new)
        if trio.previous and trio.previous.holder == trio.new.holder:
            return current.holder
        missing = (target.previous and not target.current) or not _holds_talks(target)
        if trio.previous is None or trio.previous.holder != current.holder or missing:
            self._ledger.changes.append(f"kept your place of {named}")
            self._ledger.say(f"{named} is in {where} in the source", YOURS)
            return current.holder
        self._ledger.changes.append(f"moved: {named} to {where}")
        return trio.new.holder


def _day(holder: Day | Unit | None) -> Day | None:
    return holder if isinstance(holder, Day) else None


def _holds_talks(holder: _Holder) -> bool:
    """Whether an entry will be of a kind that can hold talks; a day always holds entries."""
    if isinstance(holder.current, Unit) and isinstance(holder.new, Unit):
        before = None if not isinstance(holder.previous, Unit) else session_fields(holder.previous.session)
        now, new = holder.current.session, holder.new.session
        merged = merge(before, session_fields(now), session_fields(new))
        return (new.kind if any(change.name == KIND for change in merged.changes) else now.kind) in HOLDERS
    return not isinstance(holder.current, Unit) or holder.current.session.kind in HOLDERS


def _called(holder: Day | Unit | None) -> str:
    if isinstance(holder, Day):
        return f"the day {holder.date}"
    return quoted(holder.session.called) if holder else "another place"
