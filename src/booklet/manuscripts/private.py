"""Lines of a description that only participants should have: join links, passwords, telephone numbers, addresses."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from booklet.manuscripts.asked import Asked

_JOIN: Final = (
    r"(?:[\w.-]+\.)?zoom\.(?:us|com)|teams\.(?:microsoft|live)\.com|meet\.google\.com|(?:[\w.-]+\.)?webex\.com|"
    r"(?:[\w.-]+\.)?gotomeeting\.com|meet\.jit\.si|whereby\.com|(?:[\w.-]+\.)?bluejeans\.com|rendez-vous\.renater\.fr|"
    r"(?:bbb|bigbluebutton|vidyo|jitsi)\.[\w.-]+"
)
JOIN_LINK: Final = re.compile(rf"https?://(?:{_JOIN})(?:/[^\s<>\"]*)?", re.IGNORECASE)
_ACCESS: Final = re.compile(
    r"\b(?:pass(?:word|code)|kennwort|passwort|mot de passe|contraseña|senha|wachtwoord|пароль)\s*[:=]\s*\S"
    r"|\b(?:meeting|webinar|conference|room|zoom)[ -]?(?:id|code|number)\s*[:=]"
    r"|\b(?:tel|phone|telefon|téléphone|mobile|fax|one tap mobile)\b\.?\s*:\s*[+(0-9]"
    r"|\b(?:tel|sip):[+0-9]"
    r"|(?:密码|口令|会议号|パスワード)\s*[:：]",
    re.IGNORECASE,
)
_ADDRESS: Final = r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}"
_EMAIL: Final = re.compile(rf"[(<]?\b{_ADDRESS}[)>]?")
_TELLING: Final = (
    "zoom", "teams.", "meet.", "webex", "gotomeeting", "whereby", "bluejeans", "renater", "bbb.", "bigbluebutton",
    "vidyo", "jitsi", "passw", "passcode", "kennwort", "mot de passe", "contraseña", "senha", "wachtwoord", "пароль",
    "meeting", "webinar", "conference", "room", "tel", "phone", "téléphone", "mobile", "fax", "sip:", "密码", "口令",
    "会议号", "パスワード",
)  # fmt: skip
"""One of these is in what the two patterns above find."""

_BORDERS: Final = re.compile(r"(\r?\n|<br\s*/?>|</?(?:p|div|li|ul|ol|tr|td|h[1-6])\b[^<>]{0,300}>)", re.IGNORECASE)
_TAGS: Final = re.compile(r"<[^<>]{0,500}>|&nbsp;|\u00a0")

_LINE: Final = 300
"""What is longer is prose; of it only join links are taken."""

_SHORT: Final = 70
"""In a line no longer than this, an e-mail address is a way to reach somebody; in prose, it was meant to be read."""

_LABEL: Final = re.compile(
    r"(?:[^\W\d_][\w \t-]{0,30}[:：]|contacto?|kontakt|e-?mail|courriel|correo)?[\s()<>\[\]]*", re.IGNORECASE
)
"""What is left of a line that was there for its address."""


class Public(NamedTuple):
    """What everybody may read of a text, and how many lines are not as they were."""

    text: str
    taken: int


def public(text: str, asked: Asked) -> Public:
    r"""A text (plain or HTML) without what only participants should have, unless private things are asked for.

    Taken are lines with join links, passwords and telephone numbers, with the line above one if it ends with a colon;
    of longer lines only the links; and e-mail addresses from short lines.

    >>> public("Come!\nJoin here:\nhttps://zoom.us/j/123\nPasscode: 42\nAnn Lee (ann@example.org)", Asked())
    Public(text='Come!\n\n\n\nAnn Lee ', taken=4)
    """
    if asked.private or not _suspect(text):
        return Public(text, 0)
    pieces = _BORDERS.split(text)
    taken = 0
    below = False
    for at in range(len(pieces) - 1, -1, -2):
        bare = _TAGS.sub(" ", pieces[at]).strip()
        if not bare:
            continue
        kept = _kept(pieces[at], bare, below=below)
        below = not kept
        taken += kept != pieces[at]
        pieces[at] = kept
    return Public("".join(pieces), taken)


def public_line(text: str, asked: Asked) -> str:
    """A line of an agenda without addresses, join links, passwords and telephone numbers, unless they are asked for.

    What else stands in the line stays: an agenda says when a talk is in the same line as how to reach its speaker.

    >>> public_line("9:00 Ann Lee (MIT, ann@example.org): Stars, phone: +1 555 123", Asked())
    '9:00 Ann Lee (MIT): Stars'
    """
    if asked.private or not _suspect(text):
        return text
    bare = _REACHED.sub("", _EMAIL_HERE.sub("", JOIN_LINK.sub("", text)))
    return "" if _LABEL.fullmatch(bare.strip()) else bare.strip()


_REACHED: Final = re.compile(rf"[\s,;|]*(?:{_ACCESS.pattern})[^,;|)\]]*", re.IGNORECASE)
"""A password or a number with its label, up to where something else begins."""

_EMAIL_HERE: Final = re.compile(
    rf"\s*[(<\[]\s*(?:{_ADDRESS})\s*[)>\]]|[\s,;]*\b(?:e-?mail|courriel|correo|kontakt|contact)\s*:\s*(?:{_ADDRESS})|"
    rf"[\s,;]*\b(?:{_ADDRESS})",
    re.IGNORECASE,
)
"""An e-mail address with the signs that set it off."""


def _suspect(text: str) -> bool:
    """Whether there is anything to take; most texts are cleared by words that are found fast."""
    if "@" in text and _EMAIL.search(text):
        return True
    small = text.lower()
    return any(word in small for word in _TELLING) and bool(JOIN_LINK.search(text) or _ACCESS.search(text))


def _kept(piece: str, bare: str, *, below: bool) -> str:
    """What is kept of a line; `bare` is the line without tags, and `below` says that the one below it was taken."""
    if len(bare) > _LINE:
        return JOIN_LINK.sub("", piece)
    if JOIN_LINK.search(bare) or _ACCESS.search(bare) or (below and bare.endswith(":")):
        return ""
    if len(bare) <= _SHORT and _EMAIL.search(bare):
        return "" if _LABEL.fullmatch(_EMAIL.sub("", bare)) else _EMAIL.sub("", piece)
    return piece
