"""The path of name badges: from a list of attendees, or the program's people, to sheets of labels.

attendees.read     a list → Attendees, and what is said about it
attendees.joining  → each with what they do in the program; or the program's people, if there is no list
parts.badges       → the front and the back of a badge, as marks
press.labels       → which badge is where on which sheet
pdf.label_sheets   → the file, sheet by sheet
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from booklet.attendees.joining import join, people_of
from booklet.attendees.read import read_attendees
from booklet.design.concert import CONCERT
from booklet.design.labels import Template, find_template, list_templates
from booklet.design.paper import office_paper
from booklet.errors import BookletError, Fault, Place
from booklet.layout.marks import Mark
from booklet.make import in_order, make_desk
from booklet.model.attendees import BLANK, Attendee
from booklet.model.people import sort_key
from booklet.model.program import BadgePlan, Program
from booklet.model.read import read_program
from booklet.parts.badge_ribbons import ribbons_of
from booklet.parts.badges import BadgeOptions, Badges, BadgeSide
from booklet.parts.calibration import set_calibration
from booklet.parts.desk import Desk
from booklet.parts.missing import missing_glyphs
from booklet.press.label_guides import label_guides
from booklet.press.labels import Duplex, LabelOptions, Offset, check_labels, label_sides, sheets_needed
from booklet.progress import SILENT, Progress
from booklet.writing import whole

__all__ = ["Corrections", "MadeBadges", "badges", "calibrate", "list_templates", "plan_of"]

USUAL: Final[Mapping[str, str]] = {"letter": "avery-5392", "a4": "avery-l4785"}
"""The sheets of labels that are taken where the program names none, by the paper of offices."""

_SAME: Final = 12
"""So many faults of one kind are told; the others are counted."""

_FLIPS: Final[Mapping[str, Duplex]] = {"long": "long", "short": "short", "none": ""}


class Corrections(NamedTuple):
    """How far all that is on a side is moved, in points to the right and down, for a printer that prints off place."""

    front: Offset = (0.0, 0.0)
    back: Offset = (0.0, 0.0)


class MadeBadges(NamedTuple):
    """Badges that were made: how many, on how many sheets of which template, and what was read for them."""

    path: Path
    made: int
    sheets: int
    template: str
    told: tuple[str, ...]


class _Guests(NamedTuple):
    """Those who get a badge, what is told about their list, its faults, and its name."""

    attendees: Sequence[Attendee]
    told: tuple[str, ...]
    faults: tuple[Fault, ...]
    source: str


@contextmanager
def badges(
    path: Path,
    out: Path,
    plan: BadgePlan | None = None,
    *,
    corrections: Corrections | None = None,
    unassigned: bool = False,
    progress: Progress = SILENT,
) -> Iterator[tuple[MadeBadges, tuple[Fault, ...]]]:
    """Make name badges; they are in their place once the context is left without an error.

    Args:
        path: the program file.
        out: the PDF to write.
        plan: what is asked for; what the program says under `badges:` if None.
        corrections: for a printer that prints off place.
        unassigned: make blank badges of tickets that have no name yet.
        progress: is told what is being done.

    Returns:
        What was made, and the faults that can be lived with.

    Raises:
        BookletError: the program or the list cannot be read, there is nobody to make a badge for, a character of a name
            has no font, the sheet of labels is not known, or the file cannot be written.
    """
    # Imported here because reading faults of a program needs no PDF library.
    from booklet.pdf.label_sheets import write_label_sheets  # noqa: PLC0415
    from booklet.pdf.metadata import Facts, issue_date  # noqa: PLC0415

    issued = issue_date()  # as in make
    progress.stage("Reading", until=0.1)
    program, source = read_program(path)
    plan = plan or program.badges or BadgePlan()
    desk = make_desk(program, source)
    template = find_template(plan.template or USUAL[office_paper(program.venue.address, program.event.language)])
    options = _label_options(plan, template, corrections or Corrections())
    check_labels(template, options)
    guests = _guests(program, plan, unassigned=unassigned)
    everybody = [*_in_order(guests.attendees, desk, plan), *[Attendee(BLANK)] * plan.blanks]
    if not everybody:
        hint = "name a list of attendees, or ask for blank ones: --blanks 10"
        raise BookletError([Fault("there is nobody to make a badge for", Place(str(path)), hint)])
    setter = Badges(desk, template, _badge_options(desk, plan, template, everybody))
    found: list[Fault] = []
    progress.stage("Setting badges", len(everybody), until=1.0)

    def marks_of(label: int, *, is_back: bool) -> tuple[Mark, ...]:
        side = _side(setter, everybody[label], is_back=is_back)
        found.extend(_placed(fault, everybody[label], guests.source) for fault in side.faults)
        if not is_back:
            progress.step(label)
        desk.typesetter.forget_paragraphs()  # no two badges share one, and there may be many
        return side.marks

    title = desk.wording.labelled(desk.plain(program.event.title), desk.wording.word("badges"))
    facts = Facts(title, program.event.host or program.event.title, title, program.event.language, issued)
    with whole(out) as file:
        sheets = write_label_sheets(
            file,
            label_sides(len(everybody), template, options),
            template,
            marks_of,
            desk.typesetter.faces,
            facts,
            duplex=options.duplex,
            guides=label_guides(template, options),
        )
        missing = missing_glyphs(desk, source, find=_finder(everybody, guests.source))
        faults = _told([*desk.typesetter.faces.faults, *guests.faults, *found, *missing])
        if missing:
            raise BookletError(faults)
        assert sheets == sheets_needed(len(everybody), template, options), "every badge is on a sheet"  # noqa: S101
        yield MadeBadges(out, len(everybody), sheets, template.name, guests.told), faults


def calibrate(path: Path, out: Path, template: str = "", *, duplex: str, corrections: Corrections) -> str:
    """Make a sheet that shows how far a printer is off, to be printed on plain paper.

    Args:
        path: the program file; it is read only if no template is named.
        out: the PDF to write.
        template: the sheet of labels; what the program says if "".
        duplex: the edge over which the printer turns sheets: "long", "short" or "none".
        corrections: those to be tried.

    Returns:
        The template's name.

    Raises:
        BookletError: the sheet of labels is not known, an offset moves labels over its edge, or a file cannot be read
            or written.
    """
    from booklet.pdf.label_sheets import write_label_sheets  # noqa: PLC0415
    from booklet.pdf.metadata import Facts, issue_date  # noqa: PLC0415

    if not template:
        program, _ = read_program(path)
        paper = office_paper(program.venue.address, program.event.language)
        template = (program.badges and program.badges.template) or USUAL[paper]
    sheet = find_template(template)
    faces = CONCERT.shelf()
    flip: Duplex = "" if sheet.fold else _FLIPS[duplex]
    options = LabelOptions(duplex=flip, front_offset=corrections.front, back_offset=corrections.back)
    made = set_calibration(sheet, options, faces["sans"])
    facts = Facts(f"Calibration of {sheet.title}", "", "", "en", issue_date())
    with whole(out) as file:
        write_label_sheets(
            *(file, [made.plan], sheet, _nothing, faces, facts), duplex=flip, guides=(made.front, made.back)
        )
    return sheet.name


def _nothing(_label: int, *, is_back: bool) -> tuple[Mark, ...]:  # noqa: ARG001 - as badges are set
    return ()


def plan_of(path: Path, attendees: Path | None, asked: Mapping[str, Any]) -> BadgePlan:
    """What a program asks of its badges, with what is asked otherwise.

    Args:
        path: the program file.
        attendees: the list, if another one.
        asked: fields of a `BadgePlan` by their names.

    Raises:
        BookletError: the program cannot be read.
    """
    program, _ = read_program(path)
    plan = program.badges or BadgePlan()
    return replace(plan, **asked, attendees=attendees or plan.attendees)


def _guests(program: Program, plan: BadgePlan, *, unassigned: bool) -> _Guests:
    if plan.attendees is None:
        people = people_of(program)
        return _Guests(people, (f"{len(people)} people of the program.",), (), "")
    listed = read_attendees(plan.attendees, columns=plan.columns, unassigned=unassigned)
    attendees, doubts = join(listed.attendees, program, source=listed.source)
    return _Guests(attendees, tuple(listed.summary()), (*listed.faults, *doubts), listed.source)


def _in_order(attendees: Sequence[Attendee], desk: Desk, plan: BadgePlan) -> list[Attendee]:
    """Attendees as they are to be handed out; those who are alike stay as the list has them."""
    if plan.sort == "list":
        return list(attendees)
    language = desk.program.event.language

    def key(who: Attendee) -> tuple[str, bool, tuple[str, ...]]:
        given = who.name.removesuffix(who.family).strip() if who.family else ""
        name = f"{who.family}, {given}" if given else who.name
        ticket = who.ticket if plan.sort == "ticket" else ""
        return ticket, not who.name, sort_key(name, desk.profile(who.name), language=language)

    return sorted(attendees, key=key)


def _badge_options(desk: Desk, plan: BadgePlan, template: Template, everybody: Sequence[Attendee]) -> BadgeOptions:
    backs = bool(template.fold) or plan.duplex != "none"
    return BadgeOptions(qr=plan.qr, ribbons=ribbons_of(desk, everybody), backs=backs)


def _label_options(plan: BadgePlan, template: Template, corrections: Corrections) -> LabelOptions:
    duplex = "" if template.fold else _FLIPS[plan.duplex]
    return LabelOptions(plan.start, plan.order, duplex, corrections.front, corrections.back)


def _side(setter: Badges, who: Attendee, *, is_back: bool) -> BadgeSide:
    return setter.back(who) if is_back else setter.front(who)


def _placed(fault: Fault, who: Attendee, source: str) -> Fault:
    """A fault with the line of the list that it is about, if it has no place of its own."""
    return fault._replace(where=Place(source, who.line)) if fault.where is None and who.line else fault


def _finder(everybody: Sequence[Attendee], source: str) -> Callable[[str], Place | None]:
    """Where a character stands in the list."""

    def find(character: str) -> Place | None:
        for who in everybody:
            said = (who.name, who.affiliation, who.position, who.pronouns, who.ticket, *who.tokens)
            if who.line and any(character in text for text in said):
                return Place(source, who.line)
        return None

    return find


def _told(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Each fault once, in order; of many that have one remedy the first, and how many there are."""
    alike: dict[str, int] = {}
    out: list[Fault] = []
    for fault in in_order(faults):
        alike[fault.hint] = alike.get(fault.hint, 0) + 1
        if alike[fault.hint] <= _SAME:
            out.append(fault)
    more = {hint: count - _SAME for hint, count in alike.items() if count > _SAME}
    out += [Fault(f"{count} more of the same kind", None, hint) for hint, count in more.items()]
    return tuple(out)
