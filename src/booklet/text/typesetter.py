"""The typesetter: every word is shaped once per style and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from booklet.layout.marks import GlyphRun, Ink
from booklet.text.clusters import clusters
from booklet.text.faces import SOFT_HYPHEN, Face, Shaped
from booklet.text.formula import Formula
from booklet.text.formulas import Formulas
from booklet.text.hyphenation import Break, divisions, stated_breaks
from booklet.text.operands import change_of_face
from booklet.text.scripts import binds, has_rtl, is_rtl, slants, takes_tracking
from booklet.text.shelf import Shelf
from booklet.text.styles import Shape, Span, Style

if TYPE_CHECKING:
    from booklet.text.paragraphs import Line

ParagraphKey: TypeAlias = tuple[tuple[Span, ...], Shape, float]
"""What a set paragraph depends on: its spans, its shape and its measure in points."""

SPACE_STRETCH: Final = 2 / 3
"""How far a word space may grow at adjustment ratio 1, as a share of its width."""

SPACE_SHRINK: Final = 1 / 3
"""How far a word space may shrink, as a share of its width (luaotfload's, for fonts that do not say)."""

_HANGS_RIGHT: Final[Mapping[str, float]] = {
    "-": 0.6, "‐": 0.6, "–": 0.35, "—": 0.2, ".": 0.65, ",": 0.55, ";": 0.3, ":": 0.4, "!": 0.15, "?": 0.15,
    "’": 0.6, "”": 0.5, "‘": 0.5, "“": 0.5, "»": 0.3, "…": 0.2, ")": 0.12, "]": 0.1, "\u00a0": 1.0,
}  # fmt: skip
"""How far a character at a line's end goes into the margin, as a share of its width: small signs hang by about half,
so that the column's edge looks straight (R. Bringhurst, The Elements of Typographic Style, 2.1.10)."""

_HANGS_LEFT: Final[Mapping[str, float]] = {
    "‘": 0.6, "“": 0.5, "’": 0.6, "”": 0.5, "„": 0.4, "‚": 0.4, "«": 0.3, "(": 0.12, "[": 0.1, "–": 0.3, "—": 0.2,
}  # fmt: skip


_SQUARE: Final = frozenset(("ja", "zh"))
_SQUARE_SIGNS: Final = frozenset("—―…‥“”‘’")
_IDEOGRAPH: Final = "一"

_NO_INK: Final = Ink(0.0, 0.0, 0.0)


class Piece(NamedTuple):
    """A part of a word that ends or begins a line: its text, advance in points and TJ operand."""

    text: str
    advance: float
    operand: str


class Division(NamedTuple):
    """A place inside a word where a line may end, in points from the word's origin.

    A line that ends here ends at `end`, and the next one begins at `begin`; protrusion is in both. `left` and `right`
    are the advances of the parts as they are in the whole word, with the dividing hyphen, and `hang` is how far the
    right part goes into the margin. `flagged` is True where the line then ends in a hyphen, added (`hyphen`) or typed.
    """

    offset: int
    end: float
    begin: float
    left: float
    right: float
    hang: float
    penalty: float
    flagged: bool
    hyphen: bool


class Word(NamedTuple):
    """A shaped word: advance and protrusion in points, its TJ operand, and the breaks that its own signs allow.

    `text` is what is printed: the token without the marks that only allow a break.
    """

    text: str
    advance: float
    operand: str
    hang_left: float
    hang_right: float
    divisions: tuple[Division, ...]


class Space(NamedTuple):
    """The space between words, in points (natural, stretch, shrink), and its TJ operand."""

    width: float
    stretch: float
    shrink: float
    operand: str


class Typesetter:
    """Shapes words with a set of faces and remembers them.

    It holds every cache of the text room, so that one run of the program has one typesetter and equal input gives
    equal output whatever was set before.
    """

    def __init__(self, faces: Shelf | Iterable[Face], language: str) -> None:
        """Begin with nothing set.

        Args:
            faces: the faces; those of a shelf may lend to each other.
            language: BCP 47 tag.
        """
        self.faces = faces if isinstance(faces, Shelf) else Shelf.of(faces)
        self.language = language
        self.rtl = is_rtl(language)
        self.binds = binds(language)
        self.missing: dict[str, str] = {}
        self.formulas = Formulas(self.faces)
        self.paragraphs: dict[ParagraphKey, tuple[Line, ...]] = {}
        self._words: dict[Style, dict[str, Word]] = {}
        self._hyphenated: dict[Style, dict[str, Word]] = {}
        self._spaces: dict[Style, Space] = {}
        self._pieces: dict[tuple[Style, str, bool], Piece] = {}
        self._signs: dict[tuple[Style, str], float] = {}

    def words(self, style: Style, *, hyphenate: bool = False) -> dict[str, Word]:
        """The words of a style that are known so far; look here before calling `word`."""
        kept = self._hyphenated if hyphenate else self._words
        known = kept.get(style)
        if known is None:
            known = kept[style] = {}
        return known

    def foresee(
        self, characters: Sequence[str], ligatures: Sequence[str], words: Iterable[str], features: Sequence[str] = ()
    ) -> None:
        """Open all faces that texts need, and have them hand out codes for their glyphs, before anything is set.

        Args:
            characters: those that may occur.
            ligatures: texts for which faces may have a glyph.
            words: those whose glyphs depend on each other.
            features: what characters may be shown with.
        """
        missing = dict(self.missing)
        self.faces.foresee(characters, self.language)
        for word in words:
            for face in self.faces.styles:
                self._shape(Style(face, 1.0, _NO_INK), word)
        self.missing = missing
        for one in self.faces.opened.values():
            one.forget_use()
            one.foresee(characters, ligatures, features)

    def forget_paragraphs(self) -> None:
        """Keep no paragraphs that were set, where none will be asked for again."""
        self.paragraphs.clear()

    def word(self, style: Style, token: str, *, hyphenate: bool = False) -> Word:
        """Shape a word and keep it; `token` holds no breaking space.

        With `hyphenate` its divisions are all places where it may be divided: those that its own signs allow, or else
        those that its language does.
        """
        known = self.words(style, hyphenate=hyphenate)
        word = known.get(token)
        if word is None:
            word = self._hyphenated_word(style, token) if hyphenate else self._shape_word(style, token)
            known[token] = word
        return word

    def formula_word(self, style: Style, formula: Formula) -> Word:
        """A formula as a word, which may be divided at its cuts."""
        em = style.size / 1000
        advance = formula.width * em
        divisions = [
            Division(
                number, end * em, begin * em, end * em, advance - begin * em, 0.0, penalty, flagged=False, hyphen=False
            )
            for number, (_, _, end, begin, penalty) in enumerate(formula.cuts, start=1)
        ]
        return Word(formula.says, advance, "", 0.0, 0.0, tuple(divisions))

    def space(self, style: Style) -> Space:
        """The word space of a style: the font's own width and the glue of justified text."""
        space = self._spaces.get(style)
        if space is None:
            shaped = self._shape(style, " ")
            width = shaped.advance * style.size / 1000
            space = self._spaces[style] = Space(width, width * SPACE_STRETCH, width * SPACE_SHRINK, shaped.operand)
        return space

    def followed(self, run: GlyphRun) -> GlyphRun:
        """A run with a space at its end that takes no room, so that its words do not run into the next run's.

        The space is of the run's own face: the code of a space is another in each.

        Source: ISO 32000-1, 14.8.2.5, on word breaks.
        """
        if run.text.endswith(" "):
            return run
        space = self.space(Style(run.face, run.size, run.ink))
        return run._replace(operand=run.operand + space.operand, text=run.text + " ")

    def width(self, style: Style, text: str) -> float:
        """The width of a text on one line at its natural spacing, in points."""
        words = text.split(" ")
        gaps = (len(words) - 1) * self.space(style).width
        return gaps + sum(self.word(style, word).advance for word in words)

    def piece(self, style: Style, text: str, *, hyphen: bool) -> Piece:
        """A part of a word as a line shows it, with a dividing hyphen after it if `hyphen`; shaped once and kept."""
        piece = self._pieces.get((style, text, hyphen))
        if piece is None:
            shaped = self._shape(style, text)
            advance, operand, said = shaped.advance, shaped.operand, text
            if hyphen:
                dash = self._shape(style, "-", says=SOFT_HYPHEN)
                advance, operand, said = advance + dash.advance, operand + dash.operand, text + SOFT_HYPHEN
            piece = self._pieces[style, text, hyphen] = Piece(said, advance * style.size / 1000, operand)
        return piece

    def _hyphenated_word(self, style: Style, token: str) -> Word:
        word = self.word(style, token)
        if word.divisions:
            return word
        hyphens = [Break(offset) for offset in divisions(word.text, style.language or self.language)]
        return word._replace(divisions=self._divisions(style, word.text, word.advance, hyphens)) if hyphens else word

    def _shape_word(self, style: Style, token: str) -> Word:
        text, breaks = stated_breaks(token)
        shaped = self._shape(style, text)
        return Word(
            text,
            shaped.advance * style.size / 1000,
            shaped.operand,
            self._hang(style, text[:1], _HANGS_LEFT),
            self._hang(style, text[-1:], _HANGS_RIGHT),
            self._divisions(style, text, shaped.advance * style.size / 1000, breaks),
        )

    def _divisions(self, style: Style, text: str, advance: float, breaks: Sequence[Break]) -> tuple[Division, ...]:
        """The divisions of a word, whose parts are measured inside it, and shaped only where a line needs them."""
        if not breaks:
            return ()
        scale = style.size / 1000
        face, features = self.faces[style.face], _features(style)
        edges = {}
        if self._covers(style, text) and not style.rtl and (not style.tracking or takes_tracking(text)):
            edges = face.edges(
                text, features=features, tracking=style.tracking, language=style.language or self.language
            )
        found = []
        for offset, penalty, flagged, hyphen in breaks:
            edge = edges.get(offset)
            left = self.piece(style, text[:offset], hyphen=False).advance if edge is None else edge * scale
            right = self.piece(style, text[offset:], hyphen=False).advance if edge is None else advance - left
            hang = self._hang(style, text[offset : offset + 1], _HANGS_LEFT)
            out = self._hang(style, "-" if hyphen else text[offset - 1 : offset], _HANGS_RIGHT)
            left += self._sign(style, "-") if hyphen else 0.0
            found.append(
                Division(offset, left - out, advance - right + hang, left, right, hang, penalty, flagged, hyphen)
            )
        return tuple(found)

    def _shape(self, style: Style, text: str, *, says: str | None = None) -> Shaped:
        shaped = self._in_face(style, style.face, text, says) if self._covers(style, text) else self._lent(style, text)
        if shaped.missing:
            self.missing.setdefault(shaped.missing, text)
        return shaped

    def _in_face(
        self, style: Style, face: str, text: str, says: str | None = None, *, rtl: bool | None = None
    ) -> Shaped:
        if style.tracking and not takes_tracking(text):
            style = style._replace(tracking=0.0)
        return self.faces[face].shape(
            text,
            features=_features(style),
            tracking=style.tracking,
            language=style.language or self.language,
            says=says,
            rtl=style.rtl or has_rtl(text) if rtl is None else rtl,
        )

    def _covers(self, style: Style, text: str) -> bool:
        """Whether a style's face has all of a text."""
        return text.isascii() or (self.faces[style.face].covers(text) and not self._is_square(style, text))

    def _is_square(self, style: Style, text: str) -> bool:
        """Whether a text is signs that fill whole squares in its language: dashes, dots and quotes of East Asia."""
        language = style.language or self.language
        return language[:2].lower() in _SQUARE and _SQUARE_SIGNS.issuperset(text)

    def _lent(self, style: Style, text: str) -> Shaped:
        """A text of which other faces lend what its own does not have; what none has is missing from its own."""
        whole = self._lender_of_word(style, text)
        parts: list[tuple[str, str]] = [] if whole is None else [(whole, text)]
        for cluster in clusters(text) if whole is None else ():
            if (face := self._face_of(style, cluster)) is not None:
                parts.append((face, cluster))
            else:
                parts += [(self._face_of(style, character) or style.face, character) for character in cluster]
        parts = self._with_signs(style, parts)
        rtl = style.rtl or has_rtl(text)
        runs = [(face, "".join([said for _, said in run])) for face, run in groupby(parts, lambda part: part[0])]
        advance, operand, missing = 0.0, "", ""
        for face, said in reversed(runs) if rtl else runs:
            shaped = self._in_face(style, face, said, rtl=rtl)
            if face == style.face:
                operand += shaped.operand
            else:
                there, back = change_of_face(face, self.faces[face].scale), change_of_face(style.face)
                operand += there + shaped.operand + back
            advance, missing = advance + shaped.advance, missing + shaped.missing
        return Shaped(advance, operand, missing)

    def _lender_of_word(self, style: Style, text: str) -> str | None:
        """Who lends a whole word that lacks letters of its own alphabet: two kinds of Latin in a word look odd."""
        lacking = [cluster for cluster in clusters(text) if not self.faces[style.face].covers(cluster)]
        if not lacking or not all(cluster[0].isalpha() and slants(cluster) for cluster in lacking):
            return None
        return self.faces.lender(style.face, text, style.language or self.language)

    def _with_signs(self, style: Style, parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Parts of a word, of which signs beside lent letters are lent, too: brackets go with what is in them."""
        out = list(parts)
        for order in (range(1, len(out)), range(len(out) - 2, -1, -1)):
            for at in order:
                (face, sign), (beside, letters) = out[at], out[at - 1 if order.step > 0 else at + 1]
                lent = beside != style.face and (letters[0].isalpha() or (beside, letters) != parts[at - order.step])
                if face == style.face and lent and not sign[0].isalnum() and self.faces[beside].covers(sign):
                    out[at] = (beside, sign)
        return out

    def _face_of(self, style: Style, cluster: str) -> str | None:
        """The face that shows a cluster: the style's own, or the one that lends it; None if none has it whole."""
        language = style.language or self.language
        if self._is_square(style, cluster):
            # Only a font for their own letters has signs that fill squares.
            square = self.faces.lender(style.face, _IDEOGRAPH, language)
            if square and self.faces[square].covers(cluster):
                return square
        if self.faces[style.face].covers(cluster):
            return style.face
        return self.faces.lender(style.face, cluster, language)

    def _hang(self, style: Style, character: str, table: Mapping[str, float]) -> float:
        share = table.get(character)
        return share * self._sign(style, character) if share else 0.0

    def _sign(self, style: Style, character: str) -> float:
        """The advance of a single character, in points."""
        advance = self._signs.get((style, character))
        if advance is None:
            shaped = self._shape(style, character)
            advance = self._signs[style, character] = shaped.advance * style.size / 1000
        return advance


def _features(style: Style) -> dict[str, bool] | None:
    if not style.features and not style.tracking:
        return None
    features = dict.fromkeys(style.features, True)
    if style.tracking:
        # Letterspaced ligatures would look like typing errors.
        features["liga"] = False
    return features
