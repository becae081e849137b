"""Where lines may end in scripts that are written without spaces: between characters and, better, between phrases.

Source: W3C, Requirements for Japanese Text Layout, 3.1.7 and 3.1.8 (what no line begins or ends with), 3.2.3 (a quarter
em between Han characters and Latin letters); Unicode Standard Annex #14, classes CJ, CL, EX, IN, NS, OP, SA.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple, Protocol
from unicodedata import category

from booklet.text.scripts import Kind, kind_of

WITHIN_PHRASE: Final = 30.0
"""What it costs to end a justified line within a phrase, in TeX's units: less than a hyphen."""

WITHIN_PHRASE_OF_DISPLAY: Final = 80_000.0
"""What it costs in ragged lines, such as titles: more than any line that is half empty, less than a line more."""

BESIDE_SPACE: Final = 8_000.0
"""What it costs to end a ragged line after a phrase, where the text has a space of full width, a better place."""

WITHIN_WORD: Final = 50.0
"""What it costs to end a line within a Korean word."""

_NEVER_FIRST: Final = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗〟｠»–—…‥％℃‰°′″ゟヿ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ〜～､｡･ｰﾞﾟ"
    ",.:;!?)]}%›ฯๆຯໆ។៕៖ៗ၊။"
)
"""What no line begins with."""

_NEVER_LAST: Final = frozenset("（〔［｛〈《「『【〘〖〝｟«‘“([{‹￥＄£$€¥№＃#")
"""What no line ends with."""

_DASHES: Final = frozenset("—―…‥─")
"""Signs after which a phrase has ended."""

_SPACE: Final = "\u3000"
_PARTING: Final = frozenset(("・", "･", _SPACE))
"""Signs between the words of a name or a title, after which a phrase has ended."""

_PAIRS: Final = frozenset(("……", "‥‥", "——", "――", "──"))
"""What is one sign, though it is two characters."""

_NARROW: Final = frozenset("'\"’”‘“()[]{}.,:;!?-–—/%")
"""Latin signs: no quarter em is put between these and Han characters."""


class Unit(NamedTuple):
    """A stretch that no line ends in, and how it meets the next one.

    `price` is what it costs to end a line after it, None where that is forbidden. `apart` is the space then put between
    the two on a line, and `give` by how much it may grow, in ems.
    """

    text: str
    price: float | None = None
    apart: float = 0.0
    give: float = 0.0


_SPREAD: Final = 0.05
"""By how much the space between two Han characters may grow at adjustment ratio 1, in ems."""

_QUARTER: Final = 0.25


def units(token: str, language: str, *, display: bool = False) -> list[Unit]:
    """Cut a text without spaces where lines may end.

    >>> [unit.text for unit in units("「詩」はGPUで。", "ja")]
    ['「詩」', 'は', 'GPU', 'で。']

    Args:
        token: a text without spaces.
        language: BCP 47 tag; it decides how phrases are told apart.
        display: whether it is a title or the like, whose lines should end after phrases.

    Returns:
        Its units; together they are the token.
    """
    kinds = [kind_of(character) for character in token]
    phrases = _phrase_ends(token, kinds, language)
    out: list[Unit] = []
    start = 0
    for at in range(1, len(token)):
        joint = _joint(token, at, kinds, ends=at in phrases, display=display)
        if joint is not None:
            out.append(joint._replace(text=token[start:at]))
            start = at
    out.append(Unit(token[start:]))
    return out


def seam(before: str, after: str, *, display: bool = False) -> Unit | None:
    """How two texts meet that no space parts, such as one with emphasis and the next: its unit says nothing.

    >>> seam("記録", "と"), seam("いま、", "記録"), seam("a", "b")
    (Unit(text='', price=30.0, apart=0.0, give=0.05), Unit(text='', price=0.0, apart=0.0, give=0.05), None)
    """
    pair = before[-1:] + after[:1]
    if len(pair) < 2 or pair.isspace():
        return None
    return _joint(pair, 1, [kind_of(sign) for sign in pair], ends=category(pair[0])[0] == "P", display=display)


def _joint(token: str, at: int, kinds: Sequence[Kind], *, ends: bool, display: bool) -> Unit | None:
    """How what is before a place meets what is behind it; None if they hang together."""
    before, after = token[at - 1], token[at]
    one, other = kinds[at - 1], kinds[at]
    if not (one or other) or category(after)[0] == "M" or after in "\u200d\u2060" or before in "\u200d\u2060":
        return None
    if after in _NEVER_FIRST or before in _NEVER_LAST or before + after in _PAIRS:
        return None
    ends = ends or before in _DASHES or before in _PARTING
    within = WITHIN_PHRASE_OF_DISPLAY if display else WITHIN_PHRASE
    if one == other == "han":
        end = BESIDE_SPACE if display and before != _SPACE and _SPACE in token else 0.0
        return Unit("", end if ends else within, 0.0, _SPREAD)
    if "han" in (one, other) and "" in (one, other):
        latin = before if one == "" else after
        apart = 0.0 if latin in _NARROW or not (latin.isalnum() or category(latin) == "Sc") else _QUARTER
        return Unit("", 0.0 if ends else within, apart if _is_letter(before) and _is_letter(after) else 0.0, _SPREAD)
    if one == other == "loose":
        return Unit("", 0.0, 0.0, _SPREAD) if ends else None
    if one == other == "hangul":
        return Unit("", within if display else WITHIN_WORD)
    if "" in (one, other):
        return None
    return Unit("", 0.0)


def _is_letter(character: str) -> bool:
    return category(character)[0] in "LN" or category(character) == "Sc"


def _phrase_ends(token: str, kinds: Sequence[Kind], language: str) -> set[int]:
    """Where phrases end in a token, as far as its Han and kana, or letters of scripts without spaces, tell."""
    ends: set[int] = set()
    for kind in ("han", "loose"):
        if kinds.count(kind) < len(token) / 2 or len(token) == 1:
            continue
        ends.update(accumulate(len(phrase) for phrase in _phrases(token, kind, language)))
    return ends


class _Parser(Protocol):
    def parse(self, sentence: str) -> list[str]: ...


def _phrases(text: str, kind: Kind, language: str) -> list[str]:
    if kind == "loose":
        thai = any("\u0e01" <= character <= "\u0e5b" for character in text)
        return _parser("thai").parse(text) if thai else _clusters(text)
    tag = language.lower()
    if tag.startswith("zh"):
        traditional = any(part in {"hant", "tw", "hk", "mo"} for part in tag.split("-"))
        return _parser("traditional_chinese" if traditional else "simplified_chinese").parse(text)
    kana = any("\u3041" <= character <= "\u30ff" for character in text)
    return _parser("japanese" if kana or tag.startswith("ja") else "simplified_chinese").parse(text)


@lru_cache(maxsize=4)
def _parser(name: str) -> _Parser:
    # Imported here because few books hold such scripts.
    import budoux  # noqa: PLC0415

    parser: _Parser = getattr(budoux, f"load_default_{name}_parser")()
    return parser


def _clusters(text: str) -> list[str]:
    """A text of a script for which no model of words is known, as letters with their marks."""
    out: list[str] = []
    for character in text:
        joined = out and (category(character)[0] == "M" or out[-1][-1] in "\u17d2\u1039\u200d")
        if joined:
            out[-1] += character
        else:
            out.append(character)
    return out
