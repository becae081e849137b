"""Brings a program up to date with its source, by positions in its text, so that everything else stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import getitem
from typing import Any, Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Key, Program
from booklet.model.texts import quoted
from booklet.model.times import TimeSpan
from booklet.model.tree import grow
from booklet.scribe.clocks import Slot, write_times
from booklet.scribe.drafting import Draft, draft
from booklet.scribe.edits import line_end_of
from booklet.scribe.ledger import Ledger
from booklet.scribe.merging import bare
from booklet.scribe.ordering import Planned
from booklet.scribe.proof import FILE, reread
from booklet.scribe.reconciling import PlannedDay, reconcile
from booklet.scribe.revising import revise
from booklet.scribe.sections import Sections, as_planned, plan_sections, revise_sections
from booklet.scribe.spans import Survey, drawn_in
from booklet.scribe.tidying import UNKNOWN
from booklet.scribe.write import SLOTLESS, slotless_lines, title_line

_WHITE: Final = " \t\r\n"
_MARK: Final = "\ufeff"
_BY_HAND: Final = "import into a file of its own, and take over by hand what you want of it"


class Updated(NamedTuple):
    """A program's text as it is now, what was done to it in sentences, and what the organiser should look at."""

    text: str
    changes: tuple[str, ...]
    faults: tuple[Fault, ...]


def update(current: str, previous: str | None, manuscript: Manuscript, *, origin: Sequence[str] = ()) -> Updated:
    """Bring a program up to date with what its source says now.

    What the source changed since the last import and the organiser did not is changed; what the organiser touched
    stays, and a fault names what the source has otherwise (`merging.merge`). Entries that are new in the source are put
    in their places; those that are gone from it are taken out, unless the organiser touched them or put a remark to
    them; what the organiser deleted stays away. If the last import is not known, missing values and entries are
    filled in, and nothing else is changed or taken out. Every character that none of this concerns stays as it is.

    Args:
        current: the text of the program as the organiser has it.
        previous: what `program_yaml` made of the last import, None if that is not known.
        manuscript: what the source says now.
        origin: the names of the sources, for remarks on what is new.

    Raises:
        BookletError: `current` is no program, or cannot be edited safely; nothing is lost then.
    """
    if current.startswith(_MARK):
        unmarked = update(current.removeprefix(_MARK), previous, manuscript, origin=origin)
        return unmarked._replace(text=_MARK + unmarked.text)
    now = reread(current)
    ledger = Ledger()
    before = _last_import(previous, ledger)
    sheet = draft(manuscript, several=len(origin) > 1)
    ledger.faults += sheet.faults
    new = _comparable(sheet.program, before or now)
    sections = plan_sections(before, now, new, ledger)
    survey = Survey(current)
    known = frozenset(Survey(previous).remarks() if previous and before else ())

    def remarked(at: Key) -> bool:
        return not known.issuperset(survey.remarks(survey.block(survey.node(at))))

    times = _written_times(current, now)
    planned = reconcile(before, now, new, ledger=ledger, remarked=remarked)
    days = tuple([_timed(day, times, ledger, halves=manuscript.halves) for day in planned])
    papers = _new_papers(sheet, current, previous, ledger)
    if not ledger.changes:
        return Updated(current, (), tuple(ledger.faults))
    whole = current if current.endswith(("\n", "\r")) else current + line_end_of(current)
    # A remark that hangs deeper than what follows it becomes text where a block of text now ends above it.
    for start in (whole, drawn_in(whole)):
        text = revise(revise_sections(start, sections), days, times=times, remarks=sheet.remarks)
        text = _ended(text, papers, like=current)
        program = reread(text)
        if not _loses_remarks(survey, Survey(text), now, days):
            _verify(program, sections, days)
            return Updated(text, tuple(ledger.changes), tuple(ledger.faults))
    raise BookletError([Fault("the program cannot be updated without losing a remark", Place(FILE), _BY_HAND)])


def _last_import(previous: str | None, ledger: Ledger) -> Program | None:
    if previous is None:
        return None
    try:
        return reread(previous)
    except BookletError:
        hint = "nothing of yours is changed then; the next update will know this one"
        ledger.say("what was last imported cannot be read any more", hint)
        return None


def _comparable(new: Program, base: Program) -> Program:
    """What the source says, and what it does not know as it is."""
    event = new.event
    if event.title == UNKNOWN:
        event = replace(event, title=base.event.title, short_title=base.event.short_title)
    event = replace(event, language=event.language or base.event.language)
    return replace(new, event=event, days=new.days or base.days)


def _written_times(text: str, program: Program) -> Mapping[Key, str]:
    """The times of entries as they are written, by their places."""
    tree: Any = grow(FILE, text).tree
    timed = [entry.at for day in program.days for entry in day.entries if entry.start is not None]
    return {at: reduce(getitem, at, tree)["time"] for at in timed}


def _timed(day: PlannedDay, times: Mapping[Key, str], ledger: Ledger, *, halves: bool) -> PlannedDay:
    """The day with the times of its entries as they shall be written; those that are read as they are meant stay."""
    parts = [part for entry in day.entries for part in (entry, *entry.inside)]
    old = ["" if part.rescheduled or not part.current else times.get(part.current, "") for part in parts]
    slots = [Slot(TimeSpan(part.session.start, part.session.end), text) for part, text in zip(parts, old, strict=True)]
    written = iter(write_times(slots, halves=halves and not any(old)))

    def timed(part: Planned) -> Planned:
        time = next(written)
        if time.span != (part.session.start, part.session.end):
            hint = "correct the time by hand; perhaps the entry belongs to another day"
            ledger.say(f"the time of {quoted(part.session.called)} cannot be written in its place", hint)
        return part._replace(session=replace(part.session, start=time.span.start, end=time.span.end), time=time.text)

    entries = [timed(entry)._replace(inside=tuple([timed(part) for part in entry.inside])) for entry in day.entries]
    return day._replace(entries=tuple(entries))


def _new_papers(sheet: Draft, current: str, previous: str | None, ledger: Ledger) -> str:
    """Abstracts without a slot that neither the program nor the last import has, as remarks for its end."""
    known = f"{current}\n{previous or ''}"
    papers = [paper for paper in sheet.papers if title_line(paper) not in known]
    if not papers:
        return ""
    ledger.changes += [f"added: the abstract of {quoted(paper.called)}, at the end" for paper in papers]
    return "".join(slotless_lines(sheet, papers))


def _ended(text: str, papers: str, *, like: str) -> str:
    """The text with abstracts at its end, and with the end of line, or none, of the original."""
    if papers:
        apart = "" if SLOTLESS in text else f"\n{SLOTLESS}\n"
        text = text.rstrip(_WHITE) + f"\n{apart}#\n{papers}".replace("\n", line_end_of(like))
    return text.rstrip(_WHITE) + like[len(like.rstrip(_WHITE)) :]


def _verify(program: Program, sections: Sections, days: Sequence[PlannedDay]) -> None:
    """Compare what was read back with the plan.

    Raises:
        BookletError: it does not say what was planned.
    """
    said = [(day.date, day.title, [bare(session) for session in day.sessions]) for day in program.days]
    meant = [(plan.day.date, plan.day.title, [bare(entry.whole) for entry in plan.entries]) for plan in days]
    if said != meant or not as_planned(sections, program):
        raise BookletError([Fault("the program cannot be brought up to date safely", Place(FILE), _BY_HAND)])


def _loses_remarks(before: Survey, after: Survey, program: Program, days: Sequence[PlannedDay]) -> bool:
    """Whether a remark is lost but those on what was taken out."""
    stays = {part.current for day in days for entry in day.entries for part in (entry, *entry.inside)}
    gone = Counter(remark for at in _gone(program, stays) for remark in before.remarks(before.block(before.node(at))))
    return bool(Counter(before.remarks()) - Counter(after.remarks()) - gone)


def _gone(program: Program, stays: set[Key | None]) -> Iterator[Key]:
    """Where the entries stand that are taken out."""
    yield from (entry.at for day in program.days for entry in day.entries if entry.at not in stays)
