"""What readers of schedules share: the kind of an entry, its texts, and the report on what is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.model.program import Kind
from booklet.model.texts import quoted

_SAYS_NOTHING: Final[frozenset[Kind]] = frozenset({"talk", "session", "other"})
"""Kinds that a type says of everything: "Session (45 min)", "Lightning talk", "other"; the title may know more."""

_WORD: Final = re.compile(r"\w+")
_PLAIN_TYPES: Final = re.compile(
    r"(?:(?:regular|standard|short|long|full|contributed|oral|invited|lightning)[ _-]?)?"
    r"(?:talks?|lectures?|presentations?|sessions?|vortrag|conférence|exposé|charla|ponencia|other|oral)"
    r"(?: ?\(?[0-9]{1,3} ?(?:min(?:ute)?s?|')?\)?)?",
    re.IGNORECASE,
)


class Omission(NamedTuple):
    """What is left out: what one of it is called, and several, and what to do about it."""

    one: str
    many: str
    hint: str = ""


ADDRESSES: Final = Omission("web address of an entry", "web addresses of entries")
ANSWERS: Final = Omission(
    "answer to a question of the organisers (private)",
    "answers to questions of the organisers (private)",
    "--private imports them",
)
ATTACHMENTS: Final = Omission("attached file", "attached files")
EMAILS: Final = Omission(
    "e-mail address or telephone number (private)",
    "e-mail addresses and telephone numbers (private)",
    "--private imports them",
)
ACCESS: Final = Omission(
    "line with a join link, a password, a telephone number or an e-mail address (private)",
    "lines with join links, passwords, telephone numbers or e-mail addresses (private)",
    "--private imports them",
)
LICENCES: Final = Omission("licence of a recording", "licences of recordings")
LINKS: Final = Omission("link", "links")
PHOTOS: Final = Omission(
    "photo of a person", "photos of people", "save a photo beside program.yaml and name it there, as photo: ada.jpg"
)
PICTURES: Final = Omission("picture of an entry", "pictures of entries")
RECORDINGS: Final = Omission("address of a recording or stream", "addresses of recordings or streams")
UNRECORDED: Final = Omission("remark that an entry is not recorded", "remarks that entries are not recorded")


def language_of(tag: str) -> Omission:
    """That an entry is in some language."""
    return Omission(f"remark that an entry is in the language {tag!r}", f"remarks that entries are in {tag!r}")


def type_of(words: str) -> Omission:
    """That an entry is of a type that is no kind of ours."""
    name = quoted(one_line(words))
    return Omission(f"remark that an entry is of the type {name}", f"remarks that entries are of the type {name}")


def field_of(name: str) -> Omission:
    """A field that the booklet knows no place for."""
    return Omission(f"field {quoted(name)}", f"fields {quoted(name)}")


def left_out(omissions: Mapping[Omission, int], file: str) -> Iterator[Fault]:
    """What was left out, each kind once and counted.

    >>> [fault.what for fault in left_out(Counter({LINKS: 1200}), "schedule.xml")]
    ['left out: 1,200 links']
    """
    for omission, count in omissions.items():
        noun = omission.one if count == 1 else omission.many
        yield Fault(f"left out: {count:,} {noun}", Place(file), omission.hint)


def kind_stated(types: Iterable[str], title: str, *, speakers: bool) -> Kind:
    """What an entry is, by the type that a source states, and by its title where that says no more than "lecture".

    >>> kind_stated(["Keynote"], "Breaking the coffee machine", speakers=True)
    'keynote'
    >>> kind_stated(["lecture"], "Breaking the coffee machine", speakers=True)
    'talk'
    """
    for words in types:
        stated = kind_of(words, speakers=speakers)
        if stated not in _SAYS_NOTHING:
            return stated
    return kind_of(title, speakers=speakers)


def plain_type(words: str) -> bool:
    """Whether a type says no more than the kind does: "lecture", "Talk (20 min)", "Keynote"."""
    return not words or _PLAIN_TYPES.fullmatch(words.strip()) is not None or kind_of(words) != "talk"


def said_once(*texts: str) -> str:
    r"""Texts (plain, Markdown or HTML) one below the other as paragraphs; what another one says already is left out.

    >>> said_once("We ask why.", "<p>We ask why.</p><p>And how.</p>")
    'We ask why.\n\nAnd how.'
    """
    kept: list[str] = []
    for text in [paragraphs(text) for text in texts if text and not text.isspace()]:
        words = _words(text)
        if not text or any(words in _words(other) for other in kept):
            continue
        kept = [other for other in kept if _words(other) not in words]
        kept.append(text)
    return "\n\n".join(kept)


def valid(read: Callable[[str], str], text: str) -> str:
    """A value of the event as the model reads it, or "" if it is none."""
    try:
        return read(text) if text.strip() else ""
    except BookletError:
        return ""


def lines_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts on one line each, without those that are empty or said before."""
    return tuple(dict.fromkeys(line for text in texts if (line := one_line(text))))


def without_doubles(entries: Iterable[Entry]) -> list[Entry]:
    """Entries that keep an ident only if no other has the same: several can be told apart by nothing."""
    listed = list(entries)
    counts = Counter(inner.ident for entry in listed for inner in (entry, *entry.entries))
    return [_without_double(entry, counts) for entry in listed]


def _without_double(entry: Entry, counts: Mapping[str, int]) -> Entry:
    inner = tuple([_without_double(one, counts) for one in entry.entries])
    return replace(entry, ident=entry.ident if counts[entry.ident] == 1 else "", entries=inner)


def _words(text: str) -> str:
    """The words of a text, by which two are compared."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
