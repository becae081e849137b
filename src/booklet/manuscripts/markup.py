"""Texts of other systems (HTML, Markdown, plain text with hard line ends) become ours.

`one_line` gives titles and names; `paragraphs` gives our Markdown: paragraphs on a line each, parted by empty lines,
items of lists on lines that begin with "- " (or a number), *emphasis*, **strong** and [links](https://…).
"""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser
from typing import Final

_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|table|tr|td|th|thead|tbody|sup|sub|code|pre|blockquote|"
    r"font|img|hr|"
    r"small|big|tt|cite|dl|dt|dd|center|section|article|s|del|ins|abbr|q|kbd|var|figure|figcaption|script|style|"
    r"wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_MATHS: Final = re.compile(
    r"\$\$[^$]{1,4000}\$\$|(?<![\\$])\$(?=\S)[^$\n]{1,600}(?<=\S)\$(?![0-9$])|\\\([^\n]{1,600}?\\\)|\\\[.{1,4000}?\\\]",
    re.DOTALL,
)
_HIDDEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BIDI: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SAME: Final = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\u2028": "\n",
        "\u2029": "\n\n", "\u0085": "\n", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st",
    }
)  # fmt: skip
_ITEM: Final = re.compile(r"[ \t]*(?:(?P<bullet>[-*•‣◦▪·●○–—+])|(?P<number>[0-9]{1,2})[.)])[ \t]+(?=\S)")
_HYPHENATED: Final = re.compile(r"(?P<head>[^\W\d_]{2,})-\n[ \t]*(?P<tail>[^\W\d_]+)")
_SUPERSCRIPTS: Final = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPTS: Final = str.maketrans("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")
_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def one_line(text: str) -> str:
    """A title, a name or a room: one line, without tags, marks and entities; maths stays as it is.

    >>> one_line("Deep &amp;amp; wide<br> <i>learning</i>"), one_line("On <dev> and a<b")
    ('Deep & wide learning', 'On <dev> and a<b')
    """
    if not text:
        return ""
    text = _unescaped(text)
    if _TAG.search(text):
        text = _Text(marks=False).read(text)
    text = _BIDI.sub("", _clean(text)) if _BIDI.search(text) else _clean(text)
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    r"""An abstract, a biography or a note as our Markdown.

    HTML loses its tags and keeps what they mean. In plain text single line ends are those of an editor, and join; an
    empty line parts paragraphs; lines that begin with a bullet or a number are items. A word that was divided at the
    end of a line is joined only where the whole word stands elsewhere in the text.

    >>> paragraphs("We ask:<ul><li>why</li><li><em>how</em></li></ul>")
    'We ask:\n\n- why\n- *how*'
    >>> paragraphs("First line\nsecond.\n\n* one\n* two")
    'First line second.\n\n- one\n- two'
    """
    if not text or not text.strip():
        return ""
    text = _unescaped(text)
    text = _Text(marks=True).read(text) if _TAG.search(text) else _plain(_clean(text))
    return _balanced(text)


def _unescaped(text: str) -> str:
    """Entities as characters; those of text that was escaped twice, too."""
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            break
        if _TAG.search(text) and not re.search(r"&(?:amp|lt);", text):
            break  # the parser does it
        once = html.unescape(text)
        if _TAG.search(text) and not _ESCAPED_MARKUP.search(text):
            break
        text = once
    return text


_ESCAPED_MARKUP: Final = re.compile(
    r"&lt;/?(?:p|br|div|ul|li|b|i|em|strong|a|span)\b|&amp;(?:[a-z]{2,8}|#[0-9]{1,6});", re.IGNORECASE
)


def _clean(text: str) -> str:
    """Characters that mean the same made the same, and what nobody sees taken out."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _HIDDEN.sub("", text)
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text.translate(_SAME)))


def _balanced(text: str) -> str:
    """Directional controls that close what they open may stay in running text; others are taken out."""
    if not _BIDI.search(text):
        return text
    opened = sum(text.count(sign) for sign in "\u202a\u202b\u202d\u202e")
    isolates = sum(text.count(sign) for sign in "\u2066\u2067\u2068")
    if opened == text.count("\u202c") and isolates == text.count("\u2069"):
        return text
    return _BIDI.sub("", text)


def _plain(text: str) -> str:
    """Plain text or Markdown: soft line ends joined, paragraphs and items kept."""
    text = _joined_words(text)
    blocks: list[str] = []
    for block in re.split(r"\n[ \t]*\n\s*", text.strip()):
        items: list[str] = []
        listed = False
        for line in block.split("\n"):
            found = _ITEM.match(line)
            if found and (listed or _begins_list(block)):
                items.append(
                    f"{found['number']}. {line[found.end() :].strip()}"
                    if found["number"]
                    else f"- {line[found.end() :].strip()}"
                )
                listed = True
            elif items:
                items[-1] = f"{items[-1]} {line.strip()}".strip()
            else:
                items.append(line.strip())
        blocks += _parted(items)
    return "\n\n".join(
        " ".join(part.split(" ")) if "  " not in part else re.sub(" {2,}", " ", part) for part in blocks if part
    )


def _begins_list(block: str) -> bool:
    """Whether a block has items: one that is introduced, or several."""
    return sum(bool(_ITEM.match(line)) for line in block.split("\n")) > 1 or bool(_ITEM.match(block))


def _parted(lines: list[str]) -> list[str]:
    """The items of a block are one piece, and what stands before them another."""
    first = next((at for at, line in enumerate(lines) if re.match(r"- |[0-9]{1,2}\. ", line)), None)
    if first is None:
        return [" ".join(lines)]
    return ([" ".join(lines[:first])] if first else []) + ["\n".join(lines[first:])]


def _joined_words(text: str) -> str:
    """Words that were divided at line ends: joined if the whole word stands elsewhere, else left with their hyphen."""
    if "-\n" not in text:
        return text
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text)}

    def join(found: re.Match[str]) -> str:
        whole = found["head"] + found["tail"]
        sure = whole.casefold() in words and found["tail"][0].islower()
        return whole if sure else f"{found['head']}-{found['tail']}"

    return _HYPHENATED.sub(join, text)


_BLOCKS: Final = frozenset(
    "p div section article blockquote center figure dl dd dt table tr hr pre h1 h2 h3 h4 h5 h6 ul ol li".split(" ")
)
_SILENT: Final = frozenset({"script", "style"})


class _Text(HTMLParser):
    """Collects blocks of text; `marks` keeps emphasis and links."""

    def __init__(self, *, marks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._marks = marks
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._lists: list[int] = []
        self._item = ""
        self._silent = 0
        self._links: list[tuple[str, int]] = []
        self._script: list[tuple[str, int]] = []

    def read(self, text: str) -> str:
        """The text of a piece of HTML."""
        self.feed(_protected(text))
        self.close()
        self._flush()
        if not self._marks:
            return " ".join(self._blocks)
        out = ""
        for block in self._blocks:
            item = re.match(r"- |[0-9]{1,3}\. ", block)
            last = out.rsplit("\n", 1)[-1]
            joint = "\n" if item and re.match(r"- |[0-9]{1,3}\. ", last) else "\n\n"
            out = f"{out}{joint}{block}" if out else block
        return out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._flush()
            if tag in {"ul", "ol"}:
                self._lists.append(1 if tag == "ol" else 0)
            elif tag == "li":
                self._begin_item()
        elif tag in {"td", "th"} and self._words:
            self._words.append(" · ")
        elif tag == "img":
            self._words.append(dict(attrs).get("alt") or "")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._words)))
        elif tag in {"sup", "sub"}:
            self._script.append((tag, len(self._words)))
        elif self._marks and tag in _EMPHASIS:
            self._words.append(f"{_OPENS}{_EMPHASIS[tag]}")

    def _begin_item(self) -> None:
        number = self._lists[-1] if self._lists else 0
        self._item = f"{number}. " if number else "- "
        if number:
            self._lists[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._flush()
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag in {"sup", "sub"} and self._script:
            self._end_script(*self._script.pop())
        elif self._marks and tag in _EMPHASIS:
            self._words.append(f"{_CLOSES}{_EMPHASIS[tag]}")

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self._silent:
            self._words.append(_LITERAL.sub(r"\\*", data) if self._marks and "*" in data else data)

    def _break(self) -> None:
        """A line break parts items of a list that is made by hand; elsewhere it is a space."""
        line = "".join(self._words)
        if self._marks and _ITEM.match(_unmarked(line)):
            self._flush()
        self._words.append("\n")

    def _end_link(self, target: str, start: int) -> None:
        said = _unmarked("".join(self._words[start:])).strip()
        if not self._marks or not said or not _WEB.match(target) or re.search(r"[\s()<>\[\]]", target):
            return
        del self._words[start:]
        plain = said.rstrip("/").casefold()
        same = plain in {
            target.rstrip("/").casefold(),
            re.sub(r"^https?://(?:www\.)?", "", target).rstrip("/").casefold(),
        }
        self._words.append(target if same else f"[{said}]({target})")

    def _end_script(self, tag: str, start: int) -> None:
        said = "".join(self._words[start:])
        if not said or _MATHS.search(said):
            return
        table = _SUPERSCRIPTS if tag == "sup" else _SUBSCRIPTS
        raised = said.translate(table)
        known = all(ord(sign) in table for sign in said)
        del self._words[start:]
        ordinal = tag == "sup" and said.strip() in {"st", "nd", "rd", "th", "er", "e", "o", "a"}
        self._words.append(raised if known else said if ordinal else f"{'^' if tag == 'sup' else '_'}{said}")

    def _flush(self) -> None:
        text = _clean("".join(self._words))
        self._words = []
        self._links, self._script = [], []
        for part in self._items_by_hand(text):
            body = _emphasised(" ".join(part.split()))
            if body:
                self._blocks.append(f"{self._item}{body}")
                self._item = ""

    def _items_by_hand(self, text: str) -> list[str]:
        """A paragraph with line breaks before bullets, as people make lists who do not know of lists."""
        lines = text.split("\n")
        if not self._marks or sum(bool(_ITEM.match(_unmarked(line))) for line in lines) < 2:
            return [text]
        out: list[str] = []
        for line in lines:
            found = _ITEM.match(line)
            if found:
                out.append(f"- {line[found.end() :]}" if found["bullet"] else line)
            elif out:
                out[-1] += f" {line}"
            else:
                out.append(line)
        return out


_EMPHASIS: Final = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
_OPENS: Final = "\ufdd0"
_CLOSES: Final = "\ufdd1"
"""Characters that stand for no character (Unicode, 23.7): no text holds them, so they can mark what tags emphasise."""

_PAIRS: Final = re.compile("\ufdd0(?P<sign>\\*{1,2})(?P<text>[^\ufdd0\ufdd1]*)\ufdd1(?P=sign)")
_LITERAL: Final = re.compile(r"(?<![\w*\\])\*(?=[^\s*])")
"""An asterisk that would be taken for the beginning of emphasis."""


def _unmarked(text: str) -> str:
    return re.sub("[\ufdd0\ufdd1]\\*{1,2}", "", text)


def _emphasised(text: str) -> str:
    """Marks of emphasis put close to the words that they are for; those that match nothing taken out."""

    def mark(found: re.Match[str]) -> str:
        words = found["text"]
        bare = words.strip()
        if not bare or not re.search(r"\w", bare):
            return words
        before = " " if words[0] == " " else ""
        after = " " if words[-1] == " " else ""
        return f"{before}{found['sign']}{bare}{found['sign']}{after}"

    for _ in range(3):
        if _OPENS not in text and _CLOSES not in text:
            return text
        text = _PAIRS.sub(mark, text)
    return " ".join(_unmarked(text).replace(_OPENS, "").replace(_CLOSES, "").split())


def _protected(text: str) -> str:
    """What looks like a tag and is none, made safe for the parser: <dev>, a<b, maths."""
    text = (
        _MATHS.sub(lambda found: found[0].replace("&", "&amp;").replace("<", "&lt;"), text)
        if "$" in text or "\\" in text
        else text
    )
    return _NO_TAG.sub("&lt;", text.replace(_OPENS, "").replace(_CLOSES, ""))


_NO_TAG: Final = re.compile(rf"<(?!{_TAG.pattern[1:]}|!--)", re.IGNORECASE)
