"""One person with position and affiliation, as a cell or a list names them.

1. "Name, Position, Affiliation": the affiliation is the last part where a position is named, and everything behind the
   name where none is.
2. "Name (Affiliation)", "Name [Affiliation]", "Name – Affiliation", "Name from Affiliation"; but what stands in
   brackets in small letters is a nickname and stays.
3. "Vice President Dong Zhibao", "东京大学 山田太郎": position or affiliation first.
4. "LAST, First" and "Last A. B." are turned round.
5. Remarks in brackets, "(online)" and "(to be confirmed)", are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import Final

from booklet.manuscripts.affiliations import is_affiliation, is_position, position_before
from booklet.manuscripts.asides import is_aside, is_remark
from booklet.manuscripts.initials import initials_first
from booklet.manuscripts.name_titles import SUFFIX, without_office, without_title
from booklet.manuscripts.name_words import PARTICLES
from booklet.manuscripts.names import KNOWN, given, is_name, name_score, nobody
from booklet.model.program import Speaker

_PAIRS: Final = {")": "(", "）": "（", "]": "["}
_DASH: Final = re.compile(r"\s+(?:[–—-]{1,3}|@|from|at|aus|bij|chez)\s+")
_EMAIL: Final = re.compile(
    r"\s*[<(\[]?\s?(?:mailto:)?[^\s<>()\[\]@,;]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\s?[>)\]]?"
)
_REMARK: Final = re.compile(r"@\S{1,40}|[a-zß-ÿ][a-zß-ÿ0-9_.-]{0,30}(?:/[a-z]{2,6}){0,2}|[\w.-]*[0-9_][\w.-]*")
"""What stands in brackets behind a name and is no affiliation: a handle, she/her, online."""

_MOST_REMARKS: Final = 4
_REACH: Final = 200
"""No name is longer, in characters."""

STARS: Final = " *†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰"
"""What may be raised behind a name."""

_ABBREVIATED: Final = re.compile(r"(?:^|[\s.,])(?:[A-Z]|Inc|Ltd|Co|Corp|St|Jr|Sr|Univ|Dept|Inst|al|etc|Prof|Dr)\.$")
_INSTITUTION_FIRST: Final = re.compile(
    r"(?P<place>[\u3400-\u9fff々]{2,30}(?:大学|大學|学院|學院|研究所|研究院|公司|中心|科学院|株式会社))[\s\u3000]*"
    r"(?P<name>[\u3400-\u9fff々\u3000 ]{2,12})"
)
_NO_POSITION: Final = re.compile(
    r"(?:\A|\s)(?:by|with|mit|avec|con|com|von|par|por|door|durch|di|da)\s|\A\W*[0-9]|\A(?:the|an?|der|die|la|le|el|il|una?|une?)\s|[:：?!。«»„“”\"「」『』【】]|\s(?:[–—|/]|-{1,3})\s|(?:\S+\s+){8}"
)
"""What parts a position from an event: "Welkom door dagvoorzitter Hilde", "Opening – Prof. Anna Weiß"."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_GIVEN_PART: Final = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}|[^\W\d_][^\W\d_.'’-]*\.?(?:[\s-][^\W\d_][\w.'’-]*){0,2}")


def person(text: str) -> Speaker:
    """One person without commas: a name, with titles, and with what stands in brackets or behind a dash.

    An e-mail address beside a name is private and left out.

    >>> person("Prof. Bo Ek (ETH Zürich)")
    Speaker(name='Bo Ek', position='Prof.', affiliation='ETH Zürich', at=())
    """
    text = (_EMAIL.sub("", text) if "@" in text else text).strip(" ,;").rstrip(STARS)
    name, inside = _without_affiliation(text)
    if not inside and (found := _INSTITUTION_FIRST.fullmatch(name)) and is_name(found["name"]):
        name, inside = found["name"].strip(), found["place"]
    bare, position = _without_position(name)
    bare = initials_first(bare)
    if not inside:
        return Speaker(bare, position, "")
    if is_position(inside):
        told = described([bare, *(part.strip() for part in inside.split(","))])
        return replace(told, position=", ".join(filter(None, [position, told.position])))
    return Speaker(bare, position, inside)


def _without_position(name: str) -> tuple[str, str]:
    """A name without titles, an office or a position before it, and what they say."""
    bare, said = without_title(name)
    bare, office = without_office(bare)
    told = [office, said]
    if office:
        bare, also = without_title(bare)
        told.append(also)
    before, rest = position_before(bare)
    if before and is_name(rest) and not _NO_POSITION.search(before):
        bare, told = rest, [before, *told]
    return bare, ", ".join(filter(None, told))


def described(parts: Sequence[str]) -> Speaker:
    """A name with its position and affiliation, which commas have parted.

    >>> described(["Eli Grigsby", "Professor of Mathematics", "Boston College"])
    Speaker(name='Eli Grigsby', position='Professor of Mathematics', affiliation='Boston College', at=())
    """
    name, *rest = (part for part in parts if part is parts[0] or not (nobody(part) or is_remark(part)))
    who = person(name)
    while rest and SUFFIX.fullmatch(rest[0]):
        who = replace(who, name=f"{who.name}, {rest.pop(0)}")
    if not rest:
        return who
    place, aside = brackets_apart(rest[-1])
    rest[-1] = place if aside and is_aside(aside) else _without_stop(rest[-1])
    if who.affiliation:
        if is_position(rest[0]):
            return replace(who, position=", ".join(filter(None, [who.position, *rest])))
        return replace(who, affiliation=", ".join([who.affiliation, *rest]))
    places, says = _told_apart(rest)
    return replace(who, position=", ".join(filter(None, [who.position, *says])), affiliation=", ".join(places))


def turned(last: str, first: str) -> str:
    """The name of somebody who is listed as "LAST, First".

    >>> turned("O'BRIEN", "Ann"), turned("MCDONALD", "Bo"), turned("DE LA CRUZ", "Eva")
    ("Ann O'Brien", 'Bo McDonald', 'Eva de la Cruz')
    """
    return f"{first.strip()} {_lowered(last.strip())}"


def may_be_turned(last: str, first: str) -> bool:
    """Whether "Last, First" can be a name at all."""
    words = last.split()
    short = len(words) <= 4 and all(_is_name_word(word) and not word.endswith(".") for word in words)
    return (
        short
        and _GIVEN_PART.fullmatch(first) is not None
        and not SUFFIX.fullmatch(first)
        and not any(is_affiliation(part) or is_position(part) for part in (last.title(), first))
    )


def is_turned(last: str, first: str) -> bool:
    """Whether "Last, First" is sure to be a name that has been turned round.

    >>> is_turned("BONNET", "Axel"), is_turned("Lee", "A. B."), is_turned("Ann Lee", "Rutgers")
    (True, True, False)
    """
    last, _ = without_title(last)
    if not may_be_turned(last, first):
        return False
    told = given(first.split(maxsplit=1)[0]) or re.match(r"[^\W\d_]\.", first) is not None
    if last.isupper() and len(last) > 1 and not first.isupper():
        return True
    alone = len([word for word in last.split() if word.casefold() not in PARTICLES]) == 1
    single = alone and len(first.split()) == 1 and first[0].isupper()
    if single or (alone and told):
        return True
    if any(not given(word) and not word.endswith(".") for word in first.split()[1:]):
        # "Karsgaard Pask, Imogen Tello" are two.
        return False
    return told and not given(last.split(maxsplit=1)[0]) and name_score(f"{first} {last}") >= KNOWN


def head_of(text: str) -> str:
    """A text without the brackets at its end."""
    return brackets_apart(text)[0]


def _is_name_word(word: str) -> bool:
    return re.fullmatch(r"[^\W\d_][\w'’.-]*", word) is not None and (word[0].isupper() or word in PARTICLES)


def brackets_apart(text: str) -> tuple[str, str]:
    """A text without the brackets at its end, and what they hold."""
    whole, text = text, text.rstrip(" .,;")
    if text[-1:] not in _PAIRS:
        return whole.rstrip(" ,;"), ""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] in _PAIRS) - (text[at] in _PAIRS.values())
        if depth == 0:
            return text[:at].rstrip(), text[at + 1 : -1].strip()
    return text, ""


def _without_affiliation(text: str) -> tuple[str, str]:
    """A name, and the affiliation in brackets or behind a dash; another name in brackets stays, a remark goes."""
    head, inside = brackets_apart(text)
    remarks = ""
    for _ in range(_MOST_REMARKS):
        if not inside or not head:
            break
        if is_aside(inside):
            head, inside = brackets_apart(head)
            continue
        if not _is_remark(inside, head):
            break
        remarks = f" ({inside}){remarks}"
        head, inside = brackets_apart(head)
    if inside and head:
        before, also = brackets_apart(head)
        return (before if also and is_aside(also) else head) + remarks, inside
    name, place = _beside_dash(head)
    return name + remarks, place


def _beside_dash(text: str) -> tuple[str, str]:
    """A name, and the affiliation behind a dash or "from", which must be a known one; or the whole text."""
    for found in _DASH.finditer(text[:_REACH]):
        name, place = text[: found.start()], text[found.end() :]
        if not place or not is_name(name):
            continue
        may_be_any = found[0].strip()[0] in "–—-" and not is_name(place) and place.split()[0] not in PARTICLES
        if may_be_any or is_affiliation(place):
            return name, place
    return text, ""


def _is_remark(inside: str, name: str) -> bool:
    """Whether brackets hold a handle or a remark: (zoobab), (DLange), (she/her), (the Grinch)."""
    if is_affiliation(inside) or is_position(inside):
        return False
    if _REMARK.fullmatch(inside) or (inside[:1].islower() and inside.startswith("the ")):
        return True
    family = name.rsplit(maxsplit=1)[-1].casefold()
    return " " not in inside and family in inside.casefold() and inside.casefold() != family


def _told_apart(parts: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What follows a name, as affiliation and position."""
    if is_position(parts[0]):
        return (parts[-1:], parts[:-1]) if len(parts) > 1 else ((), parts)
    says = [is_position(part) and not is_affiliation(part) for part in parts]
    return [part for part, said in zip(parts, says, strict=True) if not said], [*compress(parts, says)]


def _without_stop(text: str) -> str:
    """A text without the full stop that ended its line."""
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATED.search(text[-8:]):
        return text[:-1]
    return text


def _lowered(last: str) -> str:
    """A family name in capitals as sentences write it."""
    if not last.isupper() or len(last) < 2:
        return last
    words = [_WORD.sub(lambda found: found[0].capitalize(), word) for word in last.split()]
    small = [
        word.lower() if word.lower() in PARTICLES and at < len(words) - 1 else word for at, word in enumerate(words)
    ]
    return re.sub(r"\bMc([a-zß-ÿ])", lambda found: "Mc" + found[1].upper(), " ".join(small))
