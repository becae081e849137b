"""Everybody named in a cell, behind a label, or beside a title.

1. What parts several people: ";", "|", "；", "、" and line ends always; then "and", "&", "/", "et", "und", "y", "и" and
   commas where what they part reads as names.
2. "Name (Affiliation)", "Name, Affiliation", "Name, Position, Affiliation", "Name - Affiliation": the affiliation is the
   last part where a position is named, and everything behind the name where none is. An affiliation in brackets
   behind several names is that of all that have none.
3. "Last, First" is turned round where the last name is in capitals, or where commas part single words.
4. TBA, N.N., everyone and all are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.shapes import is_affiliation, is_name, name_score, nobody, without_title
from booklet.model.program import Speaker

__all__ = ["Byline", "is_affiliation", "is_name", "joint_with", "name_score", "nobody", "read_people", "split_by"]

_LONGEST: Final = 3000
"""A longer text names nobody in particular."""

_HARD: Final = re.compile(r"\s*[;；|｜、\n]\s*")
_AND: Final = re.compile(
    r"\s+(?:and|&|und|et|y|e|ed|en|och|og|и|i|with|sowie|as well as)\s+|\s*(?:＆|\s/\s|\s\+\s|"
    r"(?<=[^\W\d])/(?=[A-ZÀ-ÞА-Я]))\s*"
)
_SUFFIX: Final = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq)\.?", re.IGNORECASE)
_POSITION: Final = re.compile(
    r"\b(?:professor\w*|prof|lecturer|fellow|student\w*|post-?doc\w*|researcher|scientist|engineer|director|head|"
    r"chair|dean|provost|"
    r"president|vice-president|manager|founder|co-?founder|ceo|cto|cfo|editor|reader|instructor|analyst|consultant|"
    r"developer|"
    r"candidate|emeritus|emerita|assistant|associate|officer|lead|architect|curator|minister|secretary|author|"
    r"journalist|"
    r"leiter(?:in)?|direktor(?:in)?|mitarbeiter(?:in)?|doktorand(?:in)?|geschäftsführer(?:in)?|vorstand|"
    r"vorsitzende[rn]?|"
    r"directeur|directrice|chercheur|chercheuse|maître|doctorante?|responsable|chargée?|"
    r"profesora?|directora?|investigadora?|jefe|jefa|catedrátic[oa]|doctorand[oa]|"
    r"professore(?:ssa)?|ricercat(?:ore|rice)|direttore|direttrice|dottorand[oa]|responsabile|presidente|"
    r"pesquisadora?|diretora?|coordenadora?|hoogleraar|onderzoeker|directeur|docent|promovendus|"
    r"профессор|доцент|директор|научный сотрудник|заведующ\w+|аспирант\w*|руководитель)\b|教授|研究员|博士生|主任|"
    r"院长|准教授",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"[¹²³⁴-⁹⁰†‡§*]+|(?<=[^\W\d_])[0-9](?:,[0-9])*(?=\s*(?:,|$|;|and\b|und\b|et\b))")
_NOTE: Final = re.compile(
    r"(?:^|[\s;,])(?P<mark>[¹²³⁴-⁹†‡§*]|"
    r"[0-9](?=\s?[A-ZÀ-Þ]))\s*(?P<place>[^¹²³⁴-⁹†‡§;]{2,120}?)(?=\s*[;,]?\s*(?:[¹²³⁴-⁹†‡§*]|[0-9]\s?[A-ZÀ-Þ]|$))"
)
_SUPERSCRIPTS: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_LEADING: Final = re.compile(
    r"^\s*(?:by|with|von|mit|par|avec|por|con|di|door|speakers?:|presented by|lead by|led by|given by)\s+",
    re.IGNORECASE,
)


class Byline(NamedTuple):
    """A title without the people in it, who speaks, and who chairs; `called` is what kind of talk it says that it is."""

    title: str
    speakers: tuple[Speaker, ...] = ()
    chairs: tuple[Speaker, ...] = ()
    called: str = ""


def read_people(text: str) -> tuple[Speaker, ...]:
    """Everybody a text names, by the rules above; () if it is nobody.

    >>> [person.name for person in read_people("Ann Lee (MIT), Bo Ek (ETH) and Cy Fox")]
    ['Ann Lee', 'Bo Ek', 'Cy Fox']
    """
    text = " ".join(_LEADING.sub("", text).split()).strip(" ,;") if "\n" not in text else text.strip(" ,;\n")
    if not text or len(text) > _LONGEST or nobody(text):
        return ()
    if "・" in text and all(is_name(part) and _SIGNS.match(part) for part in text.split("・")):
        text = text.replace("・", "、")
    if marked := _numbered(text):
        return marked
    people: list[Speaker] = []
    for piece in _outside(_HARD, text):
        people += _group(piece)
    return tuple(person for person in people if not nobody(person.name))


_SIGNS: Final = re.compile("[\u4e00-\u9fff]")


def _outside(pattern: re.Pattern[str], text: str) -> list[str]:
    """A text split where a pattern matches outside brackets."""
    pieces: list[str] = []
    depth, start, at = 0, 0, 0
    found = pattern.search(text)
    for at, char in enumerate(text):
        if char in "(（[":
            depth += 1
        elif char in ")）]":
            depth = max(0, depth - 1)
        while found is not None and found.start() < at:
            found = pattern.search(text, at)
        if found is not None and found.start() == at and depth == 0 and found.end() > at:
            pieces.append(text[start:at])
            start = found.end()
            found = pattern.search(text, start)
    return [piece for piece in (part.strip(" ,") for part in (*pieces, text[start:])) if piece]


def _group(text: str) -> list[Speaker]:
    """The people of a piece that no hard sign parts."""
    if turned := _turned(text):
        return turned
    parts = _outside(_AND, text)
    if len(parts) > 1 and _mixed(parts):
        parts = [text]  # "Beatriz Solano y Rueda" is one person
    if len(parts) > 1 and all(_names_somebody(part) for part in parts):
        people = [person for part in parts for person in _commas(part)]
        return _shared(people)
    return _shared(_commas(text))


def _mixed(parts: Sequence[str]) -> bool:
    """Whether a full name stands before single words, which are then a part of it."""
    first, *others = (_head(part).split(",")[0].strip() for part in parts)
    return len(first.split()) > 1 and any(len(other.split()) == 1 and not other.startswith("@") for other in others)


def _names_somebody(part: str) -> bool:
    """Whether what stands between two "and"s begins with a name; one word is one in a list, unless it belongs to more."""
    head = _head(part)
    first = head.split(",")[0].strip()
    return is_name(first) or nobody(first) or (len(first.split()) == 1 and _single(first)) or first.startswith("@")


def _single(word: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_][\w'’.-]{1,30}", word)) and name_score(f"Anna {word.capitalize()}") >= 0.5


def _head(part: str) -> str:
    """What stands before the brackets at the end."""
    found = re.match(r"^(.*?)\s*[(（][^()（）]*(?:\([^()]*\)[^()（）]*)?[)）]\s*$", part)
    return found[1] if found else part


def _commas(text: str) -> list[Speaker]:
    """One person with what belongs to them, or several that commas part."""
    parts = _outside(re.compile(r"\s*[,，]\s*"), text)
    if len(parts) < 2:
        return [_person(text)]
    names = [is_name(_head(part)) for part in parts]
    if all(names) and is_affiliation(parts[-1]) and len(parts) == 2:
        return [_described(parts)]
    if all(names) and not any(_POSITION.search(part) or is_affiliation(_head(part)) for part in parts):
        return [_person(part) for part in parts]
    if all(name or _alias(part) for name, part in zip(names, parts, strict=True)) and any(map(_alias, parts)):
        return [_person(part) for part in parts]
    if any("(" in part or "（" in part for part in parts[:-1]) and all(names):
        return [_person(part) for part in parts]
    if sum(names) == len(parts) and len(parts) > 2:
        return [_person(part) for part in parts]
    return [_described(parts)]


def _alias(part: str) -> bool:
    """Whether a single word is what somebody calls themselves: anna, @rem."""
    return bool(re.fullmatch(r"@\S{2,40}|[^\W\d_A-Z][\w.-]{1,30}", part)) and part[:1] == part[:1].lower()


def _described(parts: Sequence[str]) -> Speaker:
    """A name with position and affiliation behind commas."""
    name, *rest = parts
    while rest and _SUFFIX.fullmatch(rest[0]):
        name = f"{name}, {rest.pop(0)}"
    person = _person(name)
    rest = [
        part.rstrip(".")
        if part is rest[-1] and not part.endswith("..") and not re.search(r"\b[A-Z]\.$|Inc\.$|Ltd\.$|Co\.$|St\.$", part)
        else part
        for part in rest
    ]
    if not rest:
        return person
    if person.affiliation:
        return replace(person, position=", ".join(filter(None, [person.position, *rest])))
    if not _POSITION.search(rest[0]):
        return replace(person, affiliation=", ".join(rest))
    if len(rest) == 1:
        return replace(person, position=", ".join(filter(None, [person.position, rest[0]])))
    return replace(person, position=", ".join(rest[:-1]), affiliation=rest[-1])


def _person(text: str) -> Speaker:
    """One person: "Name (Affiliation)", "Name - Affiliation", or a name."""
    text = text.strip(" ,;*")
    inside = ""
    found = re.match(r"^(?P<name>.*?)\s*[(（\[](?P<inside>[^()（）\[\]]*(?:\([^()]*\)[^()]*)?)[)）\]]\s*\.?$", text)
    if found and found["name"] and not re.fullmatch(r"[a-z][a-z0-9_-]{1,20}", found["inside"]):
        text, inside = found["name"], found["inside"].strip()
    else:
        dashed = re.match(r"^(?P<name>.{3,60}?)\s+[–—-]\s+(?P<place>.+)$", text)
        if dashed and is_name(dashed["name"]) and (is_affiliation(dashed["place"]) or not is_name(dashed["place"])):
            text, inside = dashed["name"], dashed["place"]
    name, title = without_title(text)
    position = title
    if inside and _POSITION.search(inside) and "," in inside:
        described = _described([name, *re.split(r"\s*,\s*", inside)])
        return replace(described, position=", ".join(filter(None, [title, described.position])))
    if inside and _POSITION.fullmatch(inside):
        return Speaker(_turned_name(name), ", ".join(filter(None, [title, inside])), "")
    return Speaker(_turned_name(name), position, inside)


def _turned_name(name: str) -> str:
    """So: "BONNET, Axel" as it is spoken."""
    found = re.fullmatch(r"(?P<last>[^,]{2,40}),\s*(?P<first>[^,]{1,40})", name)
    if not found or _SUFFIX.fullmatch(found["first"]):
        return name.strip()
    return f"{found['first'].strip()} {_lowered(found['last'].strip())}"


def _lowered(last: str) -> str:
    """A family name in capitals as it is written in a sentence: O'BRIEN is O'Brien, DE LA CRUZ de la Cruz."""
    if not last.isupper() or len(last) < 2:
        return last
    words = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), last).split(" ")
    small = {"De", "La", "Van", "Von", "Der", "Den", "Di", "Da", "Du", "Del", "Le"}
    bare = [word.lower() if word in small and at < len(words) - 1 else word for at, word in enumerate(words)]
    return re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), " ".join(bare))


def _turned(text: str) -> list[Speaker]:
    """So: "Last, First" where that is evident: a family name in capitals, or single words on both sides."""
    parts = [part.strip() for part in _head(text).split(",")]
    if len(parts) != 2 or not all(parts) or _SUFFIX.fullmatch(parts[1]):
        return []
    last, first = parts
    capitals = last.isupper() and len(last) > 2 and not first.isupper() and not is_affiliation(first)
    pair = f"{first} {last}"
    known = name_score(pair) >= 0.85 and not is_name(last) and not is_affiliation(first) and not _POSITION.search(first)
    if capitals or known:
        person = (
            _person(text[len(_head(text)) :].join([pair.replace(last, _lowered(last)), ""]))
            if False
            else _person(_head(text))
        )
        rest = text[len(_head(text)) :].strip(" ()（）")
        turned = replace(person, name=f"{first} {_lowered(last)}")
        return [replace(turned, affiliation=rest) if rest else turned]
    return []


def _shared(people: list[Speaker]) -> list[Speaker]:
    """An affiliation behind several names is that of all that have none: "A and B (University of X)"."""
    if len(people) > 1 and people[-1].affiliation and not any(person.affiliation for person in people[:-1]):
        return [replace(person, affiliation=people[-1].affiliation) for person in people]
    return people


def _numbered(text: str) -> tuple[Speaker, ...]:
    """So: "Ann Lee¹, Bo Ek¹², ¹MIT ²ETH": names with marks, then what the marks mean."""
    plain = text.translate(_SUPERSCRIPTS)
    first = _MARKS.search(text)
    if not first or first.start() == 0:
        return ()
    places = {found["mark"]: found["place"].strip(" ,;.") for found in _NOTE.finditer(plain)}
    if not places:
        return ()
    begin = min(found.start() for found in _NOTE.finditer(plain))
    people = []
    for piece in re.split(r"\s*[,;]\s*(?![0-9](?:\s*,|\s*$))|\s+(?:and|und|et|&)\s+", plain[:begin].strip(" ,;")):
        name = re.sub(r"[0-9†‡§*,\s]+$", "", piece).strip()
        marks = re.findall(r"[0-9†‡§*]", piece[len(name) :])
        if name:
            people.append(
                replace(_person(name), affiliation="; ".join(places[mark] for mark in marks if mark in places))
            )
    return tuple(people) if people and all(is_name(person.name) for person in people) else ()


_CHAIRED: Final = re.compile(
    r"\s*[(\[（]?\s*(?:moderated|chaired|hosted|led|facilitated) by\s+(?P<who>[^()\[\]]+)[)\]）]?\s*$", re.IGNORECASE
)
_LED: Final = re.compile(
    r"\s*[(\[（]?\s*(?:lead|led|given|presented|taught) by:?\s+(?P<who>[^()\[\]]+)[)\]）]?\s*$", re.IGNORECASE
)
_BRACKET: Final = re.compile(
    r"^(?P<title>.+?)\s*[(（](?P<who>[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]\s*[.,;]?$"
)
_BY: Final = re.compile(r"^(?P<title>.+?),?\s+(?:by|von|par|por|door)\s+(?P<who>[A-ZÀ-ÞА-Я].+)$")
_COLON: Final = re.compile(r"^(?P<head>[^:：]{2,160}?)\s*[:：]\s*(?P<tail>.+)$")
_DASH: Final = re.compile(r"^(?P<head>.+?)\s+[–—|-]{1,2}\s+(?P<tail>.+)$")
_GENERIC: Final = re.compile(
    r"(?:(?:invited|keynote|plenary|opening|contributed|oral|public|short|spotlight|lightning|special|guest|"
    r"featured)\s+)*(?:talks?|lectures?|keynotes?|"
    r"speech(?:es)?|speaker|address|presentations?|plenary|tutorial|seminar)(?:\s+(?:no\.?\s*)?[0-9IVX#]{1,4})?|"
    r"(?:eingeladener |öffentlicher )?"
    r"(?:haupt|plenar|gast|kurz|eröffnungs|abend|abschluss|impuls|fest)?vortrag(?:\s+[0-9IVX]{1,3})?|"
    r"keynote(?:-vortrag)?|impuls|"
    r"(?:exposé|conférence)(?:\s+(?:invitée?|plénière|inaugurale))?(?:\s+[0-9]{1,2})?|(?:charla|conferencia|"
    r"ponencia)(?:\s+(?:invitada|magistral|plenaria|inaugural))?(?:\s+[0-9]{1,2})?|"
    r"(?:relazione|conferenza|intervento)(?:\s+(?:invitata|plenaria|a invito))?(?:\s+[0-9]{1,2})?|(?:palestra|"
    r"conferência)(?:\s+(?:convidada|plenária|magna|de abertura))?(?:\s+[0-9]{1,2})?|"
    r"(?:hoofd|gast)?lezing(?:\s+[0-9]{1,2})?|(?:专题|專題|主题|主題|特邀|大会|邀请|学术)(?:报告|報告|演讲|演講|"
    r"讲座|講座)|基調講演|招待講演|特別講演|記念講演|(?:пленарный |приглашённый |"
    r"приглашенный )?доклад(?:\s+[0-9]{1,2})?",
    re.IGNORECASE,
)


_NOBODY_YET: Final = re.compile(r"^(?:N\.\s?N\.|TBA|TBD|TBC|t\.b\.a\.)\s*[:–—-]\s+(?=\S)")


def split_by(text: str) -> Byline:
    """A line that names a title and its people, taken apart where it is sure; else the line as its title.

    Understood are "Title (Name)", "Title by Name", "Name: Title", "Name (Affiliation): Title", "Name, Title", "Title, Name",
    "Name - Title", "Talk: Name (Affiliation)", "Keynote Name (Affiliation)", with several people too. "Panel (moderated
    by Name)" names who chairs.

    >>> split_by("Invited Talk: Johannes Brandstetter (JKU Linz)")[:2]
    ('Invited Talk', (Speaker(name='Johannes Brandstetter', position='', affiliation='JKU Linz', at=()),))
    """
    text = _NOBODY_YET.sub("", text.strip())
    if not text or len(text) > _LONGEST:
        return Byline(text)
    if found := _CHAIRED.search(text, max(0, len(text) - 300)):
        if found.start() > 0 and (people := _surely(found["who"])):
            return _with_chairs(split_by(text[: found.start()].rstrip(" ,;–—-")), people)
    if (
        (found := _LED.search(text, max(0, len(text) - 300)))
        and found.start() > 0
        and (people := _surely(found["who"]))
    ):
        return Byline(text[: found.start()].rstrip(" ,;–—-("), people)
    for attempt in (
        _all_people,
        _quoted_title,
        _before_colon,
        _bracketed,
        _named_by,
        _dashed,
        _comma_parted,
        _after_generic,
    ):
        if byline := attempt(text):
            return byline
    return Byline(text)


def _with_chairs(byline: Byline, chairs: tuple[Speaker, ...]) -> Byline:
    return byline._replace(chairs=(*byline.chairs, *chairs))


def _surely(text: str, *, least: float = 0.5) -> tuple[Speaker, ...]:
    """The people of a text if every one of them reads as one."""
    people = read_people(text)
    return people if people and all(name_score(person.name) >= least for person in people) else ()


def _all_people(text: str) -> Byline | None:
    """A line that is nothing but people: with positions or affiliations, or of names that are surely some."""
    people = _surely(text)
    if not people:
        return None
    told = any(person.affiliation or person.position for person in people)
    if any(person.affiliation and person.position and not _POSITION.search(person.position) for person in people):
        return None  # "Ann Lee (MIT), On graphs"
    if len(people) == 1 and people[0].affiliation and not people[0].position and "," in text and "(" not in text:
        # "Alyson Deines, Sage Number Theory and Development" is a name and a title.
        if not is_affiliation(people[0].affiliation) and len(people[0].affiliation.split()) > 1:
            return None
    if len(people) == 1 and re.search(r"\s[–—-]\s", text) and not is_affiliation(people[0].affiliation):
        return None
    return Byline("", people) if told or is_name(text) or len(people) > 1 else None


_QUOTED: Final = re.compile(
    r"^(?P<who>.{2,200}?)(?:[\s,:;–—-]+|(?<=[)）]))[«„“\"「『]\s*(?P<title>[^«»„“”\"「」]{2,300}?)\s*[»“”\"」』]\s*[.,]?$"
    r"|^[«„“\"「『]\s*(?P<first>[^«»„“”\"「」]{2,300}?)\s*[»“”\"」』][\s,:;–—-]+(?P<last>.{3,200})$"
)
_FEW: Final = 4


def _quoted_title(text: str) -> Byline | None:
    """ "Name (Affiliation), «Title»" and "“Title”, Name"."""
    found = _QUOTED.match(text)
    if not found:
        return None
    title, who = (found["title"], found["who"]) if found["title"] else (found["first"], found["last"])
    called = ""
    if colon := _COLON.match(who):
        if not _GENERIC.fullmatch(colon["head"].strip()):
            return None
        called, who = colon["head"].strip(), colon["tail"]
    people = _surely(who)
    return Byline(title, people, called=called) if people else None


def _bracketed(text: str) -> Byline | None:
    found = _BRACKET.match(text)
    if not found:
        return None
    if people := _surely(found["who"]):
        title = found["title"].rstrip(" ,;:–—-")
        if is_name(title) and len(people) == 1:
            return None  # a nickname
        return Byline(title, people)
    inner = split_by(found["title"]) if is_affiliation(found["who"]) and len(found["title"]) < 300 else None
    if inner and inner.speakers and not inner.speakers[-1].affiliation and text.rstrip().endswith(")"):
        trailing = found["title"].rstrip().endswith(inner.speakers[-1].name)
        if trailing:
            return inner._replace(
                speakers=tuple(
                    replace(one, affiliation=one.affiliation or found["who"].strip()) for one in inner.speakers
                )
            )
    return None


def _before_colon(text: str) -> Byline | None:
    """So: "Name: Title" and "Talk: Name"."""
    found = _COLON.match(text)
    if not found:
        return None
    head, tail = found["head"].strip(), found["tail"].strip()
    bracket = _BRACKET.match(tail)
    sure = 0.85 if bracket and _surely(bracket["who"]) else 0.55
    people = _surely(head, least=sure)
    if people and all("(" in head or not one.affiliation or is_affiliation(one.affiliation) for one in people):
        return Byline(tail, people)
    if len(head.split()) <= _FEW and kind_of(head) not in {"talk", "session"} and (people := _surely(tail)):
        return Byline(head, people)
    if _GENERIC.fullmatch(head):
        if people := _surely(tail):
            return Byline(head, people)
        inner = split_by(tail)
        if inner.speakers and inner.title:
            return inner._replace(called=head)
    return None


def _named_by(text: str) -> Byline | None:
    found = _BY.match(text)
    people = _surely(found["who"]) if found else ()
    return Byline(found["title"].rstrip(" ,;:–—-"), people) if found and people else None


def _dashed(text: str) -> Byline | None:
    """So: "Name - Title" and "Title - Name"."""
    found = _DASH.match(text)
    if not found:
        return None
    head, tail = found["head"].strip(), found["tail"].strip()
    if people := _surely(head, least=0.55):
        return Byline(tail, people)
    last = re.match(r"^(?P<head>.+)\s+[–—|-]{1,2}\s+(?P<tail>.+?)$", text)
    if last and (people := _surely(last["tail"], least=0.55)):
        return Byline(last["head"].strip(), people)
    return None


def _comma_parted(text: str) -> Byline | None:
    """So: "Name, Title" and "Title, Name", with an affiliation between or behind."""
    parts = _outside(re.compile(r"\s*[,，]\s+"), text)
    if len(parts) < 2:
        return None
    for count in (1, 2):
        head, rest = ", ".join(parts[:count]), ", ".join(parts[count:])
        people = _surely(head, least=0.55) if rest else ()
        proper = count == 1 or (is_name(_head(parts[0])) and is_affiliation(parts[1]))
        if (
            people
            and proper
            and not is_affiliation(rest)
            and not _POSITION.search(parts[1])
            and len(rest.split()) > 1
            and not is_name(rest)
        ):
            if count == 1 and len(parts) > 2 and is_affiliation(parts[1]):
                continue
            return Byline(rest, people)
    for count in (1, 2):
        head, tail = ", ".join(parts[:-count]), ", ".join(parts[-count:])
        proper = count == 1 or (is_name(parts[-2]) and is_affiliation(_head(parts[-1])))
        if (
            head
            and proper
            and len(head.split()) > 1
            and (people := _surely(tail, least=0.55))
            and name_score(head) < 0.5
        ):
            return Byline(head, people)
    return None


def _after_generic(text: str) -> Byline | None:
    """So: "Exposé invité Thomas Schiex (INRAE, Toulouse)"."""
    found = _GENERIC.match(text)
    if found and found.end() < len(text) and text[found.end()] in " \u00a0":
        people = _surely(text[found.end() :].strip(), least=0.55)
        if people:
            return Byline(found[0], people)
    return None


_JOINT: Final = re.compile(
    r"(?:\bjoint(?:ly)?(?:\s+(?:work|research|paper|project))?(?:\s+in progress)?\s+with|\bin collaboration with|"
    r"\bcollaboration with|\bgemeinsam(?:e arbeit)? mit|"
    r"\ben collaboration avec|\btravail (?:en )?commun avec|\btrabajo conjunto con|\ben colaboración con|"
    r"\blavoro (?:in collaborazione|congiunto) con|"
    r"\bin collaborazione con|\btrabalho (?:em )?conjunto com|"
    r"\bem colaboração com)\s+(?P<who>[^.;:\n]*(?:\b[A-Z]\.[^.;:\n]*)*)",
    re.IGNORECASE,
)


def joint_with(abstract: str) -> tuple[Speaker, ...]:
    """The co-authors that an abstract names in so many words: "joint work with Ann Lee, Bo Ek, and Cy Fox".

    Only full names count: "joint with Dogra and Mueller" names nobody that a program could.
    """
    people: list[Speaker] = []
    for found in _JOINT.finditer(abstract[:20_000]):
        for piece in re.split(r"\s*,\s*(?:and\s+|und\s+|et\s+)?|\s+(?:and|und|et|y|e)\s+", _names_only(found["who"])):
            name = piece.strip(" .,;")
            if not name or not is_name(_head(name)):
                break
            people.append(_person(name))
    return tuple(people)


def _names_only(text: str) -> str:
    """The beginning of a text that is a list of names: up to the first word that no name holds."""
    found = re.match(
        r"(?:(?:[A-ZÀ-ÞА-Я][\w'’.-]*|van|von|de|der|di|da|la|le|and|und|et|y|&|\([^()]{2,60}\))[\s,]*)+", text[:1500]
    )
    return found[0] if found else ""
