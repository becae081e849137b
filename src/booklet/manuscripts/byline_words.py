"""The words by which titles say who chairs, who speaks, and that there is a talk, in ten languages."""

from __future__ import annotations

import re
from typing import Final

_CHAIRING: Final = "|".join(
    [
        r"(?:moderated|chaired|hosted|facilitated|convened) by:?",
        r"(?:session |panel |discussion )?(?:chair(?:man|woman|person)?s?|moderators?|hosts?|conveners?|convenors?|"
        r"facilitators?)\s?:",
        r"moderiert von|(?:moderation|moderator(?:in)?|(?:sitzungs|diskussions)leitung|vorsitz)\s?:",
        r"(?:modérée?|animée?|présidée?) par|(?:présidente?|modérateur|modératrice|animateur|animatrice)\s?:",
        r"(?:moderad|presidid|conducid|coordinad)[oa] por|(?:moderadora?|preside|presentan?|conducen?)\s?:",
        r"(?:moderat|coordinat|presiedut)[oa] da|(?:moderatore|moderatrice|presiede|presentano|introducono?)\s?:",
        r"(?:modera|coordina|conduce)\b:?|voorzitter\s?:|gespreksleid(?:er|ster)\s?:",
        r"(?:ведущ(?:ий|ая|ие)|председатель(?:ствующий)?|модераторы?)\s?[:–—-]|модерирует",
        r"(?:主持人?|座[長长]|司会者?)\s?[:：\s]",
    ]
)
"""Words before those who chair. In Italy and Spain, who presents a book or an evening has not written it."""

_LEADING: Final = r"(?:(?:gesamt|chor|künstlerische |musikalische )?leitung|ltg)\s?[:.]:?"
"""Whoever leads a session chairs it; whoever leads a workshop or a choir gives it."""

_SPEAKING: Final = "|".join(
    [
        r"w/|(?:lead|led|given|presented|taught|held|delivered|run) by:?",
        r"(?:invited |keynote |guest )?(?:speakers?|presenters?|lecturers?|instructors?|tutors?|panell?ists?|"
        r"trainers?|leaders?)\s?:",
        r"(?:gehalten|geleitet|vorgetragen) von|(?:présentée?|donnée?) par|(?:impartid|presentad|dad)[oa] por",
        r"a cargo del?|a cura d(?:i|el|ella|ello|egli|elle|ei)|(?:tenut|presentat)[oa] da",
        r"(?:imparten?|intervienen?|participan?|ponentes?|intervien[ei]|intervengono|relator[ei]|docenti?)\s?:",
        r"(?:orat(?:eur|rice)s?|intervenante?s?|conférenci(?:er|ère)s?|palestrantes?|ministrante|sprekers?|inleiders?|"
        r"referent(?:in|en|innen)?|redner(?:in)?|dozent(?:in)?)\s?:",
        r"(?:ministrad|apresentad)[oa] por|gegeven door",
        r"(?:ведут|вед[её]т|читает|проводит)\s|(?:докладчики?|лектор)\s?:",
        r"(?:报告人|報告人|講演者|主讲人?|発表者|演者)\s?[:：]|講師\s?[:：\s]",
        _LEADING,
    ]
)
"""Words before those who speak."""

_PREACHING: Final = r"(?:predigt|liturgie|andacht|prédication|sermon|predicazione|preek)\s?:"
CHAIRED: Final = re.compile(rf"(?:\A|[\s,;(（\[–—-]|(?<=\W))(?:{_CHAIRING})\s*(?P<who>\S.*)$", re.IGNORECASE)
LED: Final = re.compile(
    rf"(?:[\s,;(（\[–—-]|(?<=\W))(?:(?P<leads>{_LEADING})|{_SPEAKING})\s*(?P<who>\S.*)$", re.IGNORECASE
)
_BEFORE: Final = rf"(?:{_CHAIRING}|{_SPEAKING}|{_PREACHING})\s*(?=\S)"
LABELLED: Final = re.compile(_BEFORE, re.IGNORECASE)
"""Words that say what the people behind them do, at the start of a line."""

WHO_LEADS: Final = re.compile(
    rf"{_BEFORE}|(?-i:[Bb]y|[Ww]ith|mit|par|avec|por|door|con|com|met|с)\s+(?=[^\W\d_])", re.IGNORECASE
)
"""What may stand before the people of a list and is none of them."""

CHAIRS: Final = re.compile(rf"(?P<role>{_CHAIRING})\s*(?=\S)", re.IGNORECASE)
"""A label before some of several people."""

LEADING_WORDS: Final = frozenset(
    """
    by with w led lead given presented taught held run moderated chaired hosted facilitated convened chair chairs
    moderator moderators host hosts convener conveners facilitator speaker speakers presenter presenters instructor
    instructors tutor tutors panelists panellists trainer leader lecturer mit von ltg leitung gesamtleitung chorleitung
    moderation moderiert geleitet gehalten predigt liturgie referent referentin redner dozent par avec animé animée
    présenté présentée modéré modérée présidé présidée a cargo de del con por imparte imparten interviene intervienen
    participa participan ponente ponentes presenta presentan conduce conducen modera moderador moderadora coordina
    preside cura di da tenuto tenuta presentato presentata relatore relatori interviene intervengono presiede
    moderatore moderatrice introduce com ministrado palestrante palestrantes door met spreker sprekers voorzitter
    ведёт ведет ведут читает проводит докладчик докладчики лектор ведущий ведущая ведущие председатель модератор с
    司会 司会者 座長 座长 主持 主持人 講師 講演者 报告人 報告人 主讲人
    """.split()
)
"""All these words, small: what they say became structure, and nothing of it is lost."""

_KINDS: Final = "|".join(
    [
        r"(?:(?:invited|keynote|plenary|opening|closing|contributed|oral|public|short|special|guest|inaugural)\s+){0,3}"
        r"(?:talks?|lectures?|keynotes?|speech(?:es)?|speakers?|address|presentations?|plenary|seminar)",
        r"(?:eingeladener |öffentlicher )?"
        r"(?:haupt|plenar|gast|kurz|eröffnungs|abschluss|abend|fest|impuls|keynote-)?vortrag",
        r"(?:exposé|conférence|conférencier|oratrice|orateur)(?: invitée?| plénière| inaugurale)?",
        r"(?:charla|conferencia|ponencia)(?: invitada| magistral| plenaria| inaugural)?",
        r"(?:relazione|conferenza|intervento)(?: invitat[oa]| plenaria| a invito)?",
        r"(?:palestra|conferência)(?: convidada| plenária| magna| de abertura)?",
        r"(?:hoofd|gast|plenaire )?lezing|(?:пленарный |приглашённый |приглашенный )?доклад|лекция",
        r"(?:主题|主題|特邀|大会|邀请|基調|招待|特別)?(?:报告|報告|演讲|講演)[一二三四五六七八九十]{0,2}",
    ]
)
KIND: Final = re.compile(rf"(?:{_KINDS})(?:\s+(?:no\.?\s*|#)?[0-9IVX]{{1,4}}(?!\w))?", re.IGNORECASE)
"""Words that say that there is a talk, and nothing about it."""

TALKING: Final = re.compile(
    r"\b(?:chat|conversation|interview|dialogue|meet|ask|gespräch|entretien|rencontre|entrevista|conversación|"
    r"conversazione|intervista|dialogo|conversa|gesprek)\b",
    re.IGNORECASE,
)
"""What people do with somebody: "Fireside chat with Name"."""
