"""Fronts of badges: laid out from the edges inwards, the name in the middle as large as it can be.

The event is at the top, the ribbon at the bottom, the code in the corner over it; the name takes what is left, with
what is said about its bearer beneath it.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from booklet.errors import BookletError, Fault
from booklet.geometry import MM, Rect
from booklet.layout.marks import Mark, Rule
from booklet.model.attendees import BLANK, Attendee
from booklet.parts.badge_codes import code_of
from booklet.parts.badge_layout import BadgeLayout, BadgeSide
from booklet.parts.badge_names import READABLE, FittedName, NameParts, fit_name, parts_of
from booklet.parts.badge_ribbons import ribbon_marks, ribbon_of
from booklet.parts.badge_text import TINY, Block, Side, fit, side_of, sizes_from
from booklet.parts.badge_tokens import token_marks
from booklet.parts.desk import Desk
from booklet.parts.logos import fit_logo
from booklet.parts.qr import qr

_UNDER: Final = 0.75
"""White between a name and what is beneath it, in sizes of the latter."""


_BETWEEN: Final = 0.3
"""White between two of them."""

_RULED: Final = 46 * MM
"""Lower labels have no rule beneath the event's name: the name needs the room."""

_ROOMY: Final = 52 * MM
"""From so high a label on, there is room to say what somebody is."""

_NARROW: Final = 110.0
"""A narrower column beside a code is none, in points."""

_LARGE: Final = 24.0
"""Points; a name of that size need not be larger at the cost of what is beneath it."""

_NEAR: Final = 0.75
"""A size that still looks like that of what is beside it, as a share: a third line is better than smaller type."""


Extra: TypeAlias = Literal["tokens", "position", "code", "affiliation"]
"""What may be beside a name; pronouns go with the position."""

_ALL: Final[frozenset[Extra]] = frozenset(get_args(Extra))
_AFFILIATION: Final[frozenset[Extra]] = frozenset({"affiliation"})
LEAN: Final[tuple[frozenset[Extra], ...]] = (_ALL - {"tokens", "position"}, _AFFILIATION, frozenset())
"""What is done without, step by step, for the name's sake."""


class _Arranged(NamedTuple):
    """A name and what is beneath it.

    `under` is the height of the blocks together, `gap` the white over them, `detail` the size that they were to have,
    `faults` what finds no room, and all is `beside` the code or over it.
    """

    name: FittedName
    blocks: list[Block]
    under: float
    gap: float
    detail: float
    faults: list[Fault]
    beside: bool


class Front:
    """A badge's front, while it is laid out."""

    def __init__(self, desk: Desk, layout: BadgeLayout, attendee: Attendee, lean: frozenset[Extra] = _ALL) -> None:
        """Begin with an empty label.

        Args:
            desk: the event.
            layout: the measures of the labels.
            attendee: whose badge it is.
            lean: what may be beside the name.
        """
        self.desk, self.layout, self.attendee, self.extras = desk, layout, attendee, lean
        self.options, self.sizes = layout.options, layout.sizes
        self.marks: list[Mark] = []
        self.faults: list[Fault] = []
        self.free = layout.inside

    def set(self) -> BadgeSide:
        """Lay it out from the edges inwards."""
        parts = parts_of(self.desk, self.attendee)
        side = side_of(self.desk, parts.text)
        self._event()
        self._ribbon()
        if self.options.tokens and self.layout.tokens_in_front and self.attendee.tokens:
            self._tokens()
        code = self._code() if "code" in self.extras else None
        self.faults += self._missing()
        size = self._name(parts, side, code) if self.attendee.name != BLANK else self._line()
        return BadgeSide(tuple(self.marks), size, tuple(self.faults))

    def _missing(self) -> list[Fault]:
        """What is left out so that the name can be larger."""
        attendee = self.attendee
        has = {"tokens": attendee.tokens, "code": self.options.qr, "affiliation": attendee.affiliation}
        missing = [extra for extra, given in has.items() if given and extra not in self.extras]
        if not missing:
            return []
        what = f"there is no room for {' and '.join(missing)} on the badge of {attendee.name!r}"
        return [Fault(what, None, "take larger labels")]

    def _event(self) -> None:
        """The event's name at the top, and its logo opposite."""
        desk, free, small = self.desk, self.free, self.sizes.small
        event = desk.program.event
        side: Side = "right" if desk.typesetter.rtl else "left"
        logo = self._logo(2.2 * small)
        measure = free.width - (logo[0] + small if logo else 0.0)
        style = desk.house.style("sans-bold", small, desk.house.inks.ground)
        fitted = fit(desk, event.title, style, (small,), side, measure)
        for text in (event.title, event.short_title):
            fitted = fitted or fit(desk, text, style, sizes_from(small, 6.5), side, measure, most=2, leading=1.15)
        fitted = fitted or fit(desk, event.short_title, style, TINY, side, measure, most=2)
        if fitted is None:
            self.faults.append(Fault(f"{event.short_title!r} does not fit on badges", None, "give a short_title"))
            return
        x = free.x + (logo[0] + small if logo and side == "right" else 0.0)
        height = max(fitted.block.height, logo[1] if logo else 0.0)
        self.marks += fitted.block.marks(x, free.y + (height - fitted.block.height) / 2)
        if logo:
            left = free.x if side == "right" else free.right - logo[0]
            self.marks += [mark.moved(left, free.y + (height - logo[1]) / 2) for mark in logo[2]]
        if self.layout.template.label.height < _RULED:
            self._take(top=height + 0.7 * small)
            return
        taken = height + 0.55 * small
        self.marks.append(Rule(free.x, free.y + taken, free.right, free.y + taken, 0.6, desk.house.inks.hair))
        self._take(top=taken + 0.9 * small)

    def _logo(self, height: float) -> tuple[float, float, tuple[Mark, ...]] | None:
        if self.options.logo is None:
            return None
        try:
            logo = fit_logo(
                self.desk, self.options.logo, area=2.2 * height * height, width=0.34 * self.free.width, height=height
            )
        except BookletError as error:
            self.faults += error.faults
            return None
        return (logo.width, logo.height, logo.marks) if logo else None

    def _ribbon(self) -> None:
        """The ribbon at the bottom: up to the label's edges where these are cut."""
        ribbon = ribbon_of(self.desk, self.attendee, self.options.ribbons)
        if ribbon is None:
            return
        free, high = self.free, self.sizes.band
        inside = Rect(free.x, free.bottom - high, free.width, high)
        band = inside
        template = self.layout.template
        if ribbon.ink is None:
            high = inside.height
            high *= 0.8
            inside = band = Rect(free.x, free.bottom - high, free.width, high)
        elif not template.scored:
            width, height = template.label
            band = Rect(0.0, inside.y, width, height - inside.y)
            inside = Rect(free.x, band.y, free.width, free.bottom - band.y)
        self.marks += ribbon_marks(self.desk, ribbon, band, inside)
        self._take(bottom=free.bottom - band.y + 0.6 * self.sizes.small)

    def _tokens(self) -> None:
        if "tokens" not in self.extras:
            return
        marks, height, faults = token_marks(self.desk, self.attendee, self.free, self.sizes.small)
        self.marks += marks
        self.faults += faults
        self._take(bottom=height + 0.6 * self.sizes.small if marks else 0.0)

    def _code(self) -> Rect | None:
        """The code in the lower corner where lines end; its area with what is said beneath it.

        None if there is none, or too little room beside it.
        """
        code = code_of(self.desk, self.attendee, self.options.qr, self.layout.code_room)
        if code is None:
            return None
        if isinstance(code, Fault):
            self.faults.append(code)
            return None
        room, free = self.layout.code_room, self.free
        if code.least > room:
            if not self.options.backs:
                what = f"there is no room for a code on the badge of {self.attendee.name!r}"
                self.faults.append(Fault(what, None, "take larger labels, or have backs, or a shorter address"))
            return None
        side = min(code.best, room)
        style = self.desk.house.style("sans", 6.5, self.desk.house.inks.quiet)
        said = fit(self.desk, code.says, style, (6.5, 6.0, 5.5, *TINY), "centre", side, most=2, leading=1.1)
        under = said.block.height if said else 0.0
        right = side_of(self.desk, self.attendee.name) == "right"
        x = free.x if right else free.right - side
        area = Rect(x, free.bottom - under - side, side, side)
        self.marks.append(qr(code.text, area, self.desk.house.inks.text))
        if said:
            self.marks += said.block.marks(x, free.bottom - under)
        if free.width - side - self.sizes.small < _NARROW:
            self._take(bottom=side + under + self.sizes.small)
            return None
        return Rect(area.x, area.y, side, side + under)

    def _name(self, parts: NameParts, side: Side, code: Rect | None) -> float:
        """The name with what is beneath it, in the middle of what is left; the size of the name."""
        best: _Arranged | None = None
        detail = self.sizes.detail
        for joint, shown in ((False, detail), (False, 0.82 * detail), (True, max(7.0, 0.65 * detail))):
            for beside in (False, True) if code else (False,):
                tried = self._arranged(parts, side, code, shown, joint=joint, beside=beside)
                if tried and (best is None or _is_larger(tried.name, best.name)):
                    best = tried
            if best and best.name.size >= min(_LARGE, self.sizes.name / 2):
                break
        if best is None:
            what = f"there is no room for the name {self.attendee.name!r}"
            self.faults.append(Fault(what, None, "take larger labels"))
            return 0.0
        self.faults += best.faults
        self._place(best, side, code)
        if best.name.size < READABLE:
            set_so = f"{self.attendee.name!r} is set in {best.name.size:g} pt"
            what = f"the name {set_so}, too small to be read from a step away"
            self.faults.append(Fault(what, None, "take larger labels, or give the name that they go by"))
        return best.name.size

    def _arranged(
        self, parts: NameParts, side: Side, code: Rect | None, detail: float, *, joint: bool, beside: bool
    ) -> _Arranged | None:
        """The name and what is beneath it, over the code or `beside` it; None if there is no room."""
        free = self.free
        narrow = free.width - (code.width + self.sizes.small if code else 0.0)
        blocks, faults = self._details(side, detail, narrow, joint=joint)
        under = sum(block.height for block in blocks) + _BETWEEN * detail * max(0, len(blocks) - 1)
        low = under if beside or code is None else max(under, code.height)
        gap = _UNDER * detail if low else 0.0
        width = narrow if beside else free.width
        name = fit_name(self.desk, parts, width, free.height - low - gap, self.sizes.name, side=side)
        return _Arranged(name, blocks, under, gap, detail, faults, beside) if name else None

    def _place(self, shown: _Arranged, side: Side, code: Rect | None) -> None:
        free, name = self.free, shown.name.block
        shift = code.width + self.sizes.small if code and side == "right" else 0.0
        if code is None or shown.beside:
            y = free.y + 0.46 * max(0.0, free.height - name.height - shown.gap - shown.under)
            self.marks += name.marks(free.x + shift, y)
            y += name.height + shown.gap
        else:
            # What is beside a code stands where the code does; the name has what is above.
            low = max(shown.under, code.height)
            y = free.y + 0.5 * max(0.0, free.height - low - shown.gap - name.height)
            self.marks += name.marks(free.x, y)
            y = max(y + name.height + shown.gap, code.y + 0.2 * max(0.0, code.height - shown.under))
            y = min(y, free.bottom - shown.under)
        for block in shown.blocks:
            self.marks += block.marks(free.x + shift, y)
            y += block.height + _BETWEEN * shown.detail

    def _details(self, side: Side, size: float, measure: float, *, joint: bool) -> tuple[list[Block], list[Fault]]:
        """What is beneath the name: how to speak of its bearer, what they are, and where; and what finds no room.

        With `joint` the first goes before the last, on its line.
        """
        desk, attendee = self.desk, self.attendee
        inks = desk.house.inks
        sizes = sizes_from(size, min(size, 7.0))
        roomy = self.layout.template.label.height >= _ROOMY
        texts = [(attendee.pronouns, "sans-italic", inks.quiet)]
        texts += [(attendee.position, "sans", inks.quiet)] if roomy else []
        texts = texts if "position" in self.extras else []
        texts += [(attendee.affiliation, "sans", inks.text)] if "affiliation" in self.extras else []
        if joint and attendee.affiliation and attendee.pronouns and self.extras == _ALL:
            texts = [
                *texts[1:-1],
                (desk.wording.word("dot").join([attendee.pronouns, attendee.affiliation]), "sans", inks.text),
            ]
        found: list[Block] = []
        faults: list[Fault] = []
        for text, face, ink in texts:
            if not text.strip():
                continue
            style = desk.house.style(face, size, ink)
            fitted = None
            near = [one for one in sizes if one >= _NEAR * size]
            for tried, most in ((near, 2), (near, 3), ((*sizes, *TINY), 3)):
                fitted = fitted or fit(desk, text, style, tried, side, measure, most=most)
            if fitted is None:
                faults.append(Fault(f"{text!r} does not fit on the badge of {attendee.name!r}", None, "shorten it"))
                continue
            found.append(fitted.block)
        return found, faults

    def _line(self) -> float:
        """A line to write a name on, and its label."""
        desk, free = self.desk, self.free
        word = desk.wording.word("name")
        style = desk.house.style("sans", self.sizes.small, desk.house.inks.quiet)
        y = free.y + 0.62 * free.height
        self.marks.append(Rule(free.x, y, free.right, y, 0.8, desk.house.inks.quiet))
        fitted = fit(desk, word, style, (self.sizes.small, *TINY), side_of(desk, word), free.width)
        if fitted:
            self.marks += fitted.block.marks(free.x, y + 0.4 * self.sizes.small)
        return 0.0

    def _take(self, *, top: float = 0.0, bottom: float = 0.0) -> None:
        """Less room is left."""
        free = self.free
        self.free = Rect(free.x, free.y + top, free.width, max(0.0, free.height - top - bottom))


def _is_larger(one: FittedName, other: FittedName) -> bool:
    """Whether a name is read from further away: all of it, or what people are called by, if the rest can be read."""
    if one.size > 1.15 * other.size:
        return True
    larger = max(line.size for _, line in one.block.lines) > 1.25 * max(line.size for _, line in other.block.lines)
    return larger and one.size >= min(READABLE, other.size)
