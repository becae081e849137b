"""The entries of an index: letters, names, and pages in ranges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from booklet.layout.composing import Folios
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.layout.marks import Anchor
from booklet.layout.pages import Content
from booklet.model.people import display_sorted
from booklet.parts.desk import Desk
from booklet.parts.dividing import divided_slices
from booklet.parts.mentions import KINDS, IndexName, Kind, Listed, Mention, gather, in_order
from booklet.text.flowables import Paragraph
from booklet.text.styles import Shape, Span, Style

FEW: Final = 60
"""Up to so many people stand in the size of text, with their affiliations."""

MANY: Final = 100
"""From so many people on the index has the letters over their names, and is set closer."""

_LEADING: Final = 5 / 6
"""The leading of a long index in grid units; a letter and the white over it take a line each, so that columns agree."""

_RANK: Final = {kind: rank for rank, kind in enumerate(KINDS)}

_RANGE: Final = 3
"""From so many pages in a row on, only the first and the last are printed: 12–14."""

_ORPHAN: Final = 200.0
"""What it costs to end a column before the last name of a letter, or to begin one with it."""


_EDGE: Final = "\ufdd0"
"""Stands for a folio in what links say: Unicode keeps this character for such uses."""


class Set(NamedTuple):
    """A set index: its slices, and the leaf of the structure that each name is in, in order."""

    slices: list[Slice]
    leaves: list[Element]


class _Looks(NamedTuple):
    """The styles of an index, made once for all of its entries."""

    name: Style
    pages: Mapping[Kind, Style]
    comma: Span
    dash: Span
    word: Callable[..., str]
    quiet: Style
    shape: Shape


class IndexSetter(NamedTuple):
    """Sets the entries of one of the two indexes to the width of a column."""

    desk: Desk
    which: IndexName
    mentions: Mapping[str, Sequence[Mention]]
    folios: Folios
    width: float

    def set(self, people: Sequence[Listed], where: Mapping[str, str], element: Element) -> Set:
        """Set people in their order; `where` are the affiliations to be printed."""
        desk, grid = self.desk, self.desk.house.grid
        looks = self._looks(len(people))
        lettered = len(people) >= MANY
        slices: list[Slice] = []
        leaves: list[Element] = []
        heads = [person.head for person in people]
        for at, (head, name) in enumerate(people):
            begins = at == 0 or heads[at - 1] != head
            ends = at + 1 == len(people) or heads[at + 1] != head
            if lettered and begins:
                slices += self._letter(head, element)
            branch = element.add("P")
            entry = self._entry(name, where.get(name, ""), looks, branch)
            set_entry = divided_slices(entry, desk.typesetter, self.width, desk.program.event.language)
            # The last entry of a letter stands above white, and no letter at a column's foot with one name only.
            gap = (_LEADING * grid if lettered else 0.5 * grid) if ends else 0.0
            last_but_one = lettered and not ends and (at + 2 == len(people) or heads[at + 2] != head)
            penalty = FORBIDDEN if lettered and begins and not ends else _ORPHAN if last_but_one else 0.0
            set_entry[-1] = set_entry[-1]._replace(gap=gap, penalty=penalty)
            slices += set_entry
            leaves.append(branch.children[0] if branch.children else branch)
        return Set(slices, leaves)

    def _looks(self, count: int) -> _Looks:
        house = self.desk.house
        few, lettered = count <= FEW, count >= MANY
        size = house.scale.text if few else house.scale.small
        comma = house.style("sans", size, house.inks.quiet)
        return _Looks(
            house.style("sans", size),
            {
                "talk": house.style("sans-bold", size),
                "chair": house.style("sans-italic", size),
                "coauthor": house.style("sans", size),
            },
            Span(self.desk.wording.word("comma"), comma),
            Span("–", comma),
            self.desk.wording.word,
            house.style("sans", house.scale.small, house.inks.quiet),
            house.shape(lines=_LEADING if lettered else 1.0)._replace(hanging=house.grid),
        )

    def _letter(self, head: str, element: Element) -> list[Slice]:
        """A letter over its names, with the point that the outline leads to."""
        house = self.desk.house
        style = house.style("serif-light", house.scale.title, house.inks.quiet)
        letter = Paragraph((Span(head, style),), house.shape(lines=_LEADING), element.add("H2"), keep=True)
        [first, *rest] = letter.slices(self.desk.typesetter, self.width)
        mark = Content(None, (Anchor(0.0, 0.0, letter_anchor(self.which, head)),))
        return [first._replace(contents=(mark, *first.contents)), *rest]

    def _entry(self, name: str, where: str, looks: _Looks, branch: Element) -> Paragraph:
        desk = self.desk
        language = desk.program.event.language
        shown = desk.typeset(display_sorted(name, desk.program.people.get(name), language=language))
        spans = [Span(shown + "\u2002", looks.name), *self._pages(self.mentions[name], shown, looks)]
        if where:
            spans.append(desk.span("\n" + where, looks.quiet))
        return Paragraph(tuple(spans), looks.shape, branch, last=1, first=9)

    def _pages(self, mentions: Sequence[Mention], shown: str, looks: _Looks) -> list[Span]:
        """The pages of a person: bold for talks, italic for chairs, roman for co-authors; each page once."""
        # Hot: once for every name of the book.
        best: dict[int, Mention] = {}
        folio_of = self.folios.of
        for mention in mentions:
            if not mention.anchor:
                continue
            # In the first pass no folio is known: pages then count apart, since most of them are.
            page = int(folio_of(mention.anchor)) or -2 * len(best) - 2
            if page not in best or _RANK[mention.kind] < _RANK[best[page].kind]:
                best[page] = mention
        before, _, after = looks.word("page_link", title=shown, page=_EDGE).partition(_EDGE)
        pages = sorted(best)
        spans: list[Span] = []
        for start, stop in _ranges(pages, best):
            if spans:
                spans.append(looks.comma)
            for end in (start, stop) if stop > start else (start,):
                kind, anchor = best[pages[end]]
                folio = folio_of(anchor)
                if end > start:
                    spans.append(looks.dash)
                printed = looks.word("chair_page", page=folio) if kind == "chair" else folio
                spans.append(Span(printed, looks.pages[kind], f"#{anchor}", f"{before}{folio}{after}"))
        return spans


def _ranges(pages: Sequence[int], best: Mapping[int, Mention]) -> list[tuple[int, int]]:
    """The indexes of the first page and the last one of each run of pages of one kind; short runs page by page."""
    if len(pages) < _RANGE:
        return [(at, at) for at in range(len(pages))]
    ranges: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(pages) + 1):
        before = pages[at - 1]
        if at < len(pages) and pages[at] == before + 1 and best[before].kind == best[before + 1].kind:
            continue
        ranges += [(start, at - 1)] if at - start >= _RANGE else [(one, one) for one in range(start, at)]
        start = at
    return ranges


def letter_anchor(which: IndexName, head: str) -> str:
    """Where the names of a letter start in an index."""
    return f"{which}-{head}"


def letters(desk: Desk, which: IndexName) -> list[str]:
    """The letters over the names of an index, in order; none over few names."""
    people = in_order(desk, gather(desk, which))
    return list(dict.fromkeys(person.head for person in people)) if len(people) >= MANY else []
