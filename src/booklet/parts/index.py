"""The speaker index: who is in the booklet, and on which pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.model.people import display_sorted, sort_key
from booklet.model.program import Session
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.desk import Desk, talks_of
from booklet.parts.flow import anchored, flow
from booklet.parts.headings import part_title
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span

_Kind: TypeAlias = Literal["talk", "chair", "coauthor"]

_KINDS: Final[tuple[_Kind, ...]] = ("talk", "chair", "coauthor")
"""In the order of importance: a page that one is on for two reasons shows the first."""

_FEW: Final = 60
"""Up to so many people stand in the size of text, with their affiliations."""

_THREE_COLUMNS: Final = 200
"""From so many people on the index has three columns, where the measure allows."""

_NARROWEST: Final = 9.5
"""A column is no narrower than that, in ems of the index's type."""


class Mention(NamedTuple):
    """A place where somebody is named: what they do there and the anchor of the page."""

    kind: _Kind
    anchor: str


@dataclass(frozen=True, slots=True)
class Index:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the index with the folios found before."""
        desk, house = self.desk, self.desk.house
        root = Element("Sect")
        measure = house.measure
        mentions = gather(desk)
        title = index_title(desk)
        heading = part_title(desk, title, root.add("H1"), gap=0.5)
        quiet = house.style("sans", house.scale.tiny, house.inks.quiet)
        kinds = {mention.kind for found in mentions.values() for mention in found}
        said = " · ".join(desk.wording.word(f"key_{kind}") for kind in _KINDS if kind in kinds)
        key = Paragraph((Span(said, quiet),), house.shape(), root.add("P"), gap=house.grid, keep=True)
        opening = anchored(desk.slices([heading, key], measure), "index")
        columns = 3 if len(mentions) >= _THREE_COLUMNS and measure > 3 * _NARROWEST * house.scale.small else 2
        gutter = 1.5 * house.grid
        width = (measure - gutter * (columns - 1)) / columns
        slices = desk.slices(self._entries(mentions, folios, root.add("Index")), width)
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

    def _entries(self, mentions: dict[str, list[Mention]], folios: Folios, index: Element) -> Iterator[Paragraph]:
        """A paragraph a person, with white space where the letter changes."""
        desk, house = self.desk, self.desk.house
        profiles = desk.program.people
        people = sorted(mentions, key=lambda name: (sort_key(name, profiles.get(name)), name))
        few = len(people) <= _FEW
        size = house.scale.text if few else house.scale.small
        name_style = house.style("sans", size)
        quiet = house.style("sans", house.scale.small, house.inks.quiet)
        where = affiliations(desk) if few else {}
        shape = house.shape()._replace(hanging=house.grid)
        for at, name in enumerate(people):
            shown = display_sorted(name, profiles.get(name))
            spans = [desk.span(shown + "\u2002", name_style), *self._pages(mentions[name], folios, shown, size)]
            if where.get(name):
                spans.append(desk.span("\n" + where[name], quiet))
            following = people[at + 1] if at + 1 < len(people) else name
            changes = _initial(desk, name) != _initial(desk, following)
            gap = 0.5 * house.grid if changes else 0.0
            yield Paragraph(tuple(spans), shape, index.add("P"), gap=gap, last=1, first=9)

    def _pages(self, mentions: list[Mention], folios: Folios, name: str, size: float) -> Iterator[Span]:
        """The pages of a person: bold for talks, italic for chairs, roman for co-authors; each page once."""
        house = self.desk.house
        looks = {
            "talk": house.style("sans-bold", size),
            "chair": house.style("sans-italic", size),
            "coauthor": house.style("sans", size),
        }
        comma = house.style("sans", size, house.inks.quiet)
        best: dict[str, Mention] = {}
        for mention in sorted(
            (mention for mention in mentions if mention.anchor), key=lambda mention: _KINDS.index(mention.kind)
        ):
            best.setdefault(folios.of(mention.anchor), mention)
        for at, (folio, mention) in enumerate(sorted(best.items(), key=lambda item: int(item[0]))):
            if at:
                yield Span(", ", comma)
            says = f"{name}, {self.desk.wording.word('page').lower()} {folio}"
            yield Span(folio, looks[mention.kind], f"#{mention.anchor}", says)


def index_title(desk: Desk) -> str:
    """What the index is called: it says so if others than speakers are in it."""
    others = any(entry.coauthors for day in desk.program.days for entry in day.entries)
    return desk.wording.word("index_all" if others else "index")


def affiliations(desk: Desk) -> dict[str, str]:
    """Where everybody is who speaks or chairs, as said first."""
    found: dict[str, str] = {}
    for day in desk.program.days:
        for entry in day.entries:
            for person in (*entry.speakers, *entry.chairs):
                if person.affiliation:
                    found.setdefault(desk.people.get(person.name, person.name), person.affiliation)
    return found


def gather(desk: Desk) -> dict[str, list[Mention]]:
    """Everybody who speaks, chairs or is a co-author, under the name that stands for the person."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    rows = "timetable" in desk.program.options.parts
    abstracts = "abstracts" in desk.program.options.parts
    for day in desk.program.days:
        talks = {entry.at for entry in talks_of(day)} if abstracts else set()
        for entry in day.entries:
            row = row_anchor(entry) if rows else ""
            page = talk_anchor(entry) if entry.at in talks else row
            _note(desk, found, entry, page, row or page)
    return dict(found)


def _note(desk: Desk, found: defaultdict[str, list[Mention]], entry: Session, page: str, row: str) -> None:
    roles: tuple[tuple[_Kind, str], ...] = (("talk", page), ("coauthor", page), ("chair", row))
    groups = (entry.speakers, entry.coauthors, entry.chairs)
    for (kind, anchor), people in zip(roles, groups, strict=True):
        for person in people:
            found[desk.people.get(person.name, person.name)].append(Mention(kind, anchor))


def _initial(desk: Desk, name: str) -> str:
    return sort_key(name, desk.program.people.get(name))[0][:1]
