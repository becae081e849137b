"""Formulas in running text: each is laid out once, whatever its size, and shown in parts that lines end in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from booklet.layout.marks import Fill, GlyphRun
from booklet.text.formula import Formula, Glyph, Rule
from booklet.text.maths import apart, displayed, has_formulas, stretches
from booklet.text.styles import NO_LANGUAGE, Span, Style

if TYPE_CHECKING:
    from booklet.text.faces import Face

FACE: Final = "formulas"
"""What the face of formulas is called."""

_SLIVER: Final = 0.5
"""Adjustments of up to so many thousandths of an em are not worth writing."""


_ABOVE, _BELOW = 0.82, 0.28
"""How far lines of text reach above and below their baselines, in their size, with a little white."""

_LEAST: Final = 0.5
"""The smallest share of its size at which a formula is set between lines that get no more room."""


class Part(NamedTuple):
    """What a line shows of a formula, relative to where that begins and to the baseline; all in points.

    `height` and `depth` are the reach of the whole formula.
    """

    runs: tuple[GlyphRun, ...]
    rules: tuple[Fill, ...]
    width: float
    height: float
    depth: float


class Formulas:
    """All formulas of a run of the program; `faults` says of those that cannot be set why."""

    def __init__(self, faces: Mapping[str, Face]) -> None:
        """Begin with none.

        Args:
            faces: the one called `FACE` has the glyphs; without it, formulas stay as they are typed.
        """
        self._faces = faces
        self.faults: dict[str, str] = {}
        self._reasons: dict[str, str] = {}
        self._known: dict[tuple[str, bool], Formula | None] = {}
        self._expanded: dict[tuple[tuple[Span, ...], float], tuple[Span, ...]] = {}
        self._made: dict[tuple[Formula, Style, int, int], Part] = {}

    @cached_property
    def _face(self) -> Face | None:
        """The face of formulas, opened when the first is met."""
        return self._faces.get(FACE)

    def expanded(self, spans: Sequence[Span], *, within: float = 0.0) -> tuple[Span, ...]:
        """Spans of which each has either words or one formula.

        What cannot be set stays as it is typed. Spans that are expanded already stay as they are.

        Args:
            spans: as the program has them.
            within: the leading, in points, where lines get no more room than that: tall formulas are set smaller.
        """
        if not any(has_formulas(span.text) for span in spans) or self._face is None:
            return tuple(spans)
        given = tuple(spans)
        out = self._expanded.get((given, within))
        if out is None:
            alone = displayed(given[0].text) if len(given) == 1 and not _is_code(given[0]) else None
            out = self._displayed(given[0], *alone) if alone else ()
            out = out or tuple([part for span in given for part in self._parts(span)])
            if within:
                out = tuple([_fitted(span, within) for span in out])
            self._expanded[given, within] = self._expanded[out, 0.0] = self._expanded[out, within] = out
        return out

    def formula(self, source: str, *, display: bool) -> Formula | None:
        """A formula as laid out, or None if that cannot be done."""
        key = (source, display)
        if key not in self._known:
            self._known[key] = self._laid_out(source, display=display)
        return self._known[key]

    def foresee(self, texts: Sequence[str], step: Callable[[int], None] = lambda _: None) -> None:
        """Lay the formulas of texts out and hand out their codes, before copies of this process need them.

        Args:
            texts: a paragraph each.
            step: is told how many of them are done.
        """
        if self._face is None:
            return
        for number, text in enumerate(texts, start=1):
            for paragraph in apart(text) if has_formulas(text) else ():
                alone = displayed(paragraph)
                wanted = [(alone[0], True)] if alone else []
                wanted += [(part.text, False) for part in stretches(paragraph) if part.formula and not alone]
                for source, display in wanted:
                    formula = self.formula(source, display=display)
                    if formula:
                        self._face.foresee_glyphs((glyph.gid, glyph.says) for glyph in formula.glyphs)
            step(number)

    def part(self, span: Span, start: int, stop: int) -> Part:
        """The part of a span's formula between two cuts; 0 is its beginning, and -1 its end."""
        formula, style = span.formula, span.style
        assert formula is not None, "the span has a formula"  # noqa: S101
        key = (formula, style, start, stop)
        part = self._made.get(key)
        if part is None:
            first = formula.cuts[start - 1] if start else None
            last = formula.cuts[stop - 1] if stop >= 0 else None
            glyphs = formula.glyphs[first.glyphs if first else 0 : last.glyphs if last else None]
            rules = formula.rules[first.rules if first else 0 : last.rules if last else None]
            left, em = first.begin if first else 0.0, style.size / 1000
            part = self._made[key] = Part(
                tuple(self._runs(glyphs, style, left)),
                tuple(_fills(rules, style, left)),
                ((last.end if last else formula.width) - left) * em,
                formula.height * em + style.rise,
                formula.depth * em - style.rise,
            )
        return part

    def _displayed(self, span: Span, source: str, ending: str) -> tuple[Span, ...]:
        formula = self.formula(source, display=True)
        if formula is None:
            return ()
        end = (span._replace(text=ending),) if ending else ()
        return (span._replace(text=source, formula=formula), *end)

    def _parts(self, span: Span) -> Iterable[Span]:
        if span.formula is not None or _is_code(span) or not has_formulas(span.text):
            yield span
            return
        parts: list[tuple[str, Formula | None]] = []
        for text, is_formula, _ in stretches(span.text):
            formula = self.formula(text, display=False) if is_formula else None
            if is_formula and formula is None:
                self.faults.setdefault(text, self._reasons[text])
            parts.append((text, formula))
        flows = span.flows or any(formula is not None for _, formula in parts)
        for text, formula in parts:
            yield span._replace(text=text, formula=formula, flows=flows)

    def _laid_out(self, source: str, *, display: bool) -> Formula | None:
        # Imported here because most programs hold no formula.
        from booklet.text.formula_boxes import signs_of  # noqa: PLC0415
        from booklet.text.formula_layout import Setter  # noqa: PLC0415
        from booklet.text.formula_reading import read_formula  # noqa: PLC0415
        from booklet.text.formula_tree import FormulaError  # noqa: PLC0415

        assert self._face is not None, "nothing is laid out without a face"  # noqa: S101
        try:
            row = read_formula(source)
            box, cuts = Setter(signs_of(self._face.path)).set_formula(row, display=display)
        except FormulaError as error:
            self._reasons[source] = error.what
            return None
        return Formula(source, display, tuple(box.glyphs), tuple(box.rules), box.width, box.height, box.depth, cuts)

    def _runs(self, glyphs: Sequence[Glyph], style: Style, left: float) -> list[GlyphRun]:
        """Glyphs on one line and of one size as one run."""
        runs: list[GlyphRun] = []
        at = 0
        while at < len(glyphs):
            end = at + 1
            while end < len(glyphs) and glyphs[end][3:] == glyphs[at][3:] and glyphs[end].x >= glyphs[end - 1].x:
                end += 1
            runs.append(self._run(glyphs[at:end], style, left))
            at = end
        return runs

    def _run(self, glyphs: Sequence[Glyph], style: Style, left: float) -> GlyphRun:
        assert self._face is not None, "glyphs are a face's"  # noqa: S101
        first = glyphs[0]
        em = style.size / 1000
        parts = ["<"]
        pen = first.x
        for glyph in glyphs:
            off = round((glyph.x - pen) / glyph.scale, 2)
            if abs(off) > _SLIVER:
                parts.append(f">{-off:g}<")
                pen += off * glyph.scale
            code, advance = self._face.coded(glyph.gid, glyph.says)
            parts.append(code)
            pen += advance * glyph.scale
        return GlyphRun(
            (first.x - left) * em,
            -first.y * em - style.rise,
            FACE,
            style.size * first.scale,
            style.ink,
            "".join([*parts, ">"]),
            "".join([glyph.says for glyph in glyphs]),
            (pen - first.x) * em,
        )


def _is_code(span: Span) -> bool:
    """Whether the dollars of a span are its own."""
    return span.style.language == NO_LANGUAGE


def _fitted(span: Span, leading: float) -> Span:
    """A span whose formula is small enough to stand between lines of text."""
    if span.formula is None:
        return span
    style = span.style
    height, depth = (max(reach * style.size / 1000, 0.1) for reach in (span.formula.height, span.formula.depth))
    rooms = (leading - _BELOW * style.size) / height, (leading - _ABOVE * style.size) / depth
    share = max(_LEAST, min(1.0, *rooms))
    return span._replace(style=style._replace(size=style.size * share)) if share < 1.0 else span


def _fills(rules: Iterable[Rule], style: Style, left: float) -> list[Fill]:
    em = style.size / 1000
    return [
        Fill(
            (rule.x - left) * em,
            -(rule.y + rule.height) * em - style.rise,
            rule.width * em,
            rule.height * em,
            style.ink,
        )
        for rule in rules
    ]
