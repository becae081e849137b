"""Texts of arbitrary Unicode, programs that hold them in every field, and what must be true of their booklets."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from booklet.design.concert import CONCERT
from booklet.layout.marks import GlyphRun
from booklet.make import SetBook
from booklet.text.faces import UNSEEN
from booklet.text.glyphs import Glyph
from booklet.text.operands import FACE_MARK, face_and_scale
from booklet.text.shelf import Shelf

LANGUAGES: Final = ("en", "fr", "de", "ja", "zh", "ar", "he", "th")

_RUNS: Final = (
    "\u0301\u0323\u030a\u0489\u20dd",  # marks alone, and in piles
    "\u200d\u200c\ufe0f\ufe0e\u034f\u2060\u00ad\u200b\u180e",
    "\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "\u00a0\u2007\u202f\u2003\u3000\u2009",
    "\t\n\r\x85\u2028\u2029",
    "*_`^~$\\{}[]()#<>&\"'-–—.,:;|@/%!?0123456789",
    "\\*`$^~- ",
)
_SCRIPTS: Final = (
    (0x20, 0x7F), (0xA0, 0x250), (0x250, 0x370), (0x370, 0x530), (0x530, 0x590), (0x590, 0x600), (0x600, 0x700),
    (0x780, 0x7C0), (0x900, 0xE00), (0xE00, 0xE80), (0xE80, 0xF00), (0x1000, 0x10A0), (0x10A0, 0x1100),
    (0x1200, 0x1380), (0x1780, 0x1800), (0x1E00, 0x2000), (0x2000, 0x2070), (0x2070, 0x2400), (0x2460, 0x2C00),
    (0xFB00, 0xFE00), (0xFE70, 0xFF00), (0x1F300, 0x1FB00),
)  # fmt: skip
_SNIPPETS: Final = (
    "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪🇯🇵", "1️⃣", "👍🏽", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "לֵוִי (a-1) ", "محمد 12:30–13:00 https://example.org/a_(b) ", "ชื่อน้ำผึ้งที่ยาวมากๆ", "សុខាភិបាល", "Nguye\u0302\u0303n",
    "श्रीकृष्ण क्षत्रिय ", "*so* ", "**x**", "`c`", "x^2^ ", "H~2~O ", "\\'e", '{\\"o}', "[a](https://example.org)", "$x_1$",
    "```", "## ", "1. ", "- ", "Dr. ", " and ", ", ", "; ", " (", ")", " | ", "…", "--", "---", "ﬁ", "İ", "ß", "ſ", "ŉ",
)  # fmt: skip


@cache
def _shown(first: int, last: int) -> tuple[str, ...]:
    """The characters of a range that the project's own fonts have for the text of a booklet."""
    shelf = _shelf()
    serif = shelf["serif"]
    return tuple([one for one in map(chr, range(first, last)) if serif.covers(one) or shelf.lender("serif", one)])


@cache
def _shelf() -> Shelf:
    return CONCERT.shelf()


class Scribbler:
    """Writes texts from a seed; `wild` ones hold characters that no font has."""

    def __init__(self, seed: int, *, wild: bool = False) -> None:
        self._random = Random(seed)
        self._wild = wild
        self._own = self._alphabet()

    def text(self) -> str:
        """A text of some length that holds anything, and something to be seen."""
        pick = self._random
        parts: list[str] = []
        for _ in range(pick.choice((1, 1, 2, 3, 5))):
            kind = pick.random()
            if kind < 0.3:
                parts += pick.choices(self._own, k=pick.randint(1, 12))
            elif kind < 0.5:
                parts += pick.choices(self._alphabet(), k=pick.randint(1, 8))
            elif kind < 0.7:
                parts += pick.choices(self._known(pick.choice(_RUNS)), k=pick.randint(1, 7))
            elif kind < 0.9:
                parts.append(pick.choice(_SNIPPETS))
            elif kind < 0.93:
                parts.append("".join(pick.choices(self._own, k=3)) * pick.randint(10, 60))
            else:
                parts += ["e", *self._known("\u0301\u0323\u0308\u0331" * pick.randint(1, 9))]
            parts.append(pick.choice(("", " ", "")))
        return "".join(parts) + self._word()

    def _word(self) -> str:
        return "".join(self._random.choices("abcdefghijk", k=4))

    def _known(self, characters: str) -> str:
        return (
            characters if self._wild else "".join([one for one in characters if _shown(ord(one), ord(one) + 1)]) or " "
        )

    def _alphabet(self) -> Sequence[str]:
        if self._wild:
            start = self._random.randrange(0, 0x10FF00)
            first, last = self._random.choice(((start, start + 0x80), *_SCRIPTS))
            return [chr(at) for at in range(first, last) if not 0xD800 <= at < 0xE000]
        first, last = self._random.choice(_SCRIPTS)
        return _shown(first, last) or "abc"


def program(write: Callable[[], str], language: str) -> dict[str, Any]:
    """A program with a text of its own in every field that is printed."""

    def person() -> dict[str, str]:
        return {"name": write(), "position": write(), "affiliation": write()}

    def talk(kind: str, number: int, **more: Any) -> dict[str, Any]:
        return {
            kind: write(),
            "second_title": write(),
            "track": tracks[number % 2],
            "speaker": person(),
            "with": [person(), write()],
            "abstract": "\n\n".join([write() for _ in range(number)]),
            "keywords": [write(), write()],
            "note": write(),
            **more,
        }

    tracks, rooms = [write(), write()], [write(), write(), write()]
    known = write()
    return {
        "event": {
            "title": write(),
            "short_title": write(),
            "subtitle": write(),
            "second_title": write(),
            "host": write(),
            "summary": write(),
            "language": language,
            "second_language": "en" if language != "en" else "ar",
            "contact": write(),
            "conduct": write(),
            "registration": {"capacity": "20", "note": write()},
        },
        "venue": {
            "name": write(),
            "room": rooms[0],
            "address": [write(), write()],
            "map_caption": write(),
            "directions": write(),
            "rooms": {room: {"note": write()} for room in rooms},
            "wifi": {"network": " ".join(write().split()), "password": " ".join(write().split())},
            "accessibility": write(),
            "emergency": write(),
        },
        "days": [
            {
                "date": "2026-09-14",
                "title": write(),
                "sessions": [
                    talk("keynote", 1, time="9:00-10:00"),
                    {"time": "10:00-10:30", "break": write(), "note": write()},
                    talk("talk", 2, time="10:30-11:00", room=rooms[1], speaker=[{"name": known}, person()]),
                    talk("talk", 2, time="10:30-11:00", room=rooms[2]),
                    {
                        "time": "11:00-12:00",
                        "session": write(),
                        "chair": person(),
                        "room": rooms[0],
                        "talks": [talk("talk", 1), talk("talk", 3)],
                    },
                    {"time": "11:10-12:00", "workshop": write(), "room": rooms[1], "abstract": write()},
                ],
            },
            {
                "date": "2026-09-15",
                "title": write(),
                "sessions": [
                    {
                        "time": "9:00-10:00",
                        "poster": write(),
                        "talks": [talk("poster", 1, board=f"P{at}", topic=write()) for at in range(2)],
                    },
                    {"time": "10:00-11:00", "panel": write(), "speaker": [person(), person()]},
                ],
            },
        ],
        "speakers": {known: {"also": write(), "sort_as": write(), "pronouns": write(), "bio": write()}},
        "tracks": {track: {"note": write()} for track in tracks},
        "committees": {write(): [person(), write()]},
        "sponsors": {write(): [{"name": write(), "text": write()}]},
        "pages": [{"title": write(), "text": "\n\n".join([write(), write()])}],
        "booklet": {"revision": write(), "words": {"index": write()}},
    }


def write_program(path: Path, content: object) -> None:
    """Write a program as YAML that says each character by its number if it could be meant as something else."""
    path.write_text(_yaml(content), encoding="utf-8")


def _yaml(content: object) -> str:
    if isinstance(content, dict):
        return "{" + ", ".join(f"{_key(str(key))}: {_yaml(value)}" for key, value in content.items()) + "}"
    if isinstance(content, list):
        return "[" + ", ".join(map(_yaml, content)) + "]"
    return _scalar(str(content))


def _key(text: str) -> str:
    return f"? {_scalar(text)} " if len(text) > 60 else _scalar(text)


def _scalar(text: str) -> str:
    plain = json.dumps(text, ensure_ascii=False)
    return re.sub(
        r"[^ -~\u0620-\u064a\u3041-\u3090]", lambda found: f"\\U{ord(found[0]):08X}", plain.replace("\x7f", "")
    )


def glyphs_not_there(book: SetBook) -> list[str]:
    """The texts of the runs that show the glyph .notdef."""
    codes = {name: face.codes for name, face in book.typesetter.faces.opened.items()}
    return [run.text for run in runs(book) if 0 in _glyphs(codes, run)]


def _glyphs(codes: Mapping[str, Mapping[int, tuple[Glyph, str, float]]], run: GlyphRun) -> set[int]:
    """The glyphs that a run shows, of whichever face; a code that its face does not know counts as .notdef."""
    told = run.operand.split(FACE_MARK)
    names = [run.face, *(face_and_scale(part)[0] for part in told[1::2])]
    found: set[int] = set()
    for name, part in zip(names, told[0::2], strict=True):
        for shown in re.findall(r"<([0-9A-F]+)>", part):
            for at in range(0, len(shown), 4):
                glyph = codes[name].get(int(shown[at : at + 4], 16), (0, "", 0.0))[0]
                found |= {glyph} if isinstance(glyph, int) else {gid for gid, _, _ in glyph}
    return found


def runs(book: SetBook) -> Iterator[GlyphRun]:
    """Every run of glyphs of a book."""
    for page in book.book.pages:
        for content in page.contents:
            for mark in content.marks:
                if isinstance(mark, GlyphRun):
                    yield mark


_SAID_OTHERWISE: Final = re.compile(
    r"[!-/:-@\[-`{-~\u2010-\u2015\u2018-\u201f\u2026\u00ab\u00bb\u2032\u2033\u05f3\u05f4]"
)
"""What may be a mark, or become a typographic sign."""


def visible(text: str) -> Counter[str]:
    """What of a text must be seen: not what marks up, is replaced by typographers, or has no shape of its own."""
    text = unicodedata.normalize("NFC", text.replace("](https://example.org)", ""))
    text = "".join(one for one in text if unicodedata.category(one) not in {"Cc", "Zs", "Zl", "Zp"})
    text = _SAID_OTHERWISE.sub("", UNSEEN.sub("", text))
    return Counter(unicodedata.normalize("NFD", text))


def lost(book: SetBook, fields: Sequence[str]) -> Counter[str]:
    """The characters of fields that are not printed as often as they are written."""
    printed = visible("\n".join([run.text for run in runs(book)]))
    return visible("\n".join(fields)) - printed


def texts(content: object, *, without: Sequence[str]) -> list[str]:
    """The texts of a program, but not those behind certain keys."""
    if isinstance(content, dict):
        return [
            text
            for key, value in content.items()
            if key not in without
            for text in [*([key] if len(key) > 14 or not key.isascii() else []), *texts(value, without=without)]
        ]
    if isinstance(content, list):
        return [text for value in content for text in texts(value, without=without)]
    return [str(content)]


if __name__ == "__main__":
    sys.exit("run tests/test_any_text.py")
