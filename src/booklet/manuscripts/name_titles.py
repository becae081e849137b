"""Titles and forms of address before and behind names."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.name_words import GIVEN

_END: Final = r"(?:(?<=\.)(?=(?-i:[A-ZÀ-ÞА-Я\u3400-\u9fff]))|\s+(?=\S))"
"""A title ends at a space or, behind a full stop, at a capital."""

_SAYS: Final = re.compile(
    r"(?P<title>(?:(?:associate|assistant|adjunct|full|emeritus|visiting|distinguished)\s+)?"
    r"prof(?:essor(?:in|essa|a)?)?\.?|prof\.?(?:ssa|in)\.?|profa\.?|prof\.?ª|(?:a\.?o|apl|jun|hon|univ)\.[\s-]?prof\.|priv\.-doz\.|pd(?=\s+(?:dr|prof))|pr\.?"
    rf"|проф\.|профессор|доцент|доц\.|академик|акад\.){_END}",
    re.IGNORECASE,
)
"""Titles that say what somebody is."""

_ADDRESSES: Final = re.compile(
    r"(?:drs?\.?(?:[\s-]?ing\.)?|dr\.?ª|dra\.?|doutora?|doctora?|ph\.?d\.?|mrs?\.?|ms\.?|mx\.|miss|mister|sir|dame|mmes?\.?|"
    r"mlles?\.?|mm\.|messrs\.?|mess?ieurs|monsieur|madame|herrn?|frau|hon\.|rev\.|ing\.|ir\.|eng\.|mag\.|"
    r"dipl\.-?\s?\w{2,6}\.|sr\.|sra\.|srta\.|señora?|doña|dott\.\s?ssa\.?|dott\.|avv\.|arch\.|geom\.|sig\.(?:ra)?|dhr\.|mevr\.|"
    r"mw\.|mtr[ao]\.|licd[ao]\.|lic\.|h\.\s?c\.|e\.\s?h\.|mult\.|rer\.|nat\.|phil\.|med\.|habil\.|д-р|г-н|г-жа|"
    rf"[кд]\.\s?[а-я]{{1,3}}\.(?:-\s?[а-я]{{1,3}}\.)?\s?н\.){_END}",
    re.IGNORECASE,
)
"""Titles that are manners, and degrees: they belong to no list of speakers."""

_OFFICES: Final = re.compile(
    r"(?P<office>(?:(?:stellv\.|vice|deputy|assistant|chief|first|retired)[\s-])?"
    r"(?:kantor(?:in)?|l?kmd|kirchenmusikdirektor(?:in)?|organist(?:in)?|pfarrer(?:in)?|pastor(?:in)?|vikar(?:in)?|"
    r"superintendent(?:in)?|dekan(?:in)?|propst|pröpstin|(?:landes|weih|erz)?bischof|(?:landes)?bischöfin|domkapitular|"
    r"diakon(?:in)?|dompropst|pater|(?:ober)?bürgermeister(?:in)?|landr(?:at|ätin)|stadtr(?:at|ätin)|"
    r"staatssekretär(?:in)?|minister(?:in)?|kapitän(?:in)?|hauptmann|oberst|"
    r"captain|capt\.|cpt\.|coxswain|cox'n|commander|cmdr\.?|commodore|lieutenant|lt\.|colonel|col\.|sergeant|sgt\.|"
    r"admiral|skipper|boatswain|bosun|helmsman|reverend|rabbi|imam|(?:arch)?bishop|(?:arch)?deacon|canon|vicar|father|"
    r"sister|brother|cardinal|mayor|alderman|sheriff|ambassador|senator|judge|commissioner|cllr\.?|councill?or|"
    r"provost|chancellor|chief|superintendent|inspector|"
    r"pasteure?|père|abbé|frère|sœur|soeur|évêque|monseigneur|mgr\.?|maître|maire|capitaine|commandante?|"
    r"padre|fray|sor|obispo|alcald(?:e|esa)|concejala?|capit[aá]na?|comandante|almirante|"
    r"suor|fra|monsignore?|mons\.|vescovo|sindac[oa]|assessor[ea]|capitano|bispo|vereadora?|prefeit[oa]|"
    r"dominee|ds\.|pastoor|kapitein|burgemeester|wethouder|протоиерей|отец|капитан|епископ)"
    r"(?:\s(?:i\.\s?r\.|a\.\s?d\.|em\.|emerit(?:us|a)))?"
    rf"|(?-i:don|dom)){_END}(?=(?:\S+\s+)\S)",
    re.IGNORECASE,
)
"""Nautical, clerical and civil offices; before a name of two words only, for some are names: "Father Brown"."""

_MONSIEUR: Final = re.compile(r"M\.\s+(?=(?P<next>[^\s.]{2,}))")
"""An initial as well: only before a given name it is a form of address."""

_BEHIND: Final = re.compile(
    r"\s*(?:(?P<says>名誉教授|名譽教授|客座教授|副教授|助理教授|特聘教授|讲席教授|准教授|特任教授|助教|講師|讲师|教授|副研究员|研究员|研究員|院士|院长|院長|"
    r"副院长|主任|副主任|校长|副校长|会长|会長|所长|所長|总监|经理|总裁|工程师)|博士|老师|老師|先生|女士|小姐|氏|様|さん|さま|님|교수)$"
)
_EAST_ASIAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々\u3040-\u30ff\uac00-\ud7a3・·\s\u3000]+")
_SUFFIX: Final = re.compile(
    r",?\s+(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|m\.?\s?sc|b\.?\s?sc|msc|mba|esq|facm|frs|dphil|habil)\.?$",
    re.IGNORECASE,
)
SUFFIX: Final = re.compile(
    r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|m\.?\s?sc|b\.?\s?sc|mba|esq|facm|frs|dphil)\.?", re.IGNORECASE
)
"""What may follow a name after a comma and still be of the name."""

_MOST: Final = 8
"""Nobody has more titles."""


def without_title(text: str) -> tuple[str, str]:
    """A name without titles and forms of address, and the titles that say what somebody is.

    >>> without_title("Prof. Dr. Anna Weiß"), without_title("张进宝副教授")
    (('Anna Weiß', 'Prof.'), ('张进宝', '副教授'))
    """
    bare, said = text.strip(), ""
    for _ in range(_MOST):
        says = _SAYS.match(bare)
        found = says or _ADDRESSES.match(bare)
        if not found:
            break
        said = said or (says["title"] if says else "")
        bare = bare[found.end() :]
    if (monsieur := _MONSIEUR.match(bare)) and monsieur["next"].casefold().partition("-")[0] in GIVEN:
        bare = bare[monsieur.end() :]
    behind = _BEHIND.search(bare)
    if behind and behind.start() > 1 and (_EAST_ASIAN.fullmatch(bare) or behind[0][0].isspace()):
        bare, said = bare[: behind.start()], said or behind["says"] or ""
    return bare.strip(), said


def without_suffix(text: str) -> str:
    """A name without Jr., III or PhD.

    >>> without_suffix("Martin Luther King, Jr.")
    'Martin Luther King'
    """
    return _SUFFIX.sub("", text)


def without_office(text: str) -> tuple[str, str]:
    """A name without the office before it, and that office: "Captain Ann Lee", "Pastorin Anna Weiß".

    >>> without_office("Coxswain Ann Lee"), without_office("Don Knuth")
    (('Ann Lee', 'Coxswain'), ('Don Knuth', ''))
    """
    found = _OFFICES.match(text)
    return (text[found.end() :], found["office"]) if found else (text, "")
