"""What stands behind a name and is neither of it nor an affiliation: remarks in brackets, and sentences.

1. A remark says that something is to be confirmed, is limited, needs a registration or is online or cancelled; counts
   places; holds a finite verb; or begins in small letters, unless it names an institution or another name of somebody.
2. A sentence ends in a full stop, or begins with a word and a colon; or it is a remark.
"""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.affiliations import is_affiliation, is_position
from booklet.manuscripts.byline_words import WHO_LEADS
from booklet.manuscripts.names import is_name, nobody

_STATED: Final = re.compile(
    r"(?:(?:not |still |noch nicht |nicht |non |no |não |nog niet |не )?"
    r"(?:(?:to be )?confirmed|unconfirmed|provisional|tentative(?:ly)?|invited|cancel+ed|postponed|"
    r"rescheduled|withdrawn|"
    r"bestätigt|angefragt|eingeladen|abgesagt|entfällt|verschoben|zugesagt|"
    r"confirmée?s?|pressentie?s?|invitée?s?|annulée?s?|reportée?s?|"
    r"confirmad[oa]s?|invitad[oa]s?|cancelad[oa]s?|suspendid[oa]s?|aplazad[oa]s?|convidad[oa]s?|adiad[oa]s?|"
    r"confermat[oaie]|invitat[oaie]|annullat[oaie]|rinviat[oaie]|bevestigd|geannuleerd|uitgenodigd|"
    r"отмен[её]н[аоы]?|отменяется|переносится|приглаш[её]н[аоы]?|取消|中止|延期|キャンセル)"
    r"|(?:(?:via|per|par|por|over|on|by|über|на|в) )?"
    r"(?:online|on-line|zoom|remote(?:ly)?|virtual(?:ly)?|virtuell|hybrid|video ?link|webex|skype|in person|in präsenz|"
    r"en ligne|à distance|en visio(?:conférence)?|en línea|a distancia|in presenza|da remoto|à distância|en présentiel|"
    r"онлайн|дистанционно|オンライン|线上|線上|在线|遠隔))[.!]*",
    re.IGNORECASE,
)
_AWAITED: Final = re.compile(
    r"\b(?:to be (?:announced|confirmed|determined|decided|defined)|tb[acd]|à (?:confirmer|définir|préciser)|"
    r"por (?:confirmar|definir|determinar|anunciar)|a (?:confirmar|definir|anunciar)|da (?:confermare|definire)|"
    r"wird noch|noch offen|(?:nog|nader) te (?:bepalen|bevestigen)|nog niet bekend|уточняется|будет объявлен\w*)(?!\w)"
    r"|待定|未定|調整中|调整中|予定",
    re.IGNORECASE,
)
_LIMITED: Final = re.compile(
    r"\b(?:limited|limitad[ao]s?|limitat[aoie]|limitées?|limités?|begrenz\w+|beschränk\w+|beperkt|ограничен\w*)\b"
    r"|\b(?:(?:pre-?)?registrations?|sign-?up|booking|(?:vor)?anmeldung|reservierung|inscriptions?|réservations?|"
    r"inscripción|reserva|iscrizione|prenotazione|inscrição|aanmelden|запись) "
    r"(?:is |ist |est |es )?(?:required|needed|necessary|open|closed|erforderlich|erbeten|nötig|obligatoire|requise|"
    r"necesaria|obligatoria|previa|obbligatoria|richiesta|necessária|verplicht|обязательна)\b"
    r"|\b(?:[0-9]+|last|few|free|no) (?:more )?(?:places?|seats?|spots?|people|persons|participants|plätzen?|personen|"
    r"teilnehmer\w*|places|personnes|plazas|personas|posti|persone|lugares|vagas|pessoas|plaatsen|deelnemers|мест\w*)\b"
    r"|\b(?:max|maximum|máximo|massimo|maximal|höchstens|min)\b\.? [0-9]|定員|限[0-9]+",
    re.IGNORECASE,
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|will|can|cannot|must|speaks|talks|gives|joins|replaces|presents|reads|stands in|"
    r"ist|sind|war|wird|werden|hat|kann|muss|spricht|liest|vertritt|trägt|"
    r"est|sont|sera|seront|peut|parle|remplace|es|son|será|serán|puede|habla|sustituye|"
    r"è|sono|sarà|saranno|parla|sostituisce|é|são|serão|fala|substitui|wordt|zijn|spreekt|vervangt|будет|заменит)\b"
)
"""Verbs that make a sentence; small, for they are particles and names with a capital."""

_OF_A_NAME: Final = re.compile(
    r"(?:the|aka|a\.k\.a\.|alias|née?|geb\.|geborene?|dit|dite|detto|detta|genannt|also known as)\s"
)
"""What another name of somebody begins with."""

_OF_NOBODY: Final = re.compile(
    r"(?:independent|unaffiliated|freelance\w*|self-employed|retired|unabhängig\w*|freiberuflich\w*|freischaffend\w*|"
    r"indépendante?|independiente|autónom[oa]|indipendente|onafhankelijk|zelfstandig|независим\w+)\b"
)
"""What stands for the affiliation of those who have none."""

_STOP: Final = re.compile(r"(?:(?<=[^\W\d_][^\W\d_A-ZÀ-ÞА-ЯЁ])|(?<=[)）\]»”]))\.\s+(?=[A-ZÀ-ÞА-Я¿¡(])")
_BETWEEN: Final = re.compile(r"[,;，；、|&:]|\s(?:and|und|et|y|e|en|и)\s")
_BRACKETS: Final = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_LABEL: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}\s?:\s")
_LONGEST: Final = 200
_FEW: Final = 8
"""A sentence behind a name has no more words."""


def is_remark(text: str) -> bool:
    """Whether a text says no more than that something is to be confirmed, limited, online or cancelled.

    >>> is_remark("limited to 20 places"), is_remark("online"), is_remark("relatore da confermare"), is_remark("MIT")
    (True, True, True, False)
    """
    plain = text.strip(" .,;")
    if not plain or len(plain) > _LONGEST:
        return False
    if _STATED.fullmatch(plain) or nobody(plain):
        return True
    return bool(_AWAITED.search(plain) or _LIMITED.search(plain)) and not is_affiliation(plain)


def is_aside(text: str) -> bool:
    """Whether what stands in brackets behind a name, or in a sentence, is a remark and no affiliation.

    >>> is_aside("speaks in French"), is_aside("Plazas limitadas"), is_aside("Acme Widgets"), is_aside("zoobab")
    (True, True, False, False)
    """
    plain = text.strip(" .,;")
    if is_remark(plain):
        return True
    if " " not in plain or len(plain) > _LONGEST or is_position(plain):
        return False
    if _OF_NOBODY.match(plain) or _institution(plain):
        return False
    return (begins_small(plain) and not _OF_A_NAME.match(plain)) or _FINITE.search(plain) is not None


def begins_small(text: str) -> bool:
    """Whether a text begins in small letters and names no institution: eBay and "e-Science Centre" do not.

    >>> begins_small("doyenne"), begins_small("eBay"), begins_small("university of Oslo"), begins_small("Oslo")
    (True, False, False, False)
    """
    word = text.partition(" ")[0]
    return word[:1].islower() and not any(char.isupper() for char in word) and not _institution(text)


def _institution(text: str) -> bool:
    return is_affiliation(text) or is_affiliation(text[:1].upper() + text[1:])


def without_sentence(text: str) -> tuple[str, str]:
    """A text without the sentence behind the names that it begins with, and that sentence.

    >>> without_sentence("Ann Lee. Plazas limitadas."), without_sentence("Ann Lee. Graphs on Surfaces")
    (('Ann Lee', 'Plazas limitadas.'), ('Ann Lee. Graphs on Surfaces', ''))
    """
    for found in _STOP.finditer(text[: 2 * _LONGEST]):
        rest = text[found.end() :].strip()
        if not is_name(_BRACKETS.sub("", _BETWEEN.split(text[: found.start()])[-1])):
            continue
        if _LABEL.match(rest) or WHO_LEADS.match(rest) or is_aside(rest) or _is_sentence(rest):
            return text[: found.start()], rest
    return text, ""


def _is_sentence(text: str) -> bool:
    """Whether a text is a short sentence of no names: it ends in a full stop and has a capital at its start only."""
    words = text.split()
    return text.endswith(".") and 1 < len(words) <= _FEW and all(word[0].islower() for word in words[1:])
