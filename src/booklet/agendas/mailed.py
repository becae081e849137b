"""What programs that send a text have added to it: the headers at its top, wrapped lines, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.agendas.labels import labelled
from booklet.agendas.page import Line
from booklet.agendas.plaintables import Raw
from booklet.agendas.tidy import tidy
from booklet.manuscripts.dates import find_date
from booklet.manuscripts.hours import hours_at

_Kind: TypeAlias = Literal["people", "sent", "date", "subject", "technical"]

_HEADERS: Final[dict[_Kind, str]] = {
    "people": r"from|to|b?cc|reply[- ]to|sender|von|an|kopie|antwort an|de|à|cci|répondre à|para|da|a|van|aan|от|кому|"
    r"копия|差出人|宛先|发件人|收件人|抄送|寄件者|收件者",
    "sent": "sent|gesendet|envoyé|enviado(?: el| em)?|inviato|verzonden|отправлено|送信日時|发送时间|寄件日期",
    "date": "date|datum|fecha|data|дата|日付|日期",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|件名|主题|主旨",
    "technical": r"(?:x|content|mime|message|in-reply|list|return|delivered|arc|dkim|thread|user|authentication|accept|"
    r"auto|disposition|resent|errors)-[a-z-]+|received|references|precedence|importance|priority|organization|"
    "attachments?|anlagen|pièces jointes",
}
"""Of RFC 5322, and as Outlook, Thunderbird, Apple Mail and webmail translate them."""

_HEADER: Final = re.compile(
    r"\s*\*{0,2}(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _HEADERS.items()) + r")"
    r"\*{0,2}\s?[:：]\*{0,2}(?P<value>.*)",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    r"\s*(?:-{2,} ?\w[^-]*\w ?-{2,}|From \S+@\S+ .*|(?:begin forwarded message|anfang der weitergeleiteten nachricht|"
    r"début du message réexpédié|inicio del mensaje reenviado|inizio messaggio inoltrato) ?:)\s*$",
    re.IGNORECASE,
)
"""What may stand above the headers: the line of an archive, or of a program that forwards."""

_ANSWER: Final = re.compile(
    r"\s*(?:(?:re|fwd?|aw|wg|tr|rv|enc|antw|doorst|sv|vs|ref|i|r)(?:\[[0-9]+\])?:|(?:re|回复|答复|转发|回覆|轉寄|返信|転送)[:：])",
    re.IGNORECASE,
)
_STAMP: Final = re.compile(r"[0-9]:[0-5][0-9]:[0-5][0-9]|[+-][0-9]{4}\b|\b(?:GMT|UTC)\b")
"""What only a program writes beside a date."""

_ITEM: Final = re.compile(r"\s*(?:[-*+•‣◦▪·●○–—]|[0-9]{1,2}[.)])\s")
_FLOWED: Final = (40, 80)
"""Where no header says that a text is flowed, lines that end in a space are wrapped if they are so long (RFC 3676
advises 78 at most)."""

_LONGEST: Final = 10_000
"""No line grows longer than this: beyond it no text has paragraphs, and time would grow with the square."""

_SIGNATURE: Final = 15
"""A signature has so many lines at most; usage asks for four."""


class _Header(NamedTuple):
    """A header: what it tells, what stands before its colon, its text, and its lines, folded ones too."""

    kind: _Kind
    label: str
    value: str
    raws: tuple[Raw, ...]


def without_headers(lines: list[Raw]) -> tuple[list[Raw], list[Line]]:
    """A text without what its mail program has added, and that.

    1. Headers at the top, at least two in a run; what stands behind "Subject:" stays, as the first line.
    2. Wrapped lines of a text that is flowed (RFC 3676): a space at the end of a line says that it goes on.
    3. A signature, from the line "-- " to the end.

    A label that may be that of an event is a header only if the run tells a sender, somebody it was sent to, or when
    it was sent as no person would write it.
    """
    headers, begins, ends = _run(lines)
    taken: list[Line] = []
    kept = lines
    if _is_mail(headers):
        taken = [Line(tidy(raw.text), raw.number) for raw in lines[:begins] if raw.text.strip()]
        kept = []
        for header in headers:
            subject, told = _subject(header) if header.kind == "subject" and not kept else (None, header.raws)
            kept += [subject] if subject else []
            taken += [Line(tidy(raw.text), raw.number) for raw in told]
        kept += lines[ends:]
    kept, signature = _without_signature(kept, mail=bool(taken))
    told_all = " ".join(header.value for header in headers).casefold() if taken else ""
    declared = "format=flowed" in told_all.replace('"', "").replace(" ", "")
    if declared or (taken and _looks_flowed(kept)):
        kept = list(_unwrapped(kept, declared=declared))
    return kept, taken + signature


def _run(lines: list[Raw]) -> tuple[list[_Header], int, int]:
    """The headers at the top of a text, where they begin, and where they end."""
    at = 0
    while at < len(lines) and (not lines[at].text.strip() or _ABOVE.match(lines[at].text)):
        at += 1
    begins = at
    headers: list[_Header] = []
    while at < len(lines) and (text := lines[at].text).strip():
        if found := _HEADER.match(text):
            kind = next(kind for kind in _HEADERS if found[kind])
            label = text[: found.start("value")].strip()
            headers.append(_Header(kind, label, found["value"].strip(" *\t"), (lines[at],)))
        elif headers and (
            text[0] in " \t" or (headers[-1].kind == "people" and headers[-1].value.endswith((",", ";")))
        ):
            last = headers[-1]
            headers[-1] = last._replace(value=f"{last.value} {text.strip()}", raws=(*last.raws, lines[at]))
        else:
            break
        at += 1
    return headers, begins, at


def _is_mail(headers: list[_Header]) -> bool:
    """Whether these are the headers of an e-mail, and not labels of an event."""
    kinds = {header.kind for header in headers}
    people = [header.value for header in headers if header.kind == "people"]
    if len(headers) < 2 or any(hours_at(value) or value.isdigit() for value in people):
        return False
    stamped = any(header.kind == "date" and _STAMP.search(header.value) for header in headers)
    return bool(people) or ("subject" in kinds and (stamped or "sent" in kinds))


def _subject(header: _Header) -> tuple[Raw | None, tuple[Raw, ...]]:
    """What a mail is about, as a line; and its label."""
    value, answers = header.value, ""
    while found := _ANSWER.match(value):
        answers += f" {found[0].strip()}"
        value = value[found.end() :].lstrip()
    number = header.raws[0].number
    return (Raw(value, number) if value else None), (Raw(f"{header.label}{answers}", number),)


def _without_signature(lines: list[Raw], *, mail: bool) -> tuple[list[Raw], list[Line]]:
    """A text without the signature at its end; programs that trim lines leave "--" of its sign."""
    signs = {"-- ", "--"} if mail else {"-- "}
    at = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].text in signs), len(lines))
    below = [raw for raw in lines[at:] if raw.text.strip()]
    if len(below) - 1 > _SIGNATURE or any(_is_agenda(raw.text) for raw in below[1:]):
        return lines, []
    return lines[:at], [Line(tidy(raw.text), raw.number) for raw in below]


def _is_agenda(text: str) -> bool:
    when = find_date(text)
    return hours_at(text.strip()) is not None or (when is not None and when.begins == 0 and when.day is not None)


def _looks_flowed(lines: list[Raw]) -> bool:
    """Whether several lines end in one space, and are as long as programs that send wrap them."""
    flowing = [len(raw.text) for raw in lines if _flows(raw.text) and not raw.text.endswith("  ")]
    return len(flowing) > 1 and all(_FLOWED[0] <= length <= _FLOWED[1] for length in flowing)


def _flows(text: str) -> bool:
    return text.endswith(" ") and bool(text.strip()) and text != "-- "


def _unwrapped(lines: list[Raw], *, declared: bool) -> Iterator[Raw]:
    """Lines of a flowed text, each with those that go on with it; never one with the beginning of something new."""
    held: Raw | None = None
    for raw in lines:
        text = raw.text
        anew = not text.strip() or _ITEM.match(text) or hours_at(text.strip()) or (not declared and labelled(text))
        if held is not None and len(held.text) < _LONGEST and _flows(held.text) and not anew:
            held = Raw(f"{held.text.rstrip()} {text.lstrip()}", held.number)
            continue
        if held is not None:
            yield held
        held = raw
    if held is not None:
        yield held
