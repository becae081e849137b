"""The indexes of people: who speaks, who the authors are, and on which pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.model.people import display_sorted
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, column_widths, flow
from booklet.parts.guides import guided
from booklet.parts.headings import part_title
from booklet.parts.index_entries import FEW, IndexSetter
from booklet.parts.mentions import KINDS, IndexName, gather, in_order, index_title
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span

_THREE_COLUMNS: Final = 200
"""From so many people on the index has three columns, where the measure allows."""

_NARROWEST: Final = 9.5
"""A column is no narrower than that, in ems of the index's type."""

_GUIDE: Final = 3
"""So many letters of a name tell in a running head where one is."""


@dataclass(frozen=True, slots=True)
class Index:
    """The part: the index of speakers, or that of authors where they have one of their own."""

    desk: Desk
    which: IndexName = "index"
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the index with the folios found before."""
        desk, house = self.desk, self.desk.house
        root = Element("Sect")
        measure = house.measure
        mentions = gather(desk, self.which)
        people = in_order(desk, mentions)
        title = index_title(desk) if self.which == "index" else desk.wording.word("authors")
        heading = part_title(desk, title, root.add("H1"), gap=0.5)
        quiet = house.style("sans", house.scale.tiny, house.inks.quiet)
        kinds = {mention.kind for found in mentions.values() for mention in found}
        said = desk.wording.word("dot").join(desk.wording.word(f"key_{kind}") for kind in KINDS if kind in kinds)
        key = Paragraph((Span(said, quiet),), house.shape(), root.add("P"), gap=house.grid, keep=True)
        opening = anchored(desk.slices([heading, key], measure), self.which)
        columns = 3 if len(people) >= _THREE_COLUMNS and measure > 3 * _NARROWEST * house.scale.small else 2
        width, gutter = column_widths(desk, columns)
        where = affiliations(desk) if len(people) <= FEW else {}
        slices, leaves = IndexSetter(desk, self.which, mentions, folios, width).set(people, where, root.add("Index"))
        drafts, faults = flow(
            desk,
            slices,
            number,
            lambda at: Furniture(title, opens=at == 0),
            opening=opening,
            columns=columns,
            gutter=gutter,
        )
        owners = {leaf: at for at, leaf in enumerate(leaves)}
        words = [_guide(desk, person.name) for person in people] if len(drafts) > 1 else []
        return SetPart(guided(drafts, number, owners, words, dot=desk.wording.word("dot")), root, faults)


def _guide(desk: Desk, name: str) -> str:
    """The first letters of a name as the index shows it."""
    shown = display_sorted(name, desk.program.people.get(name), language=desk.program.event.language)
    return desk.typeset(shown)[:_GUIDE].rstrip(" ,.-")


def affiliations(desk: Desk) -> dict[str, str]:
    """Where everybody is who speaks or chairs, as said first."""
    found: dict[str, str] = {}
    for day in desk.program.days:
        for entry in day.entries:
            for person in (*entry.speakers, *entry.chairs):
                if person.affiliation:
                    found.setdefault(desk.people.get(person.name, person.name), person.affiliation)
    return found
