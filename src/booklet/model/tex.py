r"""TeX's accents, letters and marks in texts become characters, and the marks of our small Markdown.

Many write their abstracts in TeX, and systems hand them on as they are. Only what is surely TeX is read: exact
commands, by TeX's rule that the name of a command is as many letters as follow. Formulas, code, addresses and paths
stay, and so does what is not known.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from booklet.markdown import CODE, FORMULA, SUBSCRIPT, as_code, as_script
from booklet.patterns import Later

_LITERAL: Final = rf"(?P<formula>{FORMULA})|(?P<literal>{CODE}|https?://[^\s{{}}\\]*)"
_ACCENTS: Final = dict(
    zip(
        "`'^~\"=.cvHkurdbt",
        "\u0300\u0301\u0302\u0303\u0308\u0304\u0307\u0327\u030c\u030b\u0328\u0306\u030a\u0323\u0331\u0361",
        strict=True,
    )
)
_LETTERS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "th": "þ", "TH": "Þ",
    "LaTeX": "LaTeX", "TeX": "TeX", "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—",
}  # fmt: skip
_BASE: Final = r"\\[ij](?![A-Za-z])|[^\W\d_]"
_NAMES: Final = "|".join(sorted(_LETTERS, key=len, reverse=True))
_READ: Final = Later(
    rf"{_LITERAL}"
    r"|(?P<path>(?<![A-Za-z])[A-Za-z]:\\\S*|\\\\[A-Za-z0-9._$-]+\\\S*|\\\\)"
    r"|(?P<quoted>(?<![\w}])\\(?P<quote>[\"'])(?=\w)[^\\\n]{1,300}(?<=[\w.,;:!?)])\\(?P=quote)(?![\w{\\])"
    r"|(?<=\w)\\'(?:s|t|d|m|re|ve|ll)(?![^\W\d_]))"
    rf"|(?P<brace>\{{)?\\(?:(?P<sign>[`'^\"~=.])"
    rf"(?: ?\{{ *(?P<inner>{_BASE}) *\}}|(?P<bare>\\[ij](?![A-Za-z]) ?|[^\W\d_]))"
    rf"|(?P<accent>[cvHkurdbt])(?: ?\{{ *(?P<under>{_BASE}|(?<=t\{{)[^\W\d_]{{2}}) *\}}| (?P<after>[^\W\d_]))"
    rf"|(?P<name>{_NAMES})(?![A-Za-z])(?:\{{\}}| (?=[^\W\d_]))?)(?(brace)\}})"
    r"|\\(?P<symbol>[&%_#{}])|\\(?P<dollar>\$)"
    r"|(?<=[\w.}])\\(?P<space>[ ,])(?=[\w(])|(?<=[a-z])\\(?P<hyphen>-)(?=[a-z])"
    r"|(?P<known>\\(?:cite[a-z]{0,12}|ref|eqref|autoref|label|emph|text[a-z]{2,12}|href|url)(?![A-Za-z]))"
)
_COMMAND: Final = Later(
    rf"{_LITERAL}"
    r"|\\href ?\{(?P<target>[^{}\s]{1,2000})\} ?\{(?P<said>[^{}]{1,400})\}"
    r"|(?:\\(?P<command>emph|text(?:it|sl|bf|tt|sc|rm|sf|up|normal|superscript|subscript)|underline|mbox|url) ?\{"
    r"|\{\\(?P<switch>em|it|sl|bf|tt|sc|rm) )(?P<argument>[^{}]{1,2000})\}"
)
_UNICODE: Final = {
    "superscript": str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"),
    "subscript": str.maketrans("0123456789()", "₀₁₂₃₄₅₆₇₈₉₍₎"),
}
"""Where there are no marks, figures that are raised or lowered are characters of their own."""

_BARE_SIGN: Final = re.compile(r"\\([`^~])\{\}")
_TIE: Final = Later(rf"{_LITERAL}|(?P<script>{SUBSCRIPT})|(?P<tie>(?<=[\w.,:;)\]}}'’”$*])~(?=[\w\\$(\[“`'\"{{]))")
_UNREAD: Final = Later(
    rf"{_LITERAL}|(?P<unread>\\[A-Za-z]{{2,30}}\*?(?:\[[^\[\]\n]{{0,80}}\])?\{{[^{{}}\n]{{0,80}}\}})"
)
_CONTROL_WORD: Final = re.compile(r"\\[A-Za-z]")
_OPENS_AFTER: Final = frozenset("([{\"'“‘«„‚‹¿¡—–/-")
_DEEPEST: Final = 4
"""So deep commands are read in one another."""

_DOTTED: Final = frozenset("zZeEgGI")
"""What a dot is put over without braces; `\\.com` is the end of a pattern more often than an accent."""


def untexed(text: str, *, marks: bool) -> str:
    r"""A text with its TeX read.

    >>> untexed(r"Erd\H{o}s, {\"O}zg\"ur, Stra\ss e, Fran\c cois, 5\%", marks=False)
    'Erdős, Özgür, Straße, François, 5%'
    >>> untexed(r"\emph{so}~it is, $\"o$, C:\o\x, \cite{a}", marks=True)
    '*so*\xa0it is, $\\"o$, C:\\o\\x, \\cite{a}'

    Args:
        text: it may hold anything.
        marks: whether `\emph` and its like become marks of Markdown; else they only go.
    """
    if "\\" not in text:
        return text
    reading = _Reading(marks=marks)
    text = _READ.pattern.sub(reading.character, text)
    for _ in range(_DEEPEST):
        if "{" not in text or "\\" not in text:
            break
        before, text = text, _COMMAND.pattern.sub(reading.command, text)
        if before == text:
            break
    if reading.sure and "~" in text:
        text = _TIE.pattern.sub(lambda found: "\u00a0" if found["tie"] else found[0], text)
    return text if marks else _BARE_SIGN.sub(r"\1", text)


def unread(text: str) -> list[str]:
    r"""The commands of TeX in a text that stay as they are.

    >>> unread(r"as in \cite{Knuth}, $\frac{1}{2}$")
    ['\\cite{Knuth}']
    """
    return [found[0] for found in _UNREAD.pattern.finditer(text) if found["unread"]] if "\\" in text else []


class _Reading:
    """What has been learnt while a text is read: whether it is `sure` that it is TeX."""

    def __init__(self, *, marks: bool) -> None:
        self._marks = marks
        self.sure = False

    def character(self, found: re.Match[str]) -> str:
        """An accent, a letter or a sign as a character."""
        if found["formula"] or found["known"]:
            self.sure = self.sure or bool(found["known"] or _CONTROL_WORD.search(found[0]))
            return found[0]
        if found["literal"] or found["path"] or found["quoted"]:
            return found[0]
        if found["sign"] or found["accent"]:
            read = _accented(found)
        elif found["name"]:
            read = _LETTERS[found["name"]]
        elif found["symbol"]:
            return found["symbol"]
        elif found["dollar"]:
            return "$" if found.string.count("$") == 1 else found[0]
        else:
            read = "\u00ad" if found["hyphen"] else " " if found["space"] == " " else "\u202f"
        self.sure = self.sure or read != found[0]
        return read

    def command(self, found: re.Match[str]) -> str:
        """A command as a mark, if it may be one where it stands."""
        if found["formula"] or found["literal"]:
            return found[0]
        self.sure = True
        before = found.string[max(0, found.start() - 1) : found.start()]
        after = found.string[found.end() : found.end() + 1]
        if found["said"]:
            web = self._marks and found["target"].lower().startswith(("http://", "https://", "mailto:"))
            bracketed = set(found["said"]) & set("[]\n")
            return f"[{found['said']}]({found['target']})" if web and not bracketed else found["said"]
        text, name = found["argument"], (found["command"] or found["switch"]).removeprefix("text")
        if not self._marks and name in _UNICODE and not text.strip("0123456789()"):
            return text.translate(_UNICODE[name])
        if not self._marks or not text.strip():
            return text
        if name == "tt":
            return as_code(text, before, after) or text
        if name in {"superscript", "subscript"}:
            sign = "^" if name == "superscript" else "~"
            return as_script(text, sign, before, after) or f"{'^' if sign == '^' else '_'}{text}"
        mark = {"emph": "*", "em": "*", "it": "*", "sl": "*", "bf": "**"}.get(name, "")
        begins = not before or before.isspace() or before in _OPENS_AFTER
        ends = not (after.isalnum() or after in {"_", "*"})
        return _around(text, mark) if begins and ends and _holds(text.strip(), mark) else text


def _around(text: str, mark: str) -> str:
    """A text between marks, on one line, the spaces at its ends outside of them."""
    bare = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{' '.join(bare.split()) if mark else bare}{mark}{after}"


def _holds(text: str, mark: str) -> bool:
    """Whether a text may stand between marks: those within it are others, and the whole of it or away from its ends."""
    inner = text.strip("*")
    whole = {text[: (len(text) - len(inner)) // 2], text[len(text) - (len(text) - len(inner)) // 2 :]}
    within = mark not in re.findall(r"\*+", inner) and "***" not in inner
    return (
        bool(mark)
        and "\n\n" not in text
        and within
        and whole <= {"", "*" if mark == "**" else "**"}
        and len(whole) == 1
    )


def _accented(found: re.Match[str]) -> str:
    """A letter with its accent, or what stands there if no language has such a letter."""
    sign = found["sign"] or found["accent"]
    braced = found["inner"] or found["under"]
    base = (braced or found["bare"] or found["after"]).strip().lstrip("\\")
    if sign == "t":
        return f"{base[0]}{_ACCENTS[sign]}{base[1]}" if len(base) == 2 else found[0]
    if found["after"] and not found["brace"]:
        before = found.string[max(0, found.start() - 1) : found.start()]
        if not (before.isalpha() or base.isupper()):
            return found[0]
    if sign == "." and not braced and not found["brace"] and base not in _DOTTED:
        return found[0]
    letter = unicodedata.normalize("NFC", base + _ACCENTS[sign])
    return letter if len(letter) == 1 or (found["accent"] and braced) else found[0]
