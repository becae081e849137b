"""What a formula consists of, as TeX sees it: atoms of eight kinds in a row, and what they are built of."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["ord", "op", "bin", "rel", "open", "close", "punct", "inner"]
"""The classes of atoms, which decide the space between them (D. E. Knuth, The TeXbook, chapter 18)."""


class FormulaError(Exception):
    """A formula that cannot be set: `what` says why."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Sign(NamedTuple):
    """One character as it is shown, with its alphabet: 𝑥, ℝ, +."""

    text: str


class Words(NamedTuple):
    """Upright text: the name of a function, or what is not mathematics."""

    text: str


class Space(NamedTuple):
    """White that the author asks for, in ems."""

    ems: float


class Allowed(NamedTuple):
    """A place where a line may end, at a price."""

    penalty: float


class Manner(NamedTuple):
    """A change of style that holds to the end of the row: 0 for displays, 1 text, 2 scripts, 3 scripts of scripts."""

    level: int


class Group(NamedTuple):
    """A row in braces."""

    row: Row


class Fraction(NamedTuple):
    """One over another; `ruled` if with a bar. `level` is the style asked for, -1 for the usual one."""

    above: Row
    below: Row
    ruled: bool = True
    level: int = -1


class Root(NamedTuple):
    """A root and its degree, which is empty for square roots."""

    row: Row
    degree: Row


class Accent(NamedTuple):
    """A row under an accent, which is as wide as that if `wide`."""

    row: Row
    sign: str
    wide: bool = False


class Bar(NamedTuple):
    """A row with a rule over or under it."""

    row: Row
    over: bool


class Brace(NamedTuple):
    """A row with a sign over or under it that is as wide: a brace, an arrow."""

    row: Row
    sign: str
    over: bool


class Fenced(NamedTuple):
    """Rows between signs that are as high: one more sign than rows; "" for none."""

    signs: tuple[str, ...]
    rows: tuple[Row, ...]


class Sized(NamedTuple):
    """A sign of a stated height, in ems."""

    text: str
    ems: float


class Stack(NamedTuple):
    """A row with others over and under it, in the style of scripts."""

    row: Row
    over: Row
    under: Row


class Arrow(NamedTuple):
    """An arrow that is as long as what stands over and under it."""

    sign: str
    over: Row
    under: Row


class Table(NamedTuple):
    """Cells in rows. `align` has a letter a column and begins again when there are more columns.

    `gaps` are the spaces between columns in ems, which begin again, too; `leading` is the usual distance of baselines,
    `level` the style of the cells.
    """

    rows: tuple[tuple[Row, ...], ...]
    align: str = "c"
    gaps: tuple[float, ...] = (1.0,)
    leading: float = 1.2
    level: int = 1


class Phantom(NamedTuple):
    """The room that a row takes, without what it shows; only across or only along if not both."""

    row: Row
    across: bool = True
    along: bool = True


class Smash(NamedTuple):
    """A row that takes no height."""

    row: Row


class Struck(NamedTuple):
    """A sign with a slash through it."""

    text: str


class Boxed(NamedTuple):
    """A row in a frame."""

    row: Row


Nucleus: TypeAlias = (
    Sign | Words | Group | Fraction | Root | Accent | Bar | Brace | Fenced | Sized | Stack | Arrow | Table
    | Phantom | Smash | Struck | Boxed
)  # fmt: skip


class Atom(NamedTuple):
    """A nucleus with its scripts. `limits` says whether an operator's scripts stand over and under it.

    None means that they do so in displays.
    """

    kind: Kind
    nucleus: Nucleus
    sub: Row | None = None
    sup: Row | None = None
    limits: bool | None = False


Item: TypeAlias = Atom | Space | Allowed | Manner
Row: TypeAlias = "tuple[Item, ...]"
"""What stands side by side."""
