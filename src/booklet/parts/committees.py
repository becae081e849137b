"""The committees: groups of people in their rank, in as many columns as their number asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.model.program import Committee, Speaker
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, column_widths, flow
from booklet.parts.headings import part_title
from booklet.text.flowables import Paragraph
from booklet.text.typography import tie_initials

_ONE_COLUMN: Final = 8
"""Up to so many people stand one under the other across the measure."""

_THREE_COLUMNS: Final = 120
"""From so many people on there are three columns, where the measure allows."""

_NARROWEST: Final = 9.5
"""A column is no narrower than that, in ems of its type."""


@dataclass(frozen=True, slots=True)
class Committees:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the groups one after the other; people stay in the order in which the program names them."""
        desk, house = self.desk, self.desk.house
        title = desk.wording.word("committees")
        root = Element("Sect")
        measure = house.measure
        heading = part_title(desk, title, root.add("H1"), gap=1.0)
        opening = anchored(desk.slices([heading], measure), "committees")
        columns = _columns(desk)
        width, gutter = column_widths(desk, columns)
        slices = desk.slices(_groups(desk, root), width)
        drafts, faults = flow(
            desk,
            slices,
            number,
            lambda at: Furniture(title, opens=at == 0),
            opening=opening,
            columns=columns,
            gutter=gutter,
        )
        return SetPart(drafts, root, faults)


def _columns(desk: Desk) -> int:
    people = sum(len(group.members) for group in desk.program.committees)
    if people <= _ONE_COLUMN:
        return 1
    roomy = desk.house.measure > 3 * _NARROWEST * desk.house.scale.text
    return 3 if people >= _THREE_COLUMNS and roomy else 2


def _groups(desk: Desk, root: Element) -> Iterator[Paragraph]:
    """A heading a group, and a paragraph a person."""
    house = desk.house
    name = house.style("sans-bold", house.scale.large)
    shape = house.shape(balanced=True)
    for group in desk.program.committees:
        branch = root.add("Sect")
        heading = Paragraph((desk.span(group.name, name),), shape, branch.add("H2"), gap=0.5 * house.grid, keep=True)
        yield replace(heading, where=desk.where(group.at))
        yield from _members(desk, group, branch.add("L"))


def _members(desk: Desk, group: Committee, people: Element) -> Iterator[Paragraph]:
    """The people of a group, each with what and where they are below the name."""
    house = desk.house
    plain = house.style("sans", house.scale.text)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    shape = house.shape()._replace(hanging=house.grid)
    white = 0.5 * house.grid if any(_role(desk, member) for member in group.members) else 0.0
    for at, member in enumerate(group.members, start=1):
        spans = [desk.span(tie_initials(member.name), plain)]
        if _role(desk, member):
            spans.append(desk.span(f"\n{_role(desk, member)}", quiet))
        body = people.add("LI").add("LBody")
        gap = white if at < len(group.members) else 1.5 * house.grid
        yield Paragraph(tuple(spans), shape, body, gap=gap, first=9, last=9, where=desk.where(member.at))


def _role(desk: Desk, member: Speaker) -> str:
    return desk.wording.joined([member.position, member.affiliation])
