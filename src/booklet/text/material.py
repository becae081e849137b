"""Paragraphs as the breaker wants them: words in a row, and columns of the places where a line may end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booklet.layout.breaking import BOUNDLESS, FORCED, Columns
from booklet.text.scripts import binds, has_rtl, has_spaceless
from booklet.text.styles import Shape, Span
from booklet.text.typesetter import SPACE_SHRINK, SPACE_STRETCH, Division, Space, Typesetter, Word

if TYPE_CHECKING:
    from booklet.text.mixed import Mixed

_RAG: Final = 5.0
"""How far a ragged line may fall short at badness 100, in sizes."""

_BOUND: Final = 9_000.0
"""What it costs to end a line in a word of one letter: nearly as much as what is forbidden, for narrow columns."""


class Material(NamedTuple):
    """A paragraph ready for breaking.

    `words` stand in a row; `owners` has the index of each one's span, and `spaced` tells whether a space follows.
    `spaces` has the word space of each span. `places` says for each breakpoint after which word it lies, or inside
    which one and where. A paragraph that is `mixed` has its units there, which are its words.
    """

    words: list[Word]
    owners: list[int]
    spaced: list[bool]
    spaces: tuple[Space, ...]
    columns: Columns
    places: list[tuple[int, Division | None]]
    mixed: Mixed | None = None


def make_material(typesetter: Typesetter, spans: Sequence[Span], shape: Shape, *, hyphenate: bool) -> Material:
    """Lay a paragraph's words out in a row and list its legal breakpoints.

    The last word of a paragraph is never hyphenated. A word that sticks to the next one (a style change inside a word,
    a bracket) allows no break between them.
    """
    if _is_mixed(typesetter, spans):
        # Imported here because few books hold such paragraphs.
        from booklet.text.mixed import mix  # noqa: PLC0415

        return _mixed_material(mix(typesetter, spans, shape, hyphenate=hyphenate), spans, shape)
    words, owners, spaced, forced = _row(typesetter, spans, hyphenate=hyphenate)
    spaces = tuple(typesetter.space(span.style) for span in spans)
    justified = shape.align == "justify"
    hanging, x, stretch, owner = shape.hanging, 0.0, 0.0, -1
    points: list[tuple[float, float, float, float, float, bool, tuple[int, Division | None]]] = []
    points.append((-shape.indent, 0.0, 0.0, 0.0, 0.0, False, (-1, None)))
    hung: list[tuple[int, float]] = []
    # Hot: once for every word of the book. What makes columns is gathered as rows, which takes half the time.
    for index, (_, advance, _, hang_left, hang_right, divisions) in enumerate(words):
        if hang_left:
            hung.append((len(points) - 1, hang_left))
        if owners[index] != owner:
            owner = owners[index]
            width, more, _, _ = spaces[owner]
        for division in divisions:
            _, end, begin, _, _, _, price, flag, _ = division
            points.append((x + begin - hanging, x + end, stretch, stretch, price, flag, (index, division)))
        x += advance
        if spaced[index]:
            end = x - hang_right
            x += width
            before = stretch
            stretch += more
            price = FORCED if index in forced else 0.0
            points.append((x - hanging, end, before, stretch, price, False, (index, None)))
    begins, ends, befores, afters, penalty, flagged, places = map(list, zip(*points, strict=True))
    for at, hang in hung:
        begins[at] += hang
    if typesetter.binds or (spans and spans[0].style.language):
        _bind(typesetter, spans, (words, owners), places, penalty)
    sums = _Sums(begins, ends, befores, afters, penalty, flagged)
    columns = _columns(sums, None if justified else _rag(spans, shape))
    return Material(words, owners, spaced, spaces, columns, places)


def _is_mixed(typesetter: Typesetter, spans: Sequence[Span]) -> bool:
    """Whether a paragraph must be cut into units: it would not be set right otherwise."""
    return typesetter.rtl or any(
        not span.text.isascii() and (has_rtl(span.text) or has_spaceless(span.text)) for span in spans
    )


def _bind(
    typesetter: Typesetter,
    spans: Sequence[Span],
    row: tuple[list[Word], list[int]],
    places: list[tuple[int, Division | None]],
    penalty: list[float],
) -> None:
    """Let hardly any line end in a word of one letter, where the language of the span minds."""
    words, owners = row
    for at, (index, division) in enumerate(places):
        if index < 0 or division is not None or penalty[at] != 0.0:
            continue
        text = words[index].text
        if len(text) == 1 and text.isalpha():
            language = spans[owners[index]].style.language
            if binds(language) if language else typesetter.binds:
                penalty[at] = _BOUND


def _mixed_material(mixed: Mixed, spans: Sequence[Span], shape: Shape) -> Material:
    """The material of a paragraph that is cut into units; what is between two of them is each time another space."""
    hanging, x, stretch, shrink = shape.hanging, 0.0, 0.0, 0.0
    points: list[tuple[float, float, float, float, float, float, float, bool, tuple[int, Division | None]]] = []
    points.append((-shape.indent, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, False, (-1, None)))
    hung: list[tuple[int, float]] = []
    for index, (word, _, _, _, joint) in enumerate(mixed.items):
        if word.hang_left and points[-1][-1] == (index - 1, None):
            hung.append((len(points) - 1, word.hang_left))
        for division in word.divisions:
            where = (index, division)
            end, start = x + division.end, x + division.begin - hanging
            points.append((start, end, stretch, stretch, shrink, shrink, division.penalty, division.flagged, where))
        x += word.advance
        end = x - word.hang_right
        before, less = stretch, shrink
        x, stretch, shrink = x + joint.width, stretch + joint.stretch, shrink + joint.shrink
        if joint.price is not None:
            points.append((x - hanging, end, before, stretch, less, shrink, joint.price, False, (index, None)))
    begins, ends, befores, afters, lesses, mores, penalties, flags, places = map(list, zip(*points, strict=True))
    for at, hang in hung:
        begins[at] += hang
    if shape.align == "justify":
        gives = [s + BOUNDLESS if price == FORCED else s for s, price in zip(befores, penalties, strict=True)]
        columns = Columns(begins, afters, mores, ends, gives, lesses, penalties, flags)
    else:
        sums = _Sums(begins, ends, befores, afters, penalties, flags)
        columns = _columns(sums, _rag(spans, shape))
    owners = [item.span for item in mixed.items]
    spaced = [item.joint.price is not None for item in mixed.items]
    return Material([item.word for item in mixed.items], owners, spaced, (), columns, places, mixed)


def _rag(spans: Sequence[Span], shape: Shape) -> tuple[float, float]:
    """The stretch at the end of a ragged line, and of one that must end."""
    rag = _RAG * max((span.style.size for span in spans), default=0.0)
    return rag, rag if shape.balanced else BOUNDLESS


class _Sums(NamedTuple):
    """Breakpoints while they are gathered: `before` and `after` are the stretch before and with the glue at each."""

    begin: list[float]
    end: list[float]
    before: list[float]
    after: list[float]
    penalty: list[float]
    flagged: list[bool]


def _columns(sums: _Sums, rag: tuple[float, float] | None) -> Columns:
    """The breaker's columns; with `rag`, spaces are rigid and the lines' ends give instead."""
    begin, end, before, after, penalty, flagged = sums
    if rag is None:
        less = SPACE_SHRINK / SPACE_STRETCH
        gives = before.copy()
        for at, price in enumerate(penalty):
            if price == FORCED:
                gives[at] += BOUNDLESS
        shrinks = [s * less for s in before]
        return Columns(begin, after, [s * less for s in after], end, gives, shrinks, penalty, flagged)
    nothing = [0.0] * len(begin)
    gives = [rag[1] if price == FORCED else rag[0] for price in penalty]
    return Columns(begin, nothing, nothing, end, gives, nothing, penalty, flagged)


def _row(
    typesetter: Typesetter, spans: Sequence[Span], *, hyphenate: bool
) -> tuple[list[Word], list[int], list[bool], set[int]]:
    """The words of all spans in order, their spans, whether a space follows, and after which ones a line must end."""
    words: list[Word] = []
    owners: list[int] = []
    spaced: list[bool] = []
    forced: set[int] = set()
    token = ""
    for index, span in enumerate(spans):
        known = typesetter.words(span.style, hyphenate=hyphenate)
        text = span.text
        if span.formula is not None:
            words.append(typesetter.formula_word(span.style, span.formula))
            owners.append(index)
            spaced.append(False)
            continue
        if spaced and text[:1] in {" ", "\n"}:
            spaced[-1] = True
        for number, part in enumerate(text.split("\n")):
            if number and words:
                spaced[-1] = True
                forced.add(len(words) - 1)
            tokens = [token for token in part.split(" ") if token]
            words += [known.get(token) or typesetter.word(span.style, token, hyphenate=hyphenate) for token in tokens]
            owners += [index] * len(tokens)
            spaced += [True] * len(tokens)
            token = tokens[-1] if tokens else token
        if spaced and text and text[-1] not in " \n":
            spaced[-1] = False
    if words:
        spaced[-1] = True
        forced.add(len(words) - 1)
        if hyphenate and spans[owners[-1]].formula is None:
            words[-1] = typesetter.word(spans[owners[-1]].style, token)
    return words, owners, spaced, forced
