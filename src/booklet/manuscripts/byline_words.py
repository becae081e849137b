"""The words by which titles say who chairs, who speaks, and that there is a talk, in ten languages."""

from __future__ import annotations

import re
from typing import Final

_CHAIRING: Final = "|".join(
    [
        r"(?:moderated|chaired|hosted|facilitated|convened) by:?",
        r"(?:session |panel )?(?:chair(?:man|woman|person)?s?|moderators?|hosts?|conveners?|convenors?)\s?:",
        r"moderiert von|(?:moderation|moderator(?:in)?|leitung|sitzungsleitung|vorsitz)\s?:",
        r"(?:modérée?|animée?|présidée?) par|(?:présidente?|modérateur|modératrice)\s?:",
        r"(?:moderad|presidid)[oa] por|(?:moderadora?|modera|preside)\s?:",
        r"moderat[oa] da|(?:moderatore|moderatrice|presiede)\s?:|voorzitter\s?:|(?:ведущ(?:ий|ая)|председатель)\s?:",
        r"(?:主持人?|座[長长]|司会)\s?[:：]",
    ]
)
_SPEAKING: Final = "|".join(
    [
        r"(?:lead|led|given|presented|taught|held|delivered|run) by:?",
        r"(?:invited |keynote |guest )?(?:speakers?|presenters?|lecturers?|instructors?|tutors?|panell?ists?)\s?:",
        r"(?:gehalten|geleitet|vorgetragen) von|(?:présentée?|donnée?) par|(?:impartid|presentad|dad)[oa] por",
        r"(?:tenut|presentat)[oa] da|(?:ministrad|apresentad)[oa] por|gegeven door|(?:报告人|講演者|主讲人?)\s?[:：]",
    ]
)
CHAIRED: Final = re.compile(rf"(?:[\s,;(（\[–—-]|(?<=\W))(?:{_CHAIRING})\s*(?P<who>.+)$", re.IGNORECASE)
LED: Final = re.compile(rf"(?:[\s,;(（\[–—-]|(?<=\W))(?:{_SPEAKING})\s*(?P<who>.+)$", re.IGNORECASE)
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
