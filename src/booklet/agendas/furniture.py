"""What programs that show, print or send a plain text have added to it is taken off, and told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from booklet.agendas.divided import with_whole_words
from booklet.agendas.labels import labelled
from booklet.agendas.mailed import without_headers
from booklet.agendas.page import Line
from booklet.agendas.plaintables import Raw
from booklet.agendas.tidy import tidy
from booklet.manuscripts.dates import find_date
from booklet.manuscripts.hours import hours_at
from booklet.manuscripts.kinds import kind_of
from booklet.model.program import PAUSES

_FOLIO: Final = (
    r"(?:(?P<word>page|seite|pag(?:e|ina|\.)|página|pág\.|blad|стр(?:аница|\.)|pp?\.|s\.)\s*)?(?P<number>[0-9]{1,4})"
    r"(?:(?P<sign>\s*/\s*|\s+(?:of|von|de|di|van|sur|из)\s+)(?P<all>[0-9]{1,4}))?"
)
_CHINESE: Final = re.compile(r"第?\s*([0-9]{1,4})\s*(?:页|頁|ページ)(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*[页頁])?")
_ALONE: Final = re.compile(rf"(?P<dash>[-–—]\s*)?{_FOLIO}(?(dash)\s*[-–—])", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"(?P<text>\S.*?)(?P<gap>\s{{2,}}|\s*[|·•–—,]\s*|\s-\s|\s){_FOLIO}", re.IGNORECASE)
_BEFORE: Final = re.compile(rf"{_FOLIO}(?P<gap>\s{{2,}}|\s*[|·•–—]\s*|\s-\s|\s)(?P<text>\S.*)", re.IGNORECASE)
_MARKUP: Final = re.compile(r"\s{0,3}(?:</?[a-z][^>]*>|#{1,6}\s|\||\+[-=]{3})", re.IGNORECASE)
"""How lines of HTML, Markdown and reStructuredText begin: no layer of a PDF has them, and no page numbers."""

_PAGE: Final = 8
"""A page has so many lines at least; where only a number tells pages apart, fewer are rows of a list."""

_EDGE: Final = 2
"""So many lines at the top and foot of a page may be a running head or foot."""


class Folio(NamedTuple):
    """A line with the number of a page: which line, the number, and whether it may be the date 3/7."""

    at: int
    number: int
    whole: int = 0


def without_furniture(lines: list[Raw]) -> tuple[list[Raw], list[Line]]:
    """A plain text without what programs have added to it, and that; lines keep their numbers.

    1. The headers, the wrapped lines and the signature of an e-mail.
    2. Page numbers of a PDF's text layer: lines with nothing but a number, if the numbers go up by one through the
       text, and stand at least eight lines apart or beside form feeds.
    3. Running heads and feet: what stands at least twice, and always beside a page number, a form feed, or the top of
       the text; what stands at the top stays, since it may be the only title. What may be a part of the agenda (a
       time, a day, a label, a break) is none, even if it stands so.
    4. The hyphens of words divided at line ends.

    Args:
        lines: the text; form feeds may stand in its lines, and end them.

    Returns:
        The lines that are left, and those that were taken off, in their order.
    """
    lines, taken = without_headers(list(_parted(lines)))
    if any(_MARKUP.match(raw.text) for raw in lines):
        return [_bare(raw) for raw in lines], taken
    gone = _numbers_and_heads(lines)
    taken += [Line(tidy(lines[at].text), lines[at].number) for at in sorted(gone)]
    paged = bool(gone) or any(raw.text.startswith("\f") for raw in lines)
    left = [raw for at, raw in enumerate(lines) if at not in gone]
    return [_bare(raw) for raw in with_whole_words(left, layer=paged)], sorted(taken, key=lambda line: line.number)


def _parted(lines: list[Raw]) -> Iterator[Raw]:
    """The lines, those with line ends of other kinds in them parted; form feeds stand before what they begin."""
    for raw in lines:
        for page, part in enumerate(raw.text.split("\f")):
            first, *others = part.splitlines() or [""]
            yield Raw(f"\f{first}" if page else first, raw.number)
            yield from (Raw(other, raw.number) for other in others)


def _bare(raw: Raw) -> Raw:
    return Raw(raw.text.removeprefix("\f"), raw.number)


class _Sheets(NamedTuple):
    """Where a text was divided into pages: its lines that say something, and the page of each (0 where unknown)."""

    filled: list[int]
    pages: list[int]

    def edges(self) -> set[int]:
        """The lines beside form feeds, as positions among those that say something."""
        ends = [at for at, page in enumerate(self.pages) if at and page != self.pages[at - 1]]
        return {at + step for at in ends for step in range(-_EDGE, _EDGE)} | self._outer(bool(ends))

    def _outer(self, paged: bool) -> set[int]:
        """The top of the first page and the foot of the last, where there are pages."""
        last = len(self.filled)
        return {*range(_EDGE), *range(last - _EDGE, last)} if paged else set()


def _numbers_and_heads(lines: list[Raw]) -> set[int]:
    """The lines that are page numbers, or running heads and feet."""
    page = 0
    filled: list[int] = []
    pages: list[int] = []
    for at, raw in enumerate(lines):
        page += raw.text.startswith("\f")
        if raw.text.strip():
            filled.append(at)
            pages.append(page)
    sheets = _Sheets(filled, pages)
    folios = _by_form_feeds(lines, sheets) or _by_lines(lines, filled)
    numbered = _numbered_heads(lines, sheets)
    return folios | numbered | _running(lines, sheets, folios | numbered)


def _folio(lines: list[Raw], at: int) -> Folio | None:
    text = lines[at].text.strip()
    if len(text) > 24:
        return None
    if chinese := _CHINESE.fullmatch(text):
        return Folio(at, int(chinese[1]))
    found = _ALONE.fullmatch(text)
    if not found:
        return None
    dated = found["sign"] == "/" and not found["word"]
    return Folio(at, int(found["number"]), int(found["all"]) if dated else 0)


def _by_form_feeds(lines: list[Raw], sheets: _Sheets) -> set[int]:
    """Page numbers beside form feeds: those that go up with the pages."""
    edges = sheets.edges()
    steps: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, (at, page) in enumerate(zip(sheets.filled, sheets.pages, strict=True)):
        if place in edges and (folio := _folio(lines, at)):
            steps[folio.number - page].append((at, page))
    found = max(steps.values(), key=lambda group: len({page for _, page in group}), default=[])
    return {at for at, _ in found} if len({page for _, page in found}) > 1 else set()


def _by_lines(lines: list[Raw], filled: list[int]) -> set[int]:
    """Page numbers that only their order and distance tell.

    Numbers that stand like page numbers and are none: those of days over or under their month, as calendars show
    them; days and months, 3/7; those in a column of numbers, most of which do not go up.
    """
    folios = [folio for at in filled if (folio := _folio(lines, at))]
    run = _longest_run(folios, set(filled[-_EDGE:]))
    if len(run) < 2 or len(run) * 2 <= len(folios):
        return set()
    if all(folio.whole for folio in run) and run[-1].number != run[-1].whole:
        return set()
    if sum(_is_day(lines, folio) for folio in run) * 2 > len(run):
        return set()
    return {folio.at for folio in run}


def _longest_run(folios: list[Folio], last: set[int]) -> list[Folio]:
    """The longest run of numbers that go up by one, a page apart; the last page may be short."""
    runs: dict[int, list[Folio]] = {}
    best: list[Folio] = []
    for folio in folios:
        before = runs.get(folio.number - 1, [])
        far = bool(before) and folio.at - before[-1].at > _PAGE
        short = len(before) > 1 and folio.at in last
        run = [*before, folio] if far or short else [folio]
        if len(run) >= len(runs.get(folio.number, [])):
            runs[folio.number] = run
        best = max(best, run, key=len)
    return best


def _is_day(lines: list[Raw], folio: Folio) -> bool:
    """Whether a number makes a date with the line above it or below it."""
    above = tidy(lines[folio.at - 1].text) if folio.at else ""
    below = tidy(lines[folio.at + 1].text) if folio.at + 1 < len(lines) else ""
    for text in (f"{above} {folio.number}", f"{folio.number} {below}"):
        when = find_date(text)
        if when and when.day == folio.number and when.begins == 0 and when.ends == len(text):
            return True
    return any((when := find_date(text)) and (when.begins, when.ends) == (0, len(text)) for text in (above, below))


def _numbered_heads(lines: list[Raw], sheets: _Sheets) -> set[int]:
    """Running heads and feet that hold the page number: beside form feeds, or if they say that it is one.

    What only a space parts from its number may be "Parallel session 2": of such, three must be alike.
    """
    edges = sheets.edges()
    alike: dict[str, list[tuple[Folio, int, bool]]] = defaultdict(list)
    for place, (at, page) in enumerate(zip(sheets.filled, sheets.pages, strict=True)):
        text = lines[at].text.strip()
        if len(text) > 200 or not (text[-1:].isdigit() or text[:1].isdigit()):
            continue
        found = _BEHIND.fullmatch(text) or _BEFORE.fullmatch(text)
        if not found or not re.search(r"[^\W\d_]{2}", found["text"]):
            continue
        told = bool(found["word"]) or ("://" in found["text"] and bool(found["all"]))
        if (place in edges or told) and not _is_agenda(text):
            sure = told or bool(found["gap"].strip()) or len(found["gap"]) > 1
            step = f"{int(found['number']) - page} " if place in edges else ""
            alike[step + tidy(found["text"]).casefold()].append((Folio(at, int(found["number"])), page, sure))
    gone: set[int] = set()
    for text, group in alike.items():
        folios = [folio for folio, _, _ in group]
        sure = all(said for _, _, said in group)
        if any(page for _, page, _ in group):
            right = len({page for _, page, _ in group}) > (1 if sure else 2) and (sure or len(text.split()) > 3)
        else:
            right = len(folios) > 1 and _longest_run(folios, {folios[-1].at}) == folios
        gone |= {folio.at for folio in folios} if right else set()
    return gone


def _running(lines: list[Raw], sheets: _Sheets, folios: set[int]) -> set[int]:
    """Running heads and feet: the same line at least twice, each time at the edge of a page."""
    places = {at: place for place, at in enumerate(sheets.filled)}
    near = {places[at] + step for at in folios for step in range(-_EDGE, _EDGE + 1)} | sheets.edges()
    if not near:
        return set()
    near |= set(range(_EDGE))
    alike: dict[str, list[int]] = defaultdict(list)
    for place, at in enumerate(sheets.filled):
        alike[tidy(lines[at].text).casefold()].append(place)
    gone: set[int] = set()
    for found in alike.values():
        ats = [sheets.filled[place] for place in found]
        if len(found) < 2 or not near.issuperset(found) or folios & set(ats) or _is_agenda(lines[ats[0]].text.strip()):
            continue
        if all(at and hours_at(lines[at - 1].text.strip()) for at in ats):
            continue
        gone |= {at for place, at in zip(found, ats, strict=True) if place >= _EDGE}
    return gone


def _is_agenda(text: str) -> bool:
    """Whether a line may be a part of an agenda that stands at the edges of pages by chance."""
    if hours_at(text) or labelled(text) or kind_of(text) in PAUSES or not re.search(r"[^\W\d_]", text):
        return True
    when = find_date(text)
    return when is not None and when.begins == 0 and when.until is None
