"""Names as lists have them: cleaned, put together of their parts, and looked at for what is probably wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.attendees.columns import Named
from booklet.importers.tables import Row
from booklet.model.people import is_east_asian
from booklet.model.texts import plain_line

_PLACEHOLDERS: Final = frozenset(
    """
    info requested|info requested info requested|information requested|unassigned|not assigned|n/a|n.a.|tba|tbd|tbc|
    to be announced|to be assigned|to be confirmed|none|null|nil|unknown|-|--|---|–|—|.|..|...|…|?|??|???|
    no name|name|first name last name|nicht zugewiesen|unbekannt|à confirmer|non attribué|por confirmar|sin asignar|
    da confermare|a confirmar|onbekend|nieznany|не указано|неизвестно|未定|未登録|待定|无|無|なし
    """.replace("\n", "").replace("    ", "").split("|")
)  # fmt: skip
"""What stands for a name that nobody has given yet. Source: Eventbrite writes "Info Requested" for both names."""

_ERRORS: Final = frozenset(
    {"#n/a", "#ref!", "#name?", "#value!", "#null!", "#div/0!", "#num!", "#nv", "#bezug!", "#wert!"}
)
"""What spreadsheets show where a formula has failed."""

_NO_PART: Final = frozenset({"info requested", "information requested", "n/a", "tba"})
"""What stands for a part of a name. Short words are names somewhere, such as Na or Nil."""

_HIDDEN: Final = "\\s\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_EDGES: Final = re.compile(f"\\A[{_HIDDEN}]+|[{_HIDDEN}]+\\Z")
_UNSEEN: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What nobody sees within a text and no script needs; joiners are needed in Persian and Hindi names."""

_SPACES: Final = re.compile("[ \u00a0\u202f\u2007]+")
_SUFFIX: Final = re.compile(
    r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|m\.?sc|b\.?sc|m\.?a|mba|esq|dds|llm|c\.?phys|f\.?r\.?s|obe|cbe)\.?",
    re.IGNORECASE,
)
"""What follows a comma and turns no name round."""

_LETTER: Final = re.compile(r"[^\W\d_]")
_MOJIBAKE: Final = re.compile("[ÃÂÄÅÐÑØâãäåæ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")


class NameRead(NamedTuple):
    """A name, with its parts if the list has them and the name holds them, else ""."""

    name: str = ""
    given: str = ""
    family: str = ""


def tidy(text: str) -> str:
    r"""A cell as a badge prints it: on one line, single spaces, nothing that is not seen.

    >>> tidy("\u200b\u00a0Ana \n Lima\ufeff ")
    'Ana Lima'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    return _EDGES.sub("", _SPACES.sub(" ", plain_line(_UNSEEN.sub("", text))))


def stands_for_none(name: str) -> bool:
    """Whether a name is none but says that nobody has given one: "Info Requested", "TBA", "-".

    >>> stands_for_none("Info Requested Info Requested"), stands_for_none("Ed Nil")
    (True, False)
    """
    return name.casefold() in _PLACEHOLDERS or failed(name) or not any(char.isalnum() for char in name)


def failed(cell: str) -> bool:
    """Whether a cell is one of a formula that has failed.

    >>> failed("#N/A"), failed("#1 Fan")
    (True, False)
    """
    return cell.startswith("#") and cell.casefold() in _ERRORS


def name_in(row: Row, sources: Sequence[Named]) -> NameRead:
    """The name in a row, of the first source that has one."""
    for source in sources:
        cells = ["" if at is None else tidy(row.cell(at)) for at in source[:3]]
        whole, given, family = cells[0], *("" if _no_part(part) else part for part in cells[1:])
        joined = put_together(given, family)
        if whole and not stands_for_none(whole):
            if source.family_first and (turned := inverted(whole)):
                return turned
            if not joined or stands_for_none(joined):
                return NameRead(whole)
            if given.casefold() in whole.casefold() and family.casefold() in whole.casefold() and "," not in whole:
                return NameRead(whole, given, family)
        if joined and not stands_for_none(joined):
            return NameRead(joined, given, family)
    return NameRead()


def put_together(given: str, family: str) -> str:
    """A whole name; in Chinese, Japanese and Korean the family name is first, with no space.

    >>> put_together("Ana", "Lima"), put_together("伟", "王"), put_together("Suharto", "")
    ('Ana Lima', '王伟', 'Suharto')
    """
    given, family = ("" if _no_part(part) else part for part in (given, family))
    if given and family and is_east_asian(given) and is_east_asian(family):
        return family + given
    return " ".join(filter(None, [given, family]))


def _no_part(part: str) -> bool:
    return part.casefold() in _NO_PART or failed(part) or not (part.isalnum() or any(map(str.isalnum, part)))


def inverted(name: str) -> NameRead | None:
    """A name that is written "Last, First", turned round; None if it is written otherwise.

    >>> inverted("van der Berg, Jan"), inverted("Ed Nil, PhD")
    (NameRead(name='Jan van der Berg', given='Jan', family='van der Berg'), None)
    """
    family, comma, given = (part.strip() for part in re.sub("[，、،]", ",", name).partition(","))
    if not comma or not family or not given or "," in given or _SUFFIX.fullmatch(given):
        return None
    return NameRead(put_together(given, family), given, family)


def all_inverted(names: Sequence[str]) -> bool:
    """Whether all names of a list are written "Last, First", and not "Name, Affiliation".

    Family names are one word mostly, and given names at most three.
    """
    if len(names) < 2:
        return False
    single = 0
    for name in names:
        turned = inverted(name)
        if turned is None or len(turned.given.split()) > 3:
            return False
        single += " " not in turned.family
    return 2 * single > len(names)


def one_case(name: str) -> bool:
    """Whether a name of several letters is all capitals or all small letters, where its script has both.

    >>> [one_case(name) for name in ("ANNA SCHMIDT", "mary-jane o'neil", "Ana LIMA", "王伟", "J. R.")]
    [True, True, False, False, False]
    """
    if not (name.isupper() or name.islower()):
        return False
    return sum(char.lower() != char.upper() for char in name) >= 4


def repaired(text: str) -> str:
    """What a text was before it was read in a wrong encoding, "" if it was not.

    >>> repaired("MÃ¼ller"), repaired("Müller")
    ('Müller', '')
    """
    if text.isascii() or not _MOJIBAKE.search(text):
        return ""
    for encoding in ("cp1252", "latin-1"):
        try:
            return unicodedata.normalize("NFC", text.encode(encoding).decode("utf-8"))
        except UnicodeError:
            continue
    return ""


def formula_like(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula.

    Source: OWASP, CSV Injection.
    """
    return text[:1] in set("=+-@\t\r") and len(text) > 1 and _LETTER.search(text) is not None
