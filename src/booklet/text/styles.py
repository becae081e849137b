"""What text looks like: the style of a run, the span of text that has it, and the shape of a paragraph."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.layout.marks import Ink
from booklet.text.formula import Formula

Align: TypeAlias = Literal["justify", "left", "right", "centre"]
"""How lines meet the edges of the measure: "left" is the edge where lines start, "right" the one where they end. In a
book that is read from right to left they change places when the page is turned over (`booklet.layout.mirroring`)."""


NO_LANGUAGE: Final = "zxx"
"""What is in no language, such as code: nothing in it is hyphenated, and its dollars are no formulas' (BCP 47)."""


class Style(NamedTuple):
    """The look of a run: a face by name, its size in points, ink, OpenType features, letterspacing in em/1000.

    `rise` is how far the run stands above the baseline, in points; `language` is the BCP 47 tag of what it says, "" for
    the book's own. `rtl` is for runs that the bidirectional algorithm has found to run from right to left.
    """

    face: str
    size: float
    ink: Ink
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    rise: float = 0.0
    language: str = ""
    rtl: bool = False


class Span(NamedTuple):
    """A stretch of text in one style; `link` is its target ("#anchor" or a URI), `says` describes that link.

    `flows` is for the pieces of a sentence: their direction depends on their neighbours. Any other span stands for
    itself, so that a name between names in other scripts is read in its own direction.

    A span with a `formula` shows that instead of its text, which is the formula's TeX source.
    """

    text: str
    style: Style
    link: str = ""
    says: str = ""
    flows: bool = False
    formula: Formula | None = None


Own: TypeAlias = Literal["", "order", "side"]


class Shape(NamedTuple):
    """How a paragraph is set: alignment, leading in points, indents in points, and whether words may be divided.

    `indent` moves the first line, `hanging` all others. `balanced` makes the lines about equally long, for display
    type; `baseline` is the share of the leading that lies above the baseline. Alignment and indents count from the edge
    where the book's lines start ("left" is that one, "right" the other). A text that has its `own` order runs as
    most of its letters do, instead of as the book does; on its own side, its lines also begin where such lines begin.
    """

    align: Align
    leading: float
    hyphenate: bool = False
    indent: float = 0.0
    hanging: float = 0.0
    balanced: bool = False
    baseline: float = 0.75
    own: Own = ""
