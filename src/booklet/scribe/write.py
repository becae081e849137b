"""Writes a program.yaml as somebody who knows the format would by hand, and reads it back to be sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.errors import Fault
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Day, Event, Profile, Session
from booklet.scribe.drafting import Draft, draft
from booklet.scribe.entries import item, member, record, remark_lines
from booklet.scribe.fields import Words, day_fields, event_fields, profile_fields, session_fields, venue_fields
from booklet.scribe.matter import matter_fields, page_records
from booklet.scribe.proof import differences, reread
from booklet.scribe.scalars import scalar
from booklet.scribe.tidying import UNKNOWN, Tidier

_USUAL_LANGUAGE: Final = "en-US"
"""The language of a program that states none (`model.schema.Event`)."""

_HEAD: Final = """\
# Whatever stands behind a "#" is a remark for you and is never printed. When you have changed something:
#
#     booklet check      looks for mistakes, such as two talks at the same time
#     booklet make       writes the booklet into the folder out/
"""
_NO_AGENDA: Final = "# The source has no agenda: write here what is on which day.\n\ndays: []\n"
SLOTLESS: Final = (
    '# Abstracts that have no slot in the agenda yet: move each to its talk, and delete the "# " before its lines.'
)
"""What stands above abstracts that are remarks."""

_REMARK_COLUMN: Final = 51
"""Where a remark beside a value begins, as in the hand-written program."""


class Written(NamedTuple):
    """The text of a program.yaml, and what the organiser should know about it."""

    text: str
    faults: tuple[Fault, ...]


def program_yaml(manuscript: Manuscript, *, origin: Sequence[str] = ()) -> Written:
    """Write a manuscript as a program.yaml.

    Args:
        manuscript: what the sources say.
        origin: the names of the sources, for the comment at the top.

    Returns:
        The text, which says exactly what the manuscript says; a fault names everything that program.yaml has no way to
        say, or refuses.

    Raises:
        BookletError: the text cannot be read back, which would be a mistake of this program.
    """
    sheet = draft(manuscript, several=len(origin) > 1)
    text = compose(sheet, origin=origin)
    return Written(text, (*sheet.faults, *_proofread(sheet, text)))


def compose(sheet: Draft, *, origin: Sequence[str] = ()) -> str:
    """The text of a draft."""
    program = sheet.program
    parts = [_head(program.event, origin), _event(program.event)]
    if venue := venue_fields(program.venue):
        parts.append(f"venue:\n{record(venue, column=2)}\n")
    if program.days:
        parts.append("days:\n" + "\n".join([_day(day, sheet) for day in program.days]))
    else:
        parts.append(_NO_AGENDA)
    if program.people:
        people = [profile_member(profile, column=2) for profile in program.people.values()]
        parts.append("speakers:\n" + "\n".join([f"  {person}\n" for person in people]))
    parts += [f"{name}:\n{record(fields, column=2)}\n" for name, fields in matter_fields(program).items() if fields]
    if program.pages:
        parts.append(f"{member('pages', page_records(program.pages), column=0)}\n")
    if sheet.papers:
        parts.append(f"{SLOTLESS}\n#\n{''.join(slotless_lines(sheet, sheet.papers))}")
    return "\n".join(parts)


def profile_member(profile: Profile, *, column: int) -> str:
    """What is said about a person, under their name; the first line is not indented, and no line end follows."""
    return f"{scalar(profile.name)}:\n{record(profile_fields(profile), column=column + 2)}"


def slotless_lines(sheet: Draft, papers: Sequence[Session]) -> Iterator[str]:
    """Abstracts without a slot as remarks, indented as they will stand among the entries of a day."""
    items = [item(paper, sheet.times, sheet.remarks, column=6) for paper in papers]
    for row in "\n\n".join(items).split("\n"):
        yield f"# {row}\n" if row else "#\n"


def title_line(paper: Session) -> str:
    """The line by which an abstract without a slot is known among those that were written: its title, or its people."""
    fields = session_fields(paper)
    if paper.title:
        return member(paper.kind, Words(paper.title), column=8).partition("\n")[0]
    key = next(key for key in ("speaker", "authors", "with", *fields) if key in fields)
    return member(key, fields[key], column=8).partition("\n")[0]


def _head(event: Event, origin: Sequence[str]) -> str:
    of = "" if event.title == UNKNOWN else f" of {event.title}"
    lines = remark_lines([f"The program{of}, and everything that its booklet is made from."], column=0)
    lines.append("#")
    if origin:
        *names, last = [Tidier().line(name) for name in origin]
        listed = f"{', '.join(names)} and {last}" if names else last
        lines += remark_lines(
            [f'It was imported from {listed}; remarks such as "from line 42" name lines of that.'], column=0
        )
    return "\n".join([*lines, _HEAD])


def _event(event: Event) -> str:
    lines = record(event_fields(event), column=2).split("\n")
    if event.title == UNKNOWN:
        lines[0] = f"{lines[0]:<{_REMARK_COLUMN}}# write the event's title here"
    return "event:\n" + "\n".join(lines) + "\n"


def _day(day: Day, sheet: Draft) -> str:
    """A day as an item of `days:`; its entries are parted by empty lines."""
    sessions = [item(session, sheet.times, sheet.remarks, column=6) for session in day.sessions]
    return f"  - {record(day_fields(day), column=4)[4:]}\n    sessions:\n" + "\n\n".join(sessions) + "\n"


def _proofread(sheet: Draft, text: str) -> list[Fault]:
    if not sheet.program.days:
        return []
    event = sheet.program.event
    meant = replace(sheet.program, event=replace(event, language=event.language or _USUAL_LANGUAGE))
    hint = "compare it with the source, and tell us: this should not happen"
    return [Fault(f"{what} is not written as it was meant", None, hint) for what in differences(meant, reread(text))]
