"""The path of name badges, and of what goes with them: from a list of attendees, or the program's people, to sheets.

attendees.read     a list → Attendees, and what is said about it
attendees.joining  → each with what they do in the program; or the program's people, if there is no list
parts.badges       → the front and the back of a badge, as marks
press.labels       → which badge is where on which sheet
pdf.label_sheets   → the file, sheet by sheet

Table tents and certificates are sheets of one label; the list at the door is a book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from booklet.attendees.joining import join, people_of
from booklet.attendees.read import read_attendees
from booklet.design.concert import CONCERT
from booklet.design.labels import Template, find_template, list_templates
from booklet.design.paper import office_paper
from booklet.errors import BookletError, Fault, Place
from booklet.geometry import Size
from booklet.layout.marks import Mark
from booklet.make import in_order, make_desk
from booklet.model.attendees import BLANK, Attendee
from booklet.model.program import BadgePlan, Program
from booklet.model.read import read_program
from booklet.parts.badge_layout import BadgeSide
from booklet.parts.badge_order import in_order as in_order_of
from booklet.parts.badge_ribbons import ribbons_of
from booklet.parts.badges import BadgeOptions, Badges
from booklet.parts.calibration import set_calibration
from booklet.parts.certificates import set_certificate
from booklet.parts.desk import Desk
from booklet.parts.door_list import set_door_list
from booklet.parts.loose import gather, office_sheet
from booklet.parts.missing import missing_glyphs
from booklet.parts.tents import set_tent
from booklet.press.label_guides import label_guides
from booklet.press.labels import Duplex, LabelOptions, Offset, check_labels, label_sides
from booklet.progress import SILENT, Progress
from booklet.writing import whole, write_files

__all__ = ["Corrections", "Kind", "MadeBadges", "badges", "calibrate", "list_templates", "plan_of"]

USUAL: Final[Mapping[str, str]] = {"letter": "avery-5392", "a4": "avery-l4785"}
"""The sheets of labels that are taken where the program names none, by the paper of offices."""

Kind: TypeAlias = Literal["badges", "tents", "certificates", "door-list"]
"""What is made of a list: badges, table tents, certificates of attendance, or a list to tick names off."""

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


class _Job(NamedTuple):
    """What sheets are made of: their measures, how they are filled, and who sets a side of a label."""

    template: Template
    options: LabelOptions
    set_side: Callable[[Attendee, bool], BadgeSide]
    title: str


@contextmanager
def badges(
    path: Path,
    out: Path,
    *,
    asked: Mapping[str, Any] = MappingProxyType({}),
    kind: Kind = "badges",
    corrections: Corrections | None = None,
    unassigned: bool = False,
    wifi: bool = False,
    progress: Progress = SILENT,
) -> Iterator[tuple[MadeBadges, tuple[Fault, ...]]]:
    """Make name badges, or what goes with them; they are in their place once the context is left without an error.

    Args:
        path: the program file.
        out: the PDF to write.
        asked: fields of a `BadgePlan` by their names; the others are as the program says under `badges:`.
        kind: badges, tents, certificates, or the list at the door.
        corrections: for a printer that prints off place.
        unassigned: make blank badges of tickets that have no name yet.
        wifi: put the password of the venue's network on backs.
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
    from booklet.pdf.write import write_book  # noqa: PLC0415

    issued = issue_date()  # as in make
    progress.stage("Reading", until=0.1)
    program, source = read_program(path)
    plan = plan_of(program, asked)
    desk = make_desk(program, source)
    guests = _guests(program, plan, unassigned=unassigned)
    blanks = 0 if kind in {"certificates", "door-list"} else plan.blanks
    everybody = [*in_order_of(desk, guests.attendees, plan.sort), *[Attendee(BLANK)] * blanks]
    if not everybody:
        hint = "name a list of attendees, or ask for blank ones: --blanks 10"
        raise BookletError([Fault("there is nobody to make a badge for", Place(str(path)), hint)])
    found: list[Fault] = []
    event = program.event

    def faults() -> tuple[Fault, ...]:
        missing = missing_glyphs(desk, source, find=_finder(everybody, guests.source))
        told = _told([*desk.typesetter.faces.faults, *guests.faults, *found, *missing])
        if missing:
            raise BookletError(told)
        return told

    progress.stage("Setting badges", len(everybody), until=1.0)
    if kind == "door-list":
        listed = set_door_list(desk, everybody, office_sheet(desk))
        found += listed.faults
        said = faults()
        data = write_book(gather(desk, listed, "door_list"), desk.typesetter.faces)
        yield MadeBadges(out, len(everybody), len(listed.pages), "", guests.told), said
        write_files(out.parent, [(out, data)])
        return
    job = _job(desk, kind, plan, everybody, corrections or Corrections(), wifi=wifi)

    def marks_of(label: int, *, is_back: bool) -> tuple[Mark, ...]:
        who = everybody[label]
        side = job.set_side(who, is_back)
        found.extend(_placed(fault, who, guests.source) for fault in side.faults)
        if not is_back:
            progress.step(label)
        desk.typesetter.forget_paragraphs()  # no two badges share one, and there may be many
        return side.marks

    title = desk.wording.labelled(desk.plain(event.title), job.title)
    facts = Facts(title, event.host or event.title, title, event.language, issued)
    with whole(out) as file:
        sheets = write_label_sheets(
            file,
            label_sides(len(everybody), job.template, job.options),
            job.template,
            marks_of,
            desk.typesetter.faces,
            facts,
            duplex=job.options.duplex,
            guides=label_guides(job.template, job.options),
        )
        yield MadeBadges(out, len(everybody), sheets, job.template.name, guests.told), faults()


def _job(
    desk: Desk, kind: Kind, plan: BadgePlan, everybody: Sequence[Attendee], corrections: Corrections, *, wifi: bool
) -> _Job:
    """The sheets of a kind."""
    word = desk.wording.word
    template = _template(desk.program, plan.template)  # of every kind: a name that is not known is never passed over
    if kind == "badges":
        options = LabelOptions(plan.start, plan.order, _flip(template, plan.duplex), *corrections)
        check_labels(template, options)
        backs = bool(template.fold) or plan.duplex != "none"
        setter = Badges(
            desk, template, BadgeOptions(qr=plan.qr, ribbons=ribbons_of(desk, everybody), backs=backs, wifi=wifi)
        )
        return _Job(template, options, partial(_side, setter), word("badges"))
    sheet = office_sheet(desk)
    if kind == "tents":
        half = Size(sheet.width, sheet.height / 2)
        template = Template("tents", "", sheet, half, 1, 1, 0.0, 0.0, *sheet, fold="top", scored=False)
        return _Job(template, LabelOptions(), lambda who, _: set_tent(desk, half, who), word("badges"))
    lying = Size(sheet.height, sheet.width)
    template = Template("certificates", "", lying, lying, 1, 1, 0.0, 0.0, *lying)
    return _Job(template, LabelOptions(), lambda who, _: set_certificate(desk, lying, who), word("certificate"))


def _side(setter: Badges, who: Attendee, is_back: bool) -> BadgeSide:
    return setter.back(who) if is_back else setter.front(who)


def _template(program: Program, name: str) -> Template:
    """The sheet of labels of a name or of measures; the usual one where the venue is if ""."""
    return find_template(name or USUAL[office_paper(program.venue.address, program.event.language)])


def _flip(template: Template, duplex: str) -> Duplex:
    """The edge over which sheets are turned; none if their labels are folded, since both sides are on the front."""
    return "" if template.fold else _FLIPS[duplex]


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

    if template:
        sheet = find_template(template)
    else:
        program, _ = read_program(path)
        sheet = _template(program, plan_of(program, {}).template)
    faces = CONCERT.shelf()
    options = LabelOptions(1, "rows", _flip(sheet, duplex), *corrections)
    made = set_calibration(sheet, options, faces["sans"])
    facts = Facts(f"Calibration of {sheet.title}", "", "", "en", issue_date())
    with whole(out) as file:
        write_label_sheets(
            *(file, [made.plan], sheet, _nothing, faces, facts), duplex=options.duplex, guides=(made.front, made.back)
        )
    return sheet.name


def _nothing(_label: int, *, is_back: bool) -> tuple[Mark, ...]:  # noqa: ARG001 - as badges are set
    return ()


def plan_of(program: Program, asked: Mapping[str, Any]) -> BadgePlan:
    """What a program asks of its badges, with the fields of a `BadgePlan` that are asked otherwise."""
    return replace(program.badges or BadgePlan(), **asked)


def _guests(program: Program, plan: BadgePlan, *, unassigned: bool) -> _Guests:
    if plan.attendees is None:
        people = people_of(program)
        return _Guests(people, (f"{len(people)} people of the program.",), (), "")
    listed = read_attendees(plan.attendees, columns=plan.columns, unassigned=unassigned)
    attendees, doubts = join(listed.attendees, program, source=listed.source)
    return _Guests(attendees, tuple(listed.summary()), (*listed.faults, *doubts), listed.source)


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
