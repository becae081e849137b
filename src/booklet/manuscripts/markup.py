r"""Texts of other systems (HTML, Markdown, plain text with hard line ends) become ours.

Ours is a small Markdown: paragraphs on a line each, parted by empty lines; items of lists on lines that begin with "- "
or their number; *emphasis*, **strong**, [links](https://example.org), `code`, x^2^ and H~2~O, blocks of code between
lines of three backticks; and `\*`, `\^{}`, `\~{}` or `` \`{} `` for a sign that is no mark. TeX is read.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from booklet.manuscripts.characters import LITERAL_STAR, LITERALS, PLAIN_SIGNS, decoded, tidied, unwrapped
from booklet.manuscripts.html_lines import lines_of_html
from booklet.manuscripts.links import web_link
from booklet.manuscripts.preformatted import without_code
from booklet.manuscripts.softbreaks import joined, paragraphs_of
from booklet.manuscripts.tags import is_html
from booklet.markdown import CODE, SUBSCRIPT, SUPERSCRIPT
from booklet.model.tex import untexed

_SIMPLE: Final = re.compile(r"[A-Za-z0-9 ,.:;?!()/'\"-]*")
_MATHS: Final = re.compile(
    r"\$\$[^$]{1,4000}\$\$"
    r"|(?<![\\$])\$(?=[^\s$])(?:[^$\\\n]|\\.|\n(?!\s*\n)){1,600}(?<=\S)\$(?![0-9$])"
    r"|\\\((?:[^\\]|\\[^()]){1,600}\\\)"
    r"|\\\[(?:[^\\]|\\[^\[\]]){1,4000}\\\]"
)
_LINE_END: Final = re.compile(r" *\n\s*")
_PRIVATE: Final = re.compile("[\U000f0000-\U000ffffd]")
_ESCAPED_TAG: Final = re.compile(
    r"(?:<|&(?:amp;)?lt;)/?(?:p|br|div|li|ul|ol|em|strong|span|a|td|tr|h[1-6]|code|pre|sup|sub)\b", re.IGNORECASE
)

_IMAGE: Final = re.compile(r"!\[(?P<text>[^\[\]\n]{0,400})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,400}\")?\)")
_LINK: Final = re.compile(
    r"\[(?P<text>[^\[\]\n]{1,400})\]"
    r"\((?P<target>[^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,4})(?:\s+\"[^\"\n]{0,400}\")?\)"
)
_TARGET: Final = re.compile(r"(?:https?:|mailto:|tel:|[./#])|[^:]*[./]", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"<(https?://[^<>\s]{1,2000})>", re.IGNORECASE)
_EMPHASISED: Final = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[\w\"'“‘(\[])([^*\n]+)(?<=[^\s*\\])\1(?![\w*])")
_MARKED: Final = re.compile(rf"{CODE}|{SUPERSCRIPT}|{SUBSCRIPT}")
_ADDRESS_OR_LITERAL: Final = re.compile(rf"https?://\S+|(\\?)([{''.join(LITERALS.values())}])(?P<more>[\w`{{]?)")
_SIGNS: Final = {literal: sign for sign, literal in LITERALS.items()}
_OPENING: Final = re.compile(rf"(?:(?<=[\s(\[{{\"'“‘«„¿¡—–/-])|^){LITERAL_STAR}(?=[^\s])", re.MULTILINE)

_FIRST_PLACEHOLDER: Final = 0xF0000
_PLACEHOLDERS: Final = 0xFFFD
"""Formulas are stood in for by characters of the Supplementary Private Use Area-A while texts are read."""

_BLOCKS: Final = 0x100000
"""Blocks of code are stood in for by those of the Supplementary Private Use Area-B."""


def one_line(text: str) -> str:
    r"""A title, a name or a room: one line, without tags, marks and links; maths stays as it is.

    >>> one_line("Deep &amp;amp; <i>wide</i><br>\nlearning of $a<b$"), one_line("On <dev> and a<b")
    ('Deep & wide learning of $a<b$', 'On <dev> and a<b')
    """
    if _SIMPLE.fullmatch(text):
        return " ".join(text.split())
    masked = _masked(tidied(text))
    plain = _shown(masked.text, marks=False)
    if "*" in plain:
        plain = _EMPHASISED.sub(r"\2", plain).replace("\\*", "*")
    return unwrapped(untexed(masked.restored(joined(plain.split("\n"))), marks=False))


def paragraphs(text: str) -> str:
    r"""An abstract, a biography or a note, as our Markdown.

    HTML loses its tags, and keeps what they mean. In plain text and Markdown, single line ends are those of an editor,
    and join; an empty line parts paragraphs; lines that begin with a bullet or a number are items.

    >>> paragraphs("<p>We ask:</p><ul><li>why</li><li><em>how</em></li></ul>")
    'We ask:\n\n- why\n- *how*'
    >>> paragraphs("First line\nsecond.\n\n* one\n* two")
    'First line second.\n\n- one\n- two'
    """
    if _SIMPLE.fullmatch(text) and text.lstrip()[:1].isalpha():
        return " ".join(text.split())
    text, blocks = without_code(tidied(text), _BLOCKS)
    masked = _masked(text)
    set_out = paragraphs_of(_shown(masked.text, marks=True))
    if any(literal in set_out for literal in _SIGNS):
        set_out = "\n".join([_with_literals(line) for line in set_out.split("\n")])
    return blocks.restored(untexed(masked.restored(set_out), marks=True))


class _Masked(NamedTuple):
    """A text whose formulas are stood in for by single characters."""

    text: str
    formulas: tuple[str, ...] = ()

    def restored(self, text: str) -> str:
        """A text with the formulas put back."""
        if not self.formulas:
            return text
        return text.translate({_FIRST_PLACEHOLDER + at: formula for at, formula in enumerate(self.formulas)})


def _masked(text: str) -> _Masked:
    """Take formulas out of the way: nothing in them is a tag, emphasis or a word to divide.

    They stay as they are, but for their line ends, since a paragraph is one line, and for entities, which no TeX has.
    """
    if not ("$" in text or "\\(" in text or "\\[" in text) or _PRIVATE.search(text):
        return _Masked(text)
    formulas: list[str] = []

    def mask(found: re.Match[str]) -> str:
        if len(formulas) >= _PLACEHOLDERS or _ESCAPED_TAG.search(found[0]):
            return found[0]
        formulas.append(_LINE_END.sub(" ", decoded(found[0])))
        return chr(_FIRST_PLACEHOLDER + len(formulas) - 1)

    return _Masked(_MATHS.sub(mask, text), tuple(formulas))


def _shown(text: str, *, marks: bool) -> str:
    """What a reader of a text would see, with its line ends: tags, entities and links read."""
    if "&" in text:
        text = _unescaped(text)
    if is_html(text):
        text = lines_of_html(text, marks=marks)
    if "](" in text:
        text = _LINK.sub(lambda found: _linked(found, marks=marks), _IMAGE.sub(lambda found: found["text"], text))
    return _ADDRESS.sub(r"\1", text) if "<http" in text else text


def _unescaped(text: str) -> str:
    """A text with its entities read, unless it is HTML, whose entities are read apart from its tags.

    Some systems escape HTML once or twice too often; so the tags that come to light are tags.
    """
    for _ in range(3):
        if is_html(text):
            break
        once = decoded(text, times=1)
        if once == text:
            break
        text = once
    return text


def _linked(found: re.Match[str], *, marks: bool) -> str:
    """A link of Markdown: kept if it leads into the web, and only its text otherwise."""
    if not _TARGET.match(found["target"]):
        return found[0]
    return web_link(found["text"], found["target"] if marks else "")


def _with_literals(line: str) -> str:
    """A line of HTML with its own signs, those escaped that would be taken for marks, or for escapes."""
    if "*" in line:
        line = line.replace(LITERAL_STAR, "\\*")
    elif line.count(LITERAL_STAR) > 1:
        line = _OPENING.sub(r"\\*", line)
    # A sign stands for a sign, so that both have the same places.
    plain = line.translate(PLAIN_SIGNS)
    misread = {
        line[at]
        for found in _MARKED.finditer(plain)
        for at in range(*found.span())
        if line[at] != plain[at] and plain[at] != "*"
    }

    def sign(found: re.Match[str]) -> str:
        if not found[2]:
            return found[0].translate(PLAIN_SIGNS)
        said = _SIGNS[found[2]]
        more = found["more"]
        # Before a letter or a brace, a backslash and a sign are TeX's accent.
        if not (found[2] in misread or (found[1] and (said == "*" or not more))):
            return f"{found[1]}{said}{more}"
        return f"{found[1]}\\{said}{'' if said == '*' else '{}'}{more}"

    return _ADDRESS_OR_LITERAL.sub(sign, line)
