"""Whether a text reads as an institution, or as what somebody is."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.name_words import PARTICLES
from booklet.manuscripts.topic_words import GERMAN_SMALL, INSTITUTIONS, NO_PEOPLE, OFTEN_INSTITUTIONS, PLACES

_LONGEST: Final = 200
_MOST_WORDS: Final = 22
_FEW_WORDS: Final = 5
_LONG: Final = 4
"""Longer words for institutions are written out, and may stand among small words."""

_APART: Final = re.compile(r"[\s/,;&()–—-]+")
_NO_NAME: Final = re.compile(r"[?!:：。]|\.\s+[a-z]")
_HAN_INSTITUTION: Final = re.compile(
    r"大学|大學|学院|學院|研究所|研究院|公司|研究中心|中心$|研究室|科学院|科學院|病院|医院|機構|机构|"
    r"高校|高中|中学|小学|学部|研究科|学会$|出版社|株式会社|実験室|实验室|대학|연구소"
)
_COMPANY_FORM: Final = re.compile(r"\b(?:AG|SE|SA|SpA|SRL|Sàrl|SARL|BV|NV|AB|Oy|AS|KG|GbR|PLC|LLP|Co\.?)$")
_ACRONYM: Final = re.compile(
    r"(?:[A-Z]{2,8}[0-9]?|[A-Z]{1,3}[a-z]{1,3}[A-Z]{1,4}[a-z]?|[A-Z][0-9][A-Z])(?:[/-][A-Z][A-Za-z0-9]*)*"
)
_SHORT_UNIVERSITY: Final = re.compile(r"(?:U|Univ)\.?\s(?:(?:of|v|van|de|du|di|da|do)\.?\s)?[A-ZÀ-Þ][\w-]*")
_GERMAN: Final = re.compile(
    r"^[A-ZÄÖÜ][a-zäöüß-]*(?:kammer|genossenschaft|amt|verein|verband|schule|klinik|museum|archiv|bibliothek|stiftung|"
    r"gesellschaft|behörde|ministerium|labor|zentrum|institut|akademie|theater|bank|agentur|werke)(?:\s|$)"
    r"|[a-zäöüß-](?:kammer|genossenschaft|verein|verband|schule|klinik|museum|archiv|bibliothek|stiftung|gesellschaft|"
    r"behörde|ministerium|labor|zentrum|institut|akademie|werke)$"
)
"""Names of institutions that are words grown together: Landesarchiv, Max-Born-Institut."""

_POSITION: Final = re.compile(
    r"\b(?:professor\w*|prof|lecturer|fellow|students?|post-?doc\w*|researcher|scientist|engineer|director|head|"
    r"chair|chairm[ae]n|chairwoman|chairperson|dean|provost|(?:vice[- ])?president|rector|vice-rector|manager|founder|"
    r"co-?founder|ceo|cto|cfo|coo|cio|editor|reader|instructor|analyst|consultant|developer|candidate|emeritus|emerita|"
    r"assistant|associate|officer|leader|lead|architect|curator|minister|commissioner|councill?or|senator|mayor|"
    r"ambassador|secretary|author|journalist|member|chief|(?:dag)?voorzitter|principal|coordinator|specialist|advisor|adviser|teacher|partner|"
    r"leiter(?:in)?|direktor(?:in)?|mitarbeiter(?:in)?|doktorand(?:in)?|geschäftsführer(?:in)?|vorstand|dozent(?:in)?|"
    r"vorsitzende[rn]?|privatdozent(?:in)?|wissenschaftler(?:in)?|referent(?:in)?|präsident(?:in)?|bürgermeister(?:in)?|"
    r"directeur|directrice|chercheu(?:r|se)|maître(?:sse)? de conférences|doctorante?|responsable|chargée? de|"
    r"professeure?|enseignante?|ingénieure?|présidente?|"
    r"profesora?|directora?|investigadora?|jef[ea]|catedrátic[oa]|doctorand[oa]|"
    r"professore(?:ssa)?|ricercat(?:ore|rice)|direttore|direttrice|dottorand[oa]|responsabile|presidente|"
    r"pesquisadora?|diretora?|coordenadora?|doutorand[oa]|hoogleraar|onderzoeker|docent|promovendus|promovenda|"
    r"doyen(?:ne)?|écrivaine?|romanci(?:er|ère)|journaliste|autrice|auteure|traduct(?:eur|rice)|poète|comédien(?:ne)?|"
    r"periodista|escritora?|poeta|novelista|traductora?|editora|ilustradora?|librer[oa]|bibliotecari[oa]|archiver[oa]|"
    r"giornalista|scrit(?:tore|trice)|poetessa|tradut(?:tore|trice)|archivista|jornalista|escritora|tradutora?|"
    r"journalist(?:in)?|schriftsteller(?:in)?|autor(?:in)|übersetzer(?:in)?|künstler(?:in)|archivar(?:in)?|"
    r"schrijver|schrijfster|journaliste|журналист(?:ка)?|писатель(?:ница)?|поэт(?:есса)?|историк|реставратор|"
    r"профессор|доцент|директор|научный сотрудник|заведующ\w+|аспирант\w*|руководитель|ректор|академик)\b"
    r"|教授|委員長|会長|理事長|所長|研究员|研究員|博士生|主任|院长|院長|校长|准教授|講師|讲师|助教",
    re.IGNORECASE,
)


def is_affiliation(text: str) -> bool:
    """Whether a text reads as an institution: University of Toronto, MIT, INRAE Toulouse, 东京大学.

    >>> is_affiliation("Google DeepMind"), is_affiliation("U v Amsterdam"), is_affiliation("Zeta functions")
    (True, True, False)
    """
    plain = text.strip(" ,;.()[]（）")
    plain = plain.partition("(")[0].strip() or plain
    if not plain or len(plain) > _LONGEST or _NO_NAME.search(plain) or _POSITION.fullmatch(plain):
        return False
    if _HAN_INSTITUTION.search(plain) or plain.casefold() in NO_PEOPLE:
        return True
    words = [word for word in _APART.split(plain) if word]
    if not words or len(words) > _MOST_WORDS:
        return False
    written_small = sum(word[0].islower() and word not in PARTICLES for word in words)
    if any(_names_institution(word, most_small=written_small <= 1) for word in words) and not plain[0].islower():
        return True
    if _SHORT_UNIVERSITY.fullmatch(plain) or _COMPANY_FORM.search(plain) or _GERMAN.search(plain):
        return True
    return written_small == 0 and _by_shape(plain, words)


def _names_institution(word: str, *, most_small: bool) -> bool:
    """Whether a word makes an institution: University does; MIT too, unless "mit" is meant or a title speaks of it."""
    small = word.casefold().strip(".'’")
    if small not in INSTITUTIONS and not small.startswith("univers"):
        return False
    return len(small) > _LONG or (
        most_small and not word[0].islower() and (word.isupper() or small not in GERMAN_SMALL)
    )


def _by_shape(plain: str, words: list[str]) -> bool:
    """Institutions that no word of theirs betrays: INRAE, "Acme Labs", "Mathematics, UT Austin", "Toulouse, France"."""
    if len(words) > _FEW_WORDS:
        return False
    if _ACRONYM.fullmatch(words[0]) or (len(words) > 1 and words[-1].casefold() in OFTEN_INSTITUTIONS):
        return True
    tail = plain.rpartition(",")[2].split()
    in_country = " ".join(tail).casefold() in PLACES
    return "," in plain and (in_country or (len(tail) > 1 and _ACRONYM.fullmatch(tail[0]) is not None))


def is_position(text: str) -> bool:
    """Whether a text says what somebody is: Assistant Professor, Leiterin der Abteilung, 副教授.

    >>> is_position("Professor of Mathematics"), is_position("Boston College")
    (True, False)
    """
    return _POSITION.search(text) is not None


def position_before(text: str) -> tuple[str, str]:
    """A text that begins with what somebody is, taken apart behind the last word that says so.

    >>> position_before("Vice President Dong Zhibao")
    ('Vice President', 'Dong Zhibao')
    """
    end = max((found.end() for found in _POSITION.finditer(text)), default=0)
    return text[:end].strip(), text[end:].strip(" .,:\u3000")
