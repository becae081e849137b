"""What an entry is called, who speaks, who chairs and where: the lines of a draft become an entry.

1. Labels win: what stands under Title is the title, under Speaker the speakers.
2. If a label says the title, the lines of the head say who; if a label says who, they say the title.
3. Of several lines, those that read as people are people, one below them that reads as an institution is theirs, and
   the first of the others is the title. A single line is taken apart where it is sure: "Ann Lee: Title".
4. Brackets at the end that read as a room are the room; a length of time is none of the title.
5. What is left of the head is a note; nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from booklet.agendas.drafts import GOES_ON, Draft
from booklet.agendas.labels import Label, labels_within
from booklet.agendas.resources import without_resources
from booklet.agendas.rooms import AT, ROOM_BEHIND, begins_with_room, is_room
from booklet.errors import Place
from booklet.manuscripts.hours import Length, find_count, find_length
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.people_lists import (
    is_affiliation,
    is_name,
    joint_with,
    name_score,
    nobody,
    read_people,
    split_by,
)
from booklet.model.people import normal
from booklet.model.program import Kind, Speaker

_LENGTH_FIRST: Final = re.compile(r"\s*[(\[][^()\[\]]{2,20}[)\]]\s*(?=\S)")
AWAITED: Final = "the source names no speaker yet"
"""What is remarked of talks whose speaker is to be announced."""

CANCELLED: Final = "the source says that this is cancelled"
"""What is remarked of entries that the page keeps though they do not take place."""

_CANCELLED: Final = re.compile(
    r"(?:^|[\s(\[（【*:–—-])(?:(?:is |was |has been )?cancel+ed|withdrawn|postponed|"
    r"abgesagt|entfällt|fällt aus|verschoben|annulée?|"
    r"reportée?|cancelad[oa]|suspendid[oa]|aplazad[oa]|annullat[oa]|rinviat[oa]|adiad[oa]|geannuleerd|afgelast|"
    r"отмен[её]на?|перенес[её]н\w*)(?=$|[\s.,:;!)\]）】*–—-])|取消|中止|延期|已取消|休講",
    re.IGNORECASE,
)

_YET: Final = re.compile(
    r"\b(?:por confirmar|por determinar|por anunciar|à définir|à confirmer|da definire|da confermare|a confirmar|"
    r"a definir|tba|t\.b\.a|tbd|"
    r"to be (?:announced|confirmed|determined)|noch offen|wird noch|nader te bepalen|nog niet bekend|te bepalen|"
    r"уточняется|"
    r"будет объявлен\w*)(?!\w)|待定|未定",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\s*[(（](?P<aside>[^()（）]{3,80})[)）]\s*$")
_SHORT_LINE: Final = 200
"""A longer line is prose."""

_FEW: Final = 5
"""The name of a room has no more words."""

_END: Final = re.compile(r"[\s,;:–—|-]+$")


@dataclass(slots=True)
class _Parts:
    """What is known of an entry while its lines are read."""

    titles: list[str] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    chairs: list[Speaker] = field(default_factory=list)
    coauthors: list[Speaker] = field(default_factory=list)
    rooms: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    awaited: bool = False
    length: Length | None = None


def entry_of(draft: Draft, file: str) -> Entry:
    """The entry that a draft is, without its date and time; the talks inside it are made too."""
    parts = _Parts()
    by_label: dict[Label, list[str]] = {}
    for label, said in draft.labels:
        by_label.setdefault(label, []).append(said.text)
    lines = [text for said in draft.head if (text := _stripped(said.text, parts))]
    for name in by_label.get("chair", ()):
        parts.chairs += read_people(name)
    for name in by_label.get("speaker", ()):
        _add_people(parts, _stripped(name, parts))
    _titles(parts, lines, [_stripped(text, parts) for text in by_label.get("title", ())])
    _belongings(parts, by_label)
    abstract = _abstract(draft, by_label)
    talks = tuple(entry_of(talk, file) for talk in draft.talks)
    _unprefixed(parts)
    parts.titles = [_unquoted(title) for title in parts.titles]
    title, each, length = _measured(parts, holds=bool(talks))
    speakers = _once(parts.speakers)
    parts.awaited = parts.awaited or nobody(title) or bool(_YET.search(title))
    by_label.setdefault("kind", []).extend(parts.kinds)
    kind = _kind(title, by_label, speakers=bool(speakers), holds=bool(talks), abstract=bool(abstract))
    if kind not in {"talk", "keynote", "session"} and (aside := _ASIDE.search(title)) and aside["aside"][0].islower():
        title, parts.notes = title[: aside.start()], [aside["aside"], *parts.notes]
    return Entry(
        kind=kind,
        title=title,
        room=", ".join(dict.fromkeys(filter(None, [*by_label.get("room", ()), *parts.rooms]))) or draft.room,
        track=" ".join(by_label.get("track", ())),
        speakers=speakers,
        coauthors=_others([*parts.coauthors, *joint_with(abstract)], speakers),
        chairs=_once(parts.chairs),
        abstract=abstract,
        keywords=tuple(
            word for text in by_label.get("keywords", ()) for word in re.split(r"\s*[,;，；、]\s*", text) if word
        ),
        note="\n\n".join([*parts.notes, *by_label.get("note", ()), *by_label.get("bio", ())]),
        each=each,
        entries=talks,
        where=Place(file, draft.number),
        remarks=(
            *([AWAITED] if parts.awaited and not speakers else []),
            *([CANCELLED] if _is_cancelled(draft) else []),
        ),
        end=length,
    )


def _stripped(text: str, parts: _Parts) -> str:
    """A line without labels inside it, files at its end, and its room."""
    text, inner = labels_within(text)
    if inner and text.count("(") > text.count(")"):
        text = text.rstrip(" ;,.") + ")"
    if (lead := _LENGTH_FIRST.match(text)) and (length := find_length(lead[0])):
        parts.length = parts.length or length
        text = text[lead.end() :]
    if prefix := begins_with_room(text):
        parts.rooms.append(prefix["room"].strip())
        text = text[prefix.end() :]
    for said in inner:
        if said.label == "chair":
            parts.chairs += read_people(said.rest)
        elif said.label == "speaker":
            parts.speakers += read_people(said.rest)
        else:
            parts.rooms.append(said.rest)
    text, _ = without_resources(text)
    if (
        (found := ROOM_BEHIND.search(text))
        and found.start() > 0
        and is_room(found["inside"] or found["after"], sure=bool(found["inside"]))
    ):
        parts.rooms.append((found["inside"] or found["after"]).strip())
        text = text[: found.start()]
    if (found := AT.search(text)) and found.start() > 0:
        parts.rooms.append(found["place"].strip())
        text = text[: found.start()]
    return text.strip()


def _add_people(parts: _Parts, text: str) -> None:
    people = read_people(text)
    parts.speakers += people
    parts.awaited = parts.awaited or not people
    if not people and re.search(r"\w", text) and len(text) > 40:
        parts.notes.append(text)


def _titles(parts: _Parts, lines: Sequence[str], labelled: Sequence[str]) -> None:
    """Sort the lines of the head into title, people and the rest."""
    if labelled:
        parts.titles = [labelled[0]]
        parts.notes += labelled[1:]
        for line in lines:
            _person_or_note(parts, line)
        return
    if parts.speakers:
        # A label has said who speaks.
        parts.titles += lines[:1]
        parts.notes += lines[1:]
        return
    if (
        len(lines) == 1
        and (apart := _KIND_AND_NAME.match(lines[0]))
        and _generic(apart["kind"])
        and read_people(apart["who"])
    ):
        # "主题报告一（熊璋教授） 在线社会与人工智能" is two lines that copying has joined.
        lines = [f"{apart['kind']}（{apart['who']}）", apart["title"]]
    if len(lines) == 1:
        byline = split_by(lines[0])
        parts.titles = [byline.title] if byline.title else []
        parts.speakers += byline.speakers
        parts.chairs += byline.chairs
        parts.kinds += [byline.called] if byline.called else []
        return
    rest: list[str] = []
    for at, line in enumerate(lines):
        if nobody(line):
            parts.awaited = True
            continue
        if at and is_room(line, sure=False) and len(line.split()) <= _FEW:
            parts.rooms.append(line)
            continue
        people = read_people(line)
        told = any(person.affiliation or person.position for person in people)
        # Below people stands a title, unless it is as surely people as can be.
        sure = 0.5 if told or not parts.speakers else 0.85
        if people and all(name_score(person.name) >= sure for person in people):
            parts.speakers += people
        elif at and parts.speakers and not parts.speakers[-1].affiliation and _says_where(line):
            _affiliate(parts, line)
        else:
            rest.append(line)
    _rest_of_head(parts, rest)


_PREFIX: Final = re.compile(r"^(?P<kind>[^:：–—「«“]{3,40}?)\s*(?:[:：]|\s[–—-]\s|(?=[「«“]))\s*(?P<title>\S.+)$")
_PLAIN_KINDS: Final = frozenset(
    "talk|lecture|presentation|keynote|workshop|panel|poster|vortrag|exposé|conférence|charla|ponencia|conferencia|"
    "intervento|relazione|palestra|lezing|доклад|报告|講演|session|panel discussion|podiumsdiskussion|table ronde|"
    "mesa redonda|tavola rotonda|round table|круглый стол|atelier|taller|oficina|oral talk|tutorial|plenary|"
    "invited talk|contributed talk".split("|")
)
"""What says no more than the kind of an entry does."""


def _unprefixed(parts: _Parts) -> None:
    """A title without the kind that stands before it, "Keynote: Bridges"; a kind that says more becomes a note."""
    if parts.titles and (found := _PREFIX.match(parts.titles[0])) and not _SECTION.match(parts.titles[0]):
        kind = found["kind"].strip()
        if _generic(kind) and kind_of(kind) in {"talk", "keynote"} and not re.search(r"[0-9IVX]$", kind):
            parts.kinds.append(kind)
            parts.titles[0] = found["title"]
    for kind in parts.kinds:
        if kind.lower() not in _PLAIN_KINDS and kind not in parts.notes and kind not in parts.titles:
            parts.notes.insert(0, kind)


_SECTION: Final = re.compile(
    r"\W*(?:session|sitzung|sektion|séance|sesión|sessione|sessão|sessie|секция|セッション)\b", re.IGNORECASE
)


def _unquoted(title: str) -> str:
    """A title without quotation marks around the whole of it."""
    found = re.fullmatch(r"[«„“\"「『]\s*([^«»„“”\"「」『』]+?)\s*[»“”\"」』]", title)
    return found[1] if found else title


def _rest_of_head(parts: _Parts, rest: list[str]) -> None:
    if rest and not parts.speakers:
        bylines = [split_by(line) for line in rest]
        chosen = next((at for at, byline in enumerate(bylines) if byline.speakers), None)
        if chosen is not None:
            parts.speakers += bylines[chosen].speakers
            parts.chairs += bylines[chosen].chairs
            rest[chosen] = bylines[chosen].title
            parts.kinds += [bylines[chosen].called] if bylines[chosen].called else []
    rest = [line for line in rest if line]
    generic = [line for line in rest if _generic(line) or line.lower() in _PLAIN_KINDS]
    proper = [line for line in rest if line not in generic]
    if proper:
        # "Keynote speech 1" over "Online society": the second is the title, the first says what it is.
        parts.titles, parts.notes = proper[:1], [*parts.notes, *generic, *proper[1:]]
        parts.kinds += generic
    else:
        parts.titles, parts.notes = generic[:1], [*parts.notes, *generic[1:]]


_GENERIC: Final = re.compile(
    r"(?:(?:invited|keynote|plenary|opening|contributed|oral|public|short|spotlight|lightning|special|guest|"
    r"research)\s+)?(?:talks?|lectures?|keynotes?|"
    r"speech(?:es)?|address|presentations?|sessions?|plenary)(?:\s+(?:no\.?\s*)?[0-9IVX#]{1,4})?(?:\s*in\s+\w+)?|"
    r"(?:eingeladener |öffentlicher )?(?:haupt|plenar|gast|kurz|eröffnungs)?vortrag(?:\s+\w{1,3})?|"
    r"(?:exposé|conférence)(?:\s+(?:invitée?|plénière|inaugurale))?(?:\s+\w{1,3})?|(?:charla|conferencia|"
    r"ponencia)(?:\s+\w+)?|"
    r"(?:relazione|conferenza)(?:\s+\w+)?|(?:palestra|conferência)(?:\s+\w+)?|(?:hoofd|gast)?lezing|(?:пленарный |"
    r"приглашённый )?доклад|"
    r"(?:主题|主題|特邀|大会|邀请)(?:报告|報告|演讲)[一二三四五六七八九十0-9]{0,3}(?:（[^）]*）|\([^)]*\))*|報告|"
    r"講演|基調講演|招待講演|特別講演",
    re.IGNORECASE,
)


_KIND_AND_NAME: Final = re.compile(r"^(?P<kind>.{2,40}?)\s*[(（](?P<who>[^()（）]{2,60})[)）]\s+(?P<title>\S.*)$")


def _generic(line: str) -> bool:
    """Whether a line says only that there is a talk."""
    return _GENERIC.fullmatch(line.strip(" :.,–—-")) is not None


def _person_or_note(parts: _Parts, line: str) -> None:
    people = read_people(line)
    if people and is_name(people[0].name) and not parts.speakers:
        parts.speakers += people
        return
    byline = split_by(line)
    if byline.speakers and not parts.speakers:
        parts.speakers += byline.speakers
        parts.chairs += byline.chairs
        line = byline.title
    elif parts.speakers and not parts.speakers[-1].affiliation and is_affiliation(line):
        _affiliate(parts, line)
        return
    elif people and not parts.speakers and len(line.split()) <= 4 and not _generic(line) and kind_of(line) == "talk":
        parts.speakers += people
        return
    if line and not _generic(line):
        parts.notes.append(line)


def _says_where(line: str) -> bool:
    """Whether a line below people says where they are: an institution, or anything of that size between brackets."""
    bracketed = re.fullmatch(r"[(（\[]([^()（）\[\]]{3,80})[)）\]]", line.strip())
    if bracketed is None:
        return is_affiliation(line)
    return is_affiliation(bracketed[1]) or (bracketed[1][0].isupper() and kind_of(bracketed[1]) == "talk")


def _affiliate(parts: _Parts, line: str) -> None:
    """An institution that stands below people is theirs."""
    parts.speakers = [
        person if person.affiliation else replace(person, affiliation=line.strip(" ,;()（）[]"))
        for person in parts.speakers
    ]


def _belongings(parts: _Parts, by_label: dict[Label, list[str]]) -> None:
    for text in by_label.get("coauthors", ()):
        parts.coauthors += read_people(text)
    for text in by_label.get("affiliation", ()):
        if parts.speakers:
            _affiliate(parts, text)
        else:
            parts.notes.append(text)
    for text in by_label.get("position", ()):
        parts.speakers = [person if person.position else replace(person, position=text) for person in parts.speakers]
    for text in by_label.get("length", ()):
        parts.length = parts.length or find_length(text)
    for text in by_label.get("session", ()):
        parts.notes.append(text)


def _abstract(draft: Draft, by_label: dict[Label, list[str]]) -> str:
    """The abstract: what stands under its label, and the paragraphs below."""
    text = "\n\n".join(by_label.get("abstract", ()))
    for said in draft.body:
        if said.text.startswith(GOES_ON):
            text = f"{text} {said.text[1:]}".strip()
        elif said.text.startswith("- ") and text:
            text += f"\n{said.text}"
        else:
            text = f"{text}\n\n{said.text}".strip()
    return re.sub(r"^(?:abstract|summary|résumé|zusammenfassung)\s*[:.]\s*", "", text, flags=re.IGNORECASE)


def _is_set_off(title: str, length: Length) -> bool:
    """Whether a length stands beside a title, as in brackets or behind a comma; "GTFS in 30 minutes" is one."""
    before, after = title[: length.begins].rstrip(), title[length.ends :].lstrip()
    if before.endswith(("(", "（", "[")):
        return after.startswith((")", "）", "]"))
    if before.endswith(("+", "/")):
        return False
    return not after.strip(" .") and (length.each or not before or before.endswith((",", ";", "–", "—", "-", ":", "|")))


def _measured(parts: _Parts, *, holds: bool) -> tuple[str, int | None, int | None]:
    """The title without lengths of time; the length of each talk; and, for one that has no end, its own length."""
    title = " ".join(parts.titles)
    found = find_length(title)
    if found is not None and _is_set_off(title, found):
        before, after = title[: found.begins].rstrip(" (（[,;–—-"), title[found.ends :].lstrip(" )）],;")
        title = f"{before} {after}".strip()
    else:
        found = None
    length = found or parts.length
    if length is None:
        return _END.sub("", _no_stop(title)), None, None
    if length.each or find_count(title):
        if holds and (count := find_count(title)):
            title = title[count.end() :][:1].upper() + title[count.end() :][1:]
        return _END.sub("", _no_stop(title)), length.minutes, None
    return _END.sub("", _no_stop(title)), None, length.minutes


def _no_stop(title: str) -> str:
    """A title without the full stop that ended its line."""
    return (
        title[:-1]
        if title.endswith(".") and not title.endswith("..") and title.count(". ") == 0 and len(title) > 3
        else title
    )


def _kind(title: str, by_label: dict[Label, list[str]], *, speakers: bool, holds: bool, abstract: bool) -> Kind:
    for text in by_label.get("kind", ()):
        if (said := kind_of(text, speakers=speakers, usual="other")) not in {"other", "session"}:
            return said
    usual: Kind = "session" if holds else "talk"
    kind = kind_of(title, speakers=speakers or abstract, usual=usual)
    if holds and kind not in {"session", "panel", "workshop", "poster", "other"}:
        return "session"
    if kind == "other" and speakers and abstract:
        return "talk"
    return kind


def _is_cancelled(draft: Draft) -> bool:
    """Whether the lines of an entry, prose apart, say that it does not take place."""
    lines = [said.text for said in draft.head] + [said.text for label, said in draft.labels if label != "abstract"]
    return any(len(line) < _SHORT_LINE and _CANCELLED.search(line) for line in lines)


def _once(people: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Each person once, with what is known of them."""
    known: dict[str, Speaker] = {}
    for person in people:
        key = normal(person.name)
        if key not in known or (person.affiliation and not known[key].affiliation):
            known[key] = person
    return tuple(known.values())


def _others(people: Sequence[Speaker], speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    names = {normal(person.name) for person in speakers}
    return tuple(person for person in _once(people) if normal(person.name) not in names)
