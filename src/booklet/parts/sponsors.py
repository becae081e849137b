"""The sponsors, tier by tier: logos that are equal for the eye, smaller from tier to tier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, Literal, NamedTuple

from booklet.errors import Fault
from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, height_of
from booklet.layout.marks import Link, Rule
from booklet.layout.pages import Content
from booklet.model.program import Sponsor, Tier
from booklet.parts.addresses import shown
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, faults_of, flow, stacked
from booklet.parts.headings import part_title
from booklet.parts.logos import fit_logo
from booklet.parts.prose import Manner, prose
from booklet.text.flowables import Beside, Block, Cell, Flowable, Paragraph, Row

_GUTTER: Final = 1.5
"""White between sponsors that stand side by side, in grid units."""

_BETWEEN: Final = 2.0
"""White between tiers, in grid units."""

_FEW_WORDS: Final = 90
"""Characters about a sponsor that a third of the measure holds well."""

_MORE_WORDS: Final = 300
"""Characters about a sponsor that half of the measure holds well; more stand beside the logo."""

_LOGO_COLUMN: Final = 0.36
"""The share of the measure that a logo has beside a long text."""

_NARROWEST: Final = 11.0
"""A column is no narrower than that, in ems of small type."""


class _Look(NamedTuple):
    """What a tier looks like: the area of a logo in square grid units, its height at the most, and how many a row."""

    area: float
    height: float
    columns: int
    size: Literal["title", "large", "text"]


_LOOKS: Final = (
    _Look(26.0, 4.5, 2, "title"),
    _Look(14.0, 3.25, 3, "large"),
    _Look(9.0, 2.5, 3, "text"),
    _Look(6.5, 2.0, 3, "text"),
)
"""From the highest tier down; all further ones look like the last."""


class _Shown(NamedTuple):
    """A logo, or the name in type instead of it: contents from the top left corner on, and how large they are."""

    contents: tuple[Content, ...]
    height: float
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Sponsors:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the tiers one under the other."""
        desk = self.desk
        title = desk.wording.word("sponsors")
        root = Element("Sect")
        measure = desk.house.measure
        slices = desk.slices([part_title(desk, title, root.add("H1"), gap=1.0)], measure)
        for at, tier in enumerate(desk.program.sponsors):
            if tier.sponsors:
                slices += desk.slices(_tier(desk, tier, _LOOKS[min(at, len(_LOOKS) - 1)], root.add("Sect")), measure)
                slices[-1] = slices[-1]._replace(gap=_BETWEEN * desk.house.grid)
        slices = anchored(slices, "sponsors")
        drafts, faults = flow(desk, slices, number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)


def _tier(desk: Desk, tier: Tier, look: _Look, branch: Element) -> Iterator[Flowable]:
    """The tier's name under a hairline, and its sponsors in rows."""
    house, grid = desk.house, desk.house.grid
    ink = house.inks.hair
    name = house.style("sans-bold", house.scale.small, house.inks.quiet)
    heading = Paragraph((desk.span(tier.name, name),), house.shape(), branch.add("H2"), where=desk.where(tier.at))
    cell = Cell(0.0, house.measure, (heading,))
    yield Row(
        (cell,),
        grid / 2,
        above=0.5 * grid,
        gap=0.5 * grid,
        penalty=FORBIDDEN,
        ground=lambda width, _: (Rule(0.0, 0.0, width, 0.0, 0.4, ink),),
    )
    columns = _columns(desk, tier, look)
    if columns == 1:
        for sponsor in tier.sponsors:
            yield _beside(desk, sponsor, look, branch.add("Sect"))
    for at in range(0, len(tier.sponsors) if columns > 1 else 0, columns):
        yield _row(desk, tier.sponsors[at : at + columns], look, columns, branch)


def _columns(desk: Desk, tier: Tier, look: _Look) -> int:
    """How many sponsors stand side by side: fewer if there is much to say about one of them, or the page is small."""
    longest = max(len(sponsor.text) for sponsor in tier.sponsors)
    if longest > _MORE_WORDS:
        return 1
    columns = min(look.columns, 2 if longest > _FEW_WORDS else look.columns)
    while columns > 1 and _width(desk, columns) < _NARROWEST * desk.house.scale.small:
        columns -= 1
    return columns


def _width(desk: Desk, columns: int) -> float:
    return (desk.house.measure - (columns - 1) * _GUTTER * desk.house.grid) / columns


def _row(desk: Desk, sponsors: Sequence[Sponsor], look: _Look, columns: int, branch: Element) -> Block:
    """Sponsors side by side: logos on one middle line, words below on one line."""
    grid = desk.house.grid
    width = _width(desk, columns)
    branches = [branch.add("Sect") for _ in sponsors]
    logos = [_logo(desk, sponsor, look, width, one) for sponsor, one in zip(sponsors, branches, strict=True)]
    band = max(logo.height for logo in logos)
    words = [desk.slices(_words(desk, sponsor, one), width) for sponsor, one in zip(sponsors, branches, strict=True)]
    below = ceil(band / (grid / 2) - 1e-6) * (grid / 2) + (0.5 * grid if any(words) else 0.0)
    contents: list[Content] = []
    for at, (logo, said) in enumerate(zip(logos, words, strict=True)):
        x = at * (width + _GUTTER * grid)
        contents += [content.moved(x, (band - logo.height) / 2) for content in logo.contents]
        contents += stacked(said, x, below)
    height = below + max(height_of(said) for said in words)
    faults = tuple([fault for logo in logos for fault in logo.faults])
    return Block(
        ceil(height / grid - 1e-6) * grid,
        tuple(contents),
        gap=grid,
        faults=(*faults, *faults_of([part for said in words for part in said])),
    )


def _beside(desk: Desk, sponsor: Sponsor, look: _Look, branch: Element) -> Beside:
    """A logo with many words beside it."""
    grid = desk.house.grid
    left = _LOGO_COLUMN * desk.house.measure
    logo = _logo(desk, sponsor, look, left - _GUTTER * grid, branch)
    told = Block(0.0, faults=logo.faults)
    return Beside(logo.contents, logo.height, (*_words(desk, sponsor, branch), told), left, below=1.5 * grid)


def _logo(desk: Desk, sponsor: Sponsor, look: _Look, width: float, branch: Element) -> _Shown:
    """The logo of a sponsor, which leads to the website; the name in type where there is none to be seen."""
    grid = desk.house.grid
    if sponsor.logo is None:
        return _name(desk, sponsor, look, width, branch)
    logo = fit_logo(desk, sponsor.logo, area=look.area * grid**2, width=width, height=look.height * grid)
    if logo is None:
        what = f"nothing of the logo of {sponsor.name!r} would be seen on white paper"
        fault = Fault(what, desk.place((*sponsor.at, "logo")), "take the version for light grounds")
        name = _name(desk, sponsor, look, width, branch)
        return name._replace(faults=(*name.faults, fault))
    contents = [Content(branch.add("Figure", alt=sponsor.name), logo.marks)]
    if sponsor.website:
        link = Link(0.0, 0.0, logo.width, logo.height, sponsor.website, sponsor.name)
        contents.append(Content(branch.add("Link"), (link,)))
    return _Shown(tuple(contents), logo.height, ())


def _name(desk: Desk, sponsor: Sponsor, look: _Look, width: float, branch: Element) -> _Shown:
    """The name of a sponsor, as large as logos of the tier are."""
    house = desk.house
    style = house.style("serif-bold", getattr(house.scale, look.size))
    span = desk.span(sponsor.name, style, link=sponsor.website, says=sponsor.name)
    shape = house.display(style.size)
    slices = desk.slices([Paragraph((span,), shape, branch.add("P"), where=desk.where(sponsor.at))], width)
    return _Shown(tuple(stacked(slices, 0.0, 0.0)), height_of(slices), faults_of(slices))


def _words(desk: Desk, sponsor: Sponsor, branch: Element) -> list[Flowable]:
    """What is said about a sponsor, and the website."""
    house = desk.house
    style = house.style("sans", house.scale.small)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    manner = Manner(style, house.shape(), addressed=True)
    words = prose(desk, sponsor.text, manner, branch, desk.where((*sponsor.at, "text")))
    if sponsor.website:
        span = desk.span(shown(sponsor.website), quiet, link=sponsor.website, says=sponsor.name)
        where = desk.where((*sponsor.at, "website"))
        words.append(Paragraph((span,), house.shape(), branch.add("P"), where=where))
    return words
