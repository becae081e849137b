"""Markdown, reStructuredText and plain text become a page: line by line, with pieces of HTML read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from booklet.agendas.furniture import without_furniture
from booklet.agendas.hypertext import read_hypertext
from booklet.agendas.inline import without_marks
from booklet.agendas.page import Block, Line, Page, Table
from booklet.agendas.plaintables import (
    BORDER,
    SIMPLE,
    Raw,
    begins_with_time,
    cells_of,
    continued,
    continues_row,
    grid_table,
    joined_rows,
    simple_end,
    simple_table,
)
from booklet.agendas.sections import NUMBERED
from booklet.agendas.tidy import tidy
from booklet.manuscripts.dates import find_date
from booklet.manuscripts.people_lists import name_score, read_people

_HTML_BLOCK: Final = re.compile(
    r"\s{0,3}<(?P<tag>table|div|ul|ol|dl|p|details|section|article|center|style|script|h[1-6]|nav|header|footer|"
    r"main)\b",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"\s*(?:[-*_=~^#\"'+`.:]\s*){3,}$")
_HEADING: Final = re.compile(r"\s{0,3}(?P<signs>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_WIKI_HEADING: Final = re.compile(r"\s*(?P<signs>={1,6})\s*(?P<text>[^=].*?)\s*={1,6}\s*$")
_ITEM: Final = re.compile(r"(?P<indent>\s*)(?:[-*+•‣◦▪·●○]|[0-9]{1,2}[.)](?=\s))\s+(?=\S)")
_RULER: Final = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_STRUCK: Final = re.compile(r"~~(?!~)(\S(?:[^~]{0,600}?\S)?)~~(?!~)")
_SETTING: Final = re.compile(r"\s*(?:\{:.*\}|\{%.*%\}|\[[^\]]+\]:\s*\S+.*|\.\. .*::.*|:[\w-]+:.*|<!--.*-->|```.*)\s*$")
_QUOTE: Final = re.compile(r"\s{0,3}>\s?")
_SURE: Final = 0.5
"""From this score on a text is a name; with an institution behind it, surely."""

_WRAPPED: Final = (50, 100)
"""The shortest line that an editor may have wrapped, and the longest."""

_RAGGED: Final = 12
_LINES: Final = 4
"""Where an editor wraps, so many lines are that much shorter than the longest, or less."""


def read_plaintext(text: str) -> Page:
    """Read Markdown, reStructuredText or plain text.

    1. What stands between two lines "---" at the top is front matter: its title is the page's, the rest are settings.
    2. A block that begins with an HTML tag is read as HTML, up to where its tags are closed.
    3. Lines with bars, with tabs, or with columns set apart by three spaces or more are rows of a table; so is what
       stands between the borders of reStructuredText. Rows may have empty lines between them.
    4. Lines that an editor has wrapped are joined: those about as long as the longest, before a line that goes on.
    5. Marks of emphasis, links and code are taken off.

    What programs that print or send a text have added to it is taken off before all this (see furniture).
    """
    lines = [Raw(line, number) for number, line in enumerate(re.split(r"\r\n|[\r\n]", text), start=1)]
    title, settings, lines = _front_matter(lines)
    lines, furniture = without_furniture(_unquoted(lines))
    settings += furniture
    lines, struck = _without_struck(list(_whole_times(lines)))
    blocks: list[Block] = []
    widest = _width(lines)
    for piece in _pieces(lines):
        if _HTML_BLOCK.match(piece[0].text):
            inner = read_hypertext("\n".join(raw.text for raw in piece), piece[0].number)
            blocks += inner.blocks
            struck += inner.struck
        else:
            found, more = _read(piece, widest)
            blocks += found
            settings += more
    return Page(title, tuple(joined_rows(blocks)), tuple(settings), tuple(struck))


def _without_struck(lines: list[Raw]) -> tuple[list[Raw], list[Line]]:
    """The lines without what is ~~struck through~~ in them, and that."""
    struck = [Line(tidy(one), raw.number) for raw in lines for one in _STRUCK.findall(raw.text)]
    return [Raw(_STRUCK.sub("", raw.text), raw.number) for raw in lines] if struck else lines, struck


def _front_matter(lines: list[Raw]) -> tuple[str, list[Line], list[Raw]]:
    """The title, the other settings, and the lines after them."""
    if not lines or lines[0].text.strip() != "---":
        return "", [], lines
    end = next((at for at, raw in enumerate(lines[1:60], start=1) if raw.text.strip() in {"---", "..."}), 0)
    if not end:
        return "", [], lines
    title = ""
    settings = []
    for raw in lines[1:end]:
        key, _, value = raw.text.partition(":")
        if key.strip().casefold() == "title" and not title:
            title = tidy(value.strip().strip("\"'"))
        elif raw.text.strip():
            settings.append(Line(tidy(raw.text), raw.number))
    return title, settings, lines[end + 1 :]


def _unquoted(lines: list[Raw]) -> list[Raw]:
    """An e-mail that was answered or forwarded, without its signs of quotation."""
    filled = [raw for raw in lines if raw.text.strip()]
    quoted = sum(bool(_QUOTE.match(raw.text)) for raw in filled)
    if quoted * 2 <= len(filled):
        return lines
    return [Raw(re.sub(r"^(?:\s{0,3}>\s?)+", "", raw.text), raw.number) for raw in lines]


_BEGUN: Final = re.compile(r"\s*[0-9]{1,2}(?:[:.h][0-9]{2})?\s?(?:[ap]\.?m\.?|uhr|h)?\s*[-‐‑‒–—]\s*$", re.IGNORECASE)
_ENDED: Final = re.compile(r"\s*[0-9]{1,2}(?:[:.h][0-9]{2})?\s?(?:[ap]\.?m\.?|uhr|h)?\s*(?:$|\t|\|)", re.IGNORECASE)


def _whole_times(lines: list[Raw]) -> Iterator[Raw]:
    """Times whose beginning and end stand in two lines, "4:00 pm -" over "6:00 pm", in one."""
    at = 0
    while at < len(lines):
        raw = lines[at]
        if _BEGUN.match(raw.text) and at + 1 < len(lines) and _ENDED.match(lines[at + 1].text):
            yield Raw(f"{raw.text.rstrip()} {lines[at + 1].text.lstrip()}", raw.number)
            at += 2
        else:
            yield raw
            at += 1


def _pieces(lines: list[Raw]) -> Iterator[list[Raw]]:
    """Runs of lines that are HTML, and runs that are not."""
    at = 0
    plain: list[Raw] = []
    while at < len(lines):
        found = _HTML_BLOCK.match(lines[at].text)
        if not found:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield plain
            plain = []
        end = _end_of_html(lines, at, found["tag"].lower())
        yield lines[at:end]
        at = end
    if plain:
        yield plain


def _end_of_html(lines: list[Raw], at: int, tag: str) -> int:
    opens = re.compile(rf"<{tag}\b", re.IGNORECASE)
    closes = re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    depth = 0
    for end in range(at, len(lines)):
        depth += len(opens.findall(lines[end].text)) - len(closes.findall(lines[end].text))
        if depth <= 0:
            return end + 1
    return len(lines) if tag not in {"p", "h1", "h2", "h3", "h4", "h5", "h6"} else at + 1


def _width(lines: list[Raw]) -> int:
    """How long the longest wrapped line is; 0 where nothing is wrapped."""
    lengths = [len(raw.text.rstrip()) for raw in lines if "|" not in raw.text and "\t" not in raw.text]
    widest = max((length for length in lengths if length <= _WRAPPED[1]), default=0)
    near = sum(widest - _RAGGED <= length <= widest for length in lengths)
    return widest if near >= _LINES and not any(length > 3 * _WRAPPED[1] for length in lengths) else 0


def _read(lines: list[Raw], widest: int) -> tuple[list[Block], list[Line]]:
    """Blocks of lines that hold no blocks of HTML, and what in them is a mere setting."""
    blocks: list[Block] = []
    settings: list[Line] = []
    gap = True
    at = 0
    before: Raw | None = None
    while at < len(lines):
        raw = lines[at]
        text = raw.text
        if not text.strip():
            gap, before = True, None
        elif BORDER.match(text):
            table, at = grid_table(lines, at)
            blocks.append(table)
            continue
        elif SIMPLE.match(text) and (end := simple_end(lines, at)):
            blocks.append(simple_table(lines, at, end))
            at = end
            continue
        elif _SETTING.match(text):
            settings.append(Line(tidy(text), raw.number))
            before = None
        elif _RULE.match(text.strip()) or (_RULER.match(text.strip()) and "-" in text):
            _underline(blocks, lines, at)
            gap, before = True, None
        elif not _HEADING.match(text) and continues_row(blocks, raw, gap=gap):
            blocks[-1] = continued(blocks[-1], raw)
        elif cells := cells_of(text, raw.number):
            blocks.append(Table((cells,), raw.number, ragged="|" not in text))
            gap, before = False, None
        elif before is not None and _goes_on(before, raw, widest) and isinstance(blocks[-1], Line):
            last = blocks[-1]
            more, aside = without_marks(text)
            wrapped = (*last.wrapped, (raw.number, tidy(more)))
            text = tidy(f"{last.text} {more}")
            blocks[-1] = last._replace(text=text, aside=(*last.aside, *aside), wrapped=wrapped)
            before = raw
        else:
            line = _line(raw, gap=gap)
            if line.text or line.aside:
                blocks.append(line)
                gap, before = bool(line.level), raw
        at += 1
    return blocks, settings


def _line(raw: Raw, *, gap: bool) -> Line:
    text, level, depth = raw.text, 0, 0
    if heading := _HEADING.match(text) or _WIKI_HEADING.match(text):
        text, level = heading["text"], len(heading["signs"])
    elif item := _ITEM.match(text):
        depth = 1 + len(item["indent"].expandtabs(4)) // 2
        text = text[item.end() :]
    elif re.match(r"\s*\*\*?$|\s*\|+\s*$", text):
        text = ""
    bare, aside = without_marks(text)
    return Line(tidy(bare), raw.number, level, depth, gap or bool(level), aside)


def _underline(blocks: list[Block], lines: list[Raw], at: int) -> None:
    """A line of signs under a line of text makes it a heading."""
    if at and blocks and lines[at - 1].text.strip() and isinstance(blocks[-1], Line):
        last = blocks[-1]
        sign = lines[at].text.strip()[0]
        bare = lines[at].text.strip().replace(sign, "")
        if last.number == lines[at - 1].number and not bare and len(last.text) < 120 and not last.depth:
            blocks[-1] = last._replace(level=1 if sign in "=#*" else 2, gap=True)


def _goes_on(before: Raw, raw: Raw, widest: int) -> bool:
    """Whether a line goes on with the one above it, which an editor has wrapped."""
    above = before.text.rstrip()
    if not widest or len(above) < _WRAPPED[0] or _ITEM.match(raw.text) or _HEADING.match(raw.text):
        return False
    first = raw.text.split(maxsplit=1)[0]
    if len(above) + 1 + len(first) <= widest - 4 or begins_with_time(raw.text):
        return False
    if NUMBERED.match(raw.text.lstrip()):
        return False
    people = read_people(raw.text) if len(raw.text) < _WRAPPED[1] else ()
    if people and all(name_score(person.name) >= _SURE for person in people) and people[-1].affiliation:
        return False
    when = find_date(raw.text) if len(raw.text) < _WRAPPED[0] else None
    return when is None or when.begins > 0
