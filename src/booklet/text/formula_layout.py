"""Atoms become boxes, by the rules of TeX (The TeXbook, appendix G) and the constants of the font's MATH table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.text.formula import Cut
from booklet.text.formula_boxes import SCALES, Box, Signs
from booklet.text.formula_parts import bar, boxed, braced, fraction, labelled, rooted, scripts, table, with_limits
from booklet.text.formula_tree import (
    Accent,
    Allowed,
    Arrow,
    Atom,
    Bar,
    Boxed,
    Brace,
    Fenced,
    Fraction,
    Group,
    Item,
    Kind,
    Manner,
    Nucleus,
    Phantom,
    Root,
    Row,
    Sign,
    Sized,
    Smash,
    Space,
    Stack,
    Struck,
    Table,
    Words,
)  # fmt: skip

_KINDS: Final[tuple[Kind, ...]] = ("ord", "op", "bin", "rel", "open", "close", "punct", "inner")
_SPACING: Final = {
    "ord": "01230001", "op": "1103000a", "bin": "22002002", "rel": "33003003", "open": "00000000", "close": "0123000b",
    "punct": "bb0bbbbb", "inner": "b123b0bb",
}  # fmt: skip
"""The space between a kind and the next (The TeXbook, chapter 18): 1 thin, 2 medium, 3 thick.

Medium and thick are left out in scripts, and so are thin ones marked a or b.
"""

_WIDTHS: Final = {"0": 0.0, "1": 1000 * 3 / 18, "2": 1000 * 4 / 18, "3": 1000 * 5 / 18}
_ALSO_THIN: Final = frozenset("ab")

_AFTER: Final = {"rel": 500.0, "bin": 700.0}
"""What it costs to end a line after a relation and an operator: TeX's relpenalty and binoppenalty."""

_NOT_BINARY_AFTER: Final = frozenset({None, "bin", "op", "rel", "open", "punct"})
_NOT_BINARY_BEFORE: Final = frozenset({None, "rel", "close", "punct"})


class Style(NamedTuple):
    """The style of a row: 0 displays, 1 text, 2 scripts, 3 scripts of scripts; `cramped` under something."""

    level: int
    cramped: bool = False

    @property
    def script(self) -> int:
        """The level of scripts."""
        return 2 if self.level < 2 else 3


class Setter:
    """Sets rows with a font; deep rows are not cut."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs

    def set_formula(self, row: Row, *, display: bool) -> tuple[Box, tuple[Cut, ...]]:
        """Set a formula and say where lines may end in it."""
        cuts: list[Cut] = []
        return self.row(row, Style(0 if display else 1), cuts), tuple(cuts)

    def row(self, row: Sequence[Item], style: Style, cuts: list[Cut] | None = None) -> Box:
        """Set atoms side by side; `cuts` gets the places where lines may end."""
        box = Box()
        kinds = _kinds(row)
        before: Kind | None = None
        pending: tuple[float, int, int, float] | None = None
        for at, (item, kind) in enumerate(zip(row, kinds, strict=True)):
            match item:
                case Space(ems):
                    box.width += ems * 1000 * SCALES[style.level]
                    continue
                case Manner(level):
                    style = Style(level, style.cramped)
                    continue
                case Allowed(penalty):
                    pending = (box.width, len(box.glyphs), len(box.rules), penalty)
                    continue
                case Atom():
                    pass
            assert kind is not None  # noqa: S101 - atoms have one
            box.width += _space(before, kind, style)
            if pending and cuts is not None:
                end, glyphs, rules, penalty = pending
                cuts.append(Cut(glyphs, rules, end, box.width, penalty))
            box.append(self.atom(item, style))
            before = kind
            pending = None
            following = next((kind for kind in kinds[at + 1 :] if kind is not None), None)
            if kind in _AFTER and following not in {None, "rel"}:
                pending = (box.width, len(box.glyphs), len(box.rules), _AFTER[kind])
        return box

    def atom(self, atom: Atom, style: Style) -> Box:
        """Set an atom with its scripts."""
        nucleus = _bare(atom.nucleus)
        base = self._operator(nucleus, style) if atom.kind == "op" else self.nucleus(nucleus, style)
        if atom.sub is None and atom.sup is None:
            base.width += base.italic if not (atom.kind == "op" and isinstance(nucleus, Words)) else 0.0
            return base
        sub = None if atom.sub is None else self.row(atom.sub, Style(style.script, cramped=True))
        sup = None if atom.sup is None else self.row(atom.sup, Style(style.script, style.cramped))
        if atom.limits or (atom.limits is None and style.level == 0):
            return with_limits(self.signs, base, sub, sup, style.level)
        single = isinstance(nucleus, Sign | Words) and not (atom.kind == "op" and isinstance(nucleus, Sign))
        accented = isinstance(nucleus, Accent)
        return scripts(self.signs, base, sub, sup, style.level, cramped=style.cramped, single=single or accented)

    def _operator(self, nucleus: Nucleus, style: Style) -> Box:
        if isinstance(nucleus, Sign):
            return self.signs.large(nucleus.text, style.level)
        return self.nucleus(nucleus, style)

    def nucleus(self, nucleus: Nucleus, style: Style) -> Box:
        """Set what an atom is built of."""
        signs, level, cramped = self.signs, style.level, Style(style.level, cramped=True)
        match nucleus:
            case Sign(text):
                return signs.box(text, level)
            case Words(text):
                return signs.words(text, level)
            case Group(row):
                return self.row(row, style)
            case Fraction(above, below, ruled, asked):
                of = level if asked < 0 else asked
                inner = min(of + 1, 3)
                parts = (self.row(above, Style(inner, style.cramped)), self.row(below, Style(inner, cramped=True)))
                return fraction(signs, *parts, of, ruled=ruled)
            case Root(row, degree):
                over = self.row(degree, Style(3)) if degree else None
                return rooted(signs, self.row(row, cramped), over, level)
            case Accent(row, sign, wide):
                return self._accent(self._under(row, cramped), sign, style, wide=wide)
            case Bar(row, over):
                return bar(signs, self.row(row, cramped), level, over=over)
            case Brace(row, sign, over):
                return braced(signs, self.row(row, cramped), sign, level, over=over)
            case Fenced(fences, rows):
                return self._fenced(fences, rows, style)
            case Sized(text, ems):
                return signs.tall(text, ems * 1000, level) if text else Box(120)
            case Stack(row, over, under):
                return with_limits(
                    signs,
                    self.row(row, style),
                    self.row(under, Style(style.script, cramped=True)) if under else None,
                    self.row(over, Style(style.script, style.cramped)) if over else None,
                    level,
                )
            case Arrow(sign, over, under):
                small = Style(style.script)
                return labelled(signs, sign, self.row(over, small), self.row(under, small) if under else None, level)
            case Table(rows, align, gaps, leading, own):
                cells_style = Style(own if level < 2 else max(own, level))
                cells = [[self.row(cell, cells_style) for cell in cells] for cells in rows]
                return table(signs, cells, align, gaps, leading * 1000 * SCALES[max(level, 1)], level)
            case Phantom(row, across, along):
                box = self.row(row, style)
                return Box(box.width if across else 0.0, box.height if along else 0.0, box.depth if along else 0.0)
            case Smash(row):
                box = self.row(row, style)
                box.height = box.depth = 0.0
                return box
            case Struck(text):
                return self._struck(text, style)
            case Boxed(row):
                return boxed(self.row(row, Style(0) if level == 0 else style))

    def _under(self, row: Row, style: Style) -> Box:
        """A row as the base of an accent: one character stays one."""
        if len(row) == 1 and isinstance(row[0], Atom) and row[0].sub is None and row[0].sup is None:
            return self.nucleus(_bare(row[0].nucleus), style)
        return self.row(row, style)

    def _accent(self, base: Box, sign: str, style: Style, *, wide: bool) -> Box:
        signs, scale = self.signs, SCALES[style.level]
        accent = signs.accent(sign, base.width + base.italic, style.level) if wide else signs.box(sign, style.level)
        at = signs.attachment(base)
        middle = signs.attachment(accent)
        x = ((base.width + base.italic) / 2 if at is None else at) - (accent.width / 2 if middle is None else middle)
        box = Box(base.width)
        box.italic, box.gid, box.scale = base.italic, -1, base.scale
        box.put(base, 0.0, 0.0)
        box.put(accent, x, base.height - min(base.height, signs.constants.accentBaseHeight * scale))
        return box

    def _fenced(self, fences: Sequence[str], rows: Sequence[Row], style: Style) -> Box:
        """Rows between signs as high as the highest of them needs (The TeXbook, appendix G, rule 19)."""
        signs, scale = self.signs, SCALES[style.level]
        inner = [self.row(row, style) for row in rows]
        axis = signs.axis * scale
        reach = max(max(box.height - axis, box.depth + axis) for box in inner)
        height = max(2 * reach * 0.901, 2 * reach - 500 * scale)
        box = Box()
        for number, sign in enumerate(fences):
            box.append(signs.tall(sign, height, style.level) if sign else Box(120 * scale))
            if number < len(inner):
                box.append(inner[number])
        return box

    def _struck(self, text: str, style: Style) -> Box:
        base = self.signs.box(text, style.level)
        slash = self.signs.box("/", style.level)
        box = Box(base.width)
        box.put(base, 0.0, 0.0)
        box.put(slash, (base.width - slash.width) / 2, 0.0)
        return box


def _bare(nucleus: Nucleus) -> Nucleus:
    """What braces hold if that is just one thing."""
    while isinstance(nucleus, Group) and len(nucleus.row) == 1:
        inner = nucleus.row[0]
        if not isinstance(inner, Atom) or inner.sub is not None or inner.sup is not None or inner.kind == "op":
            break
        nucleus = inner.nucleus
    return nucleus


def _kinds(row: Sequence[Item]) -> list[Kind | None]:
    """The kind of each atom; operators that have nothing on one side are ordinary (The TeXbook, rules 5 and 6)."""
    kinds: list[Kind | None] = [item.kind if isinstance(item, Atom) else None for item in row]
    before: int | None = None
    for at, kind in enumerate(kinds):
        if kind is None:
            continue
        last = None if before is None else kinds[before]
        if kind == "bin" and last in _NOT_BINARY_AFTER:
            kinds[at] = "ord"
        elif last == "bin" and kind in _NOT_BINARY_BEFORE and before is not None:
            kinds[before] = "ord"
        before = at
    if before is not None and kinds[before] == "bin":
        kinds[before] = "ord"
    return kinds


def _space(before: Kind | None, kind: Kind, style: Style) -> float:
    if before is None:
        return 0.0
    code = _SPACING[before][_KINDS.index(kind)]
    if code in _ALSO_THIN:
        return _WIDTHS["1"] if style.level < 2 else 0.0
    if code in "23" and style.level > 1:
        return 0.0
    return _WIDTHS[code] * SCALES[style.level]
