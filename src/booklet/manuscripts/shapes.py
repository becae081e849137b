"""Whether a text reads as the name of a person or of an institution, by its shape and its words."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.words_in_names import FAMILIES, GIVEN, INSTITUTIONS, NOBODY, TOPICS

_TITLE_WORDS: Final = (
    r"director|rector|dean|president|chancellor|(?:associate|assistant|adjunct|full|emeritus)\s+prof(?:essor)?|(?:apl|jun|univ|hon|ao)\.?\s?-?\s?prof|"
    r"professor(?:in|a|e|essa)?|prof\.?ssa|"
    r"prof\.?ª|prof\.?a|profa|prof|dr\.?\s?-?ing|dr\.\s?h\.\s?c|dr\.\s?rer\.\s?nat|dr\.\s?phil|dr\.\s?jur|"
    r"dr\.\s?med|doutora?|doctora?|dott\.?ssa|dott|"
    r"drs|dr|dra|ph\.?d|mrs|mr|ms|mw|dhr|sir|dame|hon|rev|dipl\.\s?-?\s?\w+|mag|priv\.-doz|pd|mme|mlle|mm|mes|pr|"
    r"mtr[ao]|licd[ao]|lic|"
    r"arch|geom|ing|ir|eng|avv|doña|sra|sr|m|проф|д-р|к\.\s?ф\.-м\.\s?н|академик|доцент|доц|д\.\s?б\.\s?н|"
    r"к\.\s?б\.\s?н|[кд]\.\s?[а-я]{1,3}(?:\.-[а-я]{1,3})?\.\s?н|院长|院長|実行委員長|dagvoorzitter"
)
_TITLE: Final = re.compile(rf"(?:{_TITLE_WORDS})(?:\.+\s*(?-i:(?=[A-ZÀ-ÞА-Я(]))|\.?\s+(?=\S))", re.IGNORECASE)
_SPEAKS: Final = re.compile(r"prof|доцент|академик|проф|pd|priv", re.IGNORECASE)
"""Titles that say what somebody is; Dr. and Mme are manners."""

_CJK_TITLE: Final = re.compile(
    r"\s*(?:名誉教授|名譽教授|特任教授|客座教授|副教授|助理教授|教授|副研究员|研究员|博士|老师|院士|先生|女士|"
    r"准教授|助教|講師|氏|様|さん|院长|主任|校长|副校长)$"
)
_PARTICLES: Final = frozenset(
    "van von de der den del della dello delle dei degli lo los las di da do dos das du la le el al bin ibn ben ter ten te zu zum y e i af av mac mc st st. d' 't".split()
)
_INITIAL: Final = re.compile(r"(?:[A-ZÀ-ÞА-Я]\.-?){1,4}|[A-Z]")
_CJK: Final = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff\u3005·・\u00b7 　]+")
_CJK_TOPIC: Final = re.compile(
    r"[报報][告]|论坛|論壇|会议|會議|休息|茶歇|午餐|晚餐|晚宴|早餐|开幕|闭幕|致辞|讨论|主题|专题|分会|合影|拍照|"
    r"注册|签到|演讲|介绍|总结|研究|技术|教育|"
    r"学院|大学|大學|公司|中心|研究所|実験|講演|発表|会場|休憩|昼食|懇親|受付|挨拶|開会|閉会|討論|総会|機構|研究室|"
    r"議論|学会|致词|致詞|方法|問題|问题|实践|實作|課程|课程|座談|茶敘|茶叙|賦歸|仪式|典礼|表彰|交流|活动|参观|"
    r"考察|报到|离会|开场|座谈|沙龙|"
    r"培训|工作|开始|结束|式$|会$|招待|一般|特別|の|を|と(?=.)|における|について|ー"
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’ʼ‘`.-]*", re.UNICODE)
_MOST: Final = 6
"""A name has no more words."""

_LONGEST: Final = 70

_NICKNAME: Final = re.compile(r"\s*(?:\([^()]{1,20}\)|[\"“”«»‘’'][^\"“”«»]{1,20}[\"“”«»'’])\s*(?=\S)")
_SUFFIX: Final = re.compile(r",?\s+(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|m\.?\s?sc|esq|facm|frs)\.?$", re.IGNORECASE)


_ABSTRACT: Final = re.compile(
    r"[a-z]{3}(?:tions?|ness|ments?|isms?|ology|ologies|ically|ization|graphs?|ware|ities|ability|formers?|keiten?|"
    r"heiten?|"
    r"ungen|ung|heit|keit|schaften|schaft|ismus|ciones|mientos?|zioni|ções)$|[a-z]{5}(?:ing|ity)$"
)
"""How nouns end that name things: no name ends so but for a known given name."""


def without_title(text: str) -> tuple[str, str]:
    """A name without titles and forms of address, and the titles that say what somebody is.

    >>> without_title("Prof. Dr. Anna Weiß"), without_title("张进宝副教授")
    (('Anna Weiß', 'Prof.'), ('张进宝', '副教授'))
    """
    said: list[str] = []
    bare = text.strip()
    for _ in range(5):
        found = _TITLE.match(bare)
        if not found or found.end() >= len(bare):
            break
        if _SPEAKS.search(found[0]):
            said.append(re.sub(r"\.+$", ".", found[0].strip()))
        bare = bare[found.end() :].lstrip(" .")
    if (found := _CJK_TITLE.search(bare)) and 1 < found.start() <= 40 and not _CJK_TOPIC.search(bare[: found.start()]):
        title = found[0].strip()
        said += [] if title in {"先生", "女士", "氏", "様", "さん", "老师"} else [title]
        bare = bare[: found.start()]
    return bare.strip(), " ".join(said)


def nobody(text: str) -> bool:
    """Whether a text stands where a name will be, or says that it is nobody in particular: TBA, N.N., everyone."""
    plain = text.strip(" \t.:;,*()[]（）").casefold()
    return not plain or plain in NOBODY or text.strip().casefold() in NOBODY or not re.search(r"\w", plain)


def name_score(text: str) -> float:
    """How much a text looks like the name of one person: 0 is none, from 0.5 on it is one, 1 is certain."""
    bare, title = without_title(_SUFFIX.sub("", _NICKNAME.sub(" ", text.strip())))
    if not bare or len(bare) > _LONGEST or nobody(bare):
        return 0.0
    if _CJK.fullmatch(bare):
        return _cjk_score(bare, titled=bool(title))
    if re.search(r"[0-9:;?!/\\=+<>|{}\[\]()&%$#*]", bare) or bare.startswith("@"):
        return 0.0
    words = bare.replace(",", " ").split()
    titled = 0.3 if title or _TITLE.match(text.strip()) else 0.0
    if not 2 <= len(words) <= _MOST:
        return (
            0.5 if titled and len(words) == 1 and words[0][:1].isupper() and words[0].casefold() not in TOPICS else 0.0
        )
    return _shape_score(words, titled)


def _shape_score(words: list[str], bonus: float) -> float:
    strange = 0
    lower = 0
    proper = 0
    for at, word in enumerate(words):
        plain = word.casefold().strip(".'’")
        if (
            plain in _PARTICLES
            and 0 < at < len(words) - 1
            or (at == 0 and plain in {"de", "van", "von", "di", "da", "el"})
        ):
            continue
        if _INITIAL.fullmatch(word):
            continue
        if not _WORD.fullmatch(word):
            return 0.0
        if (
            plain in TOPICS
            or plain in INSTITUTIONS
            or any(part in TOPICS for part in plain.split("-") if part not in GIVEN and len(part) > 3)
        ):
            strange += 1
        elif word[0].islower() and word[:2].lower() not in {"d'", "d’", "o'"}:
            lower += 1
        else:
            proper += 1
    if strange or lower or not proper:
        return 0.0
    first = words[0].casefold().strip(".")
    particled = any(word.casefold() in _PARTICLES for word in words)
    known = any(part in GIVEN for part in (first, first.split("-")[0], words[-1].casefold()))
    initials = any(_INITIAL.fullmatch(word) for word in words)
    capitals = sum(word.isupper() and len(word) > 2 for word in words)
    if capitals == len(words) and not known:
        return 0.3
    if not known and not bonus and any(_ABSTRACT.search(word) for word in words):
        return 0.0
    if not known and not bonus and not particled and len(words) > 4:
        return 0.0
    return min(1.0, 0.55 + bonus + (0.35 if known else 0.0) + (0.15 if initials else 0.0))


def _cjk_score(text: str, *, titled: bool) -> float:
    plain = text.replace(" ", "").replace("　", "")
    if _CJK_TOPIC.search(plain):
        return 0.0
    if "·" in plain or "・" in plain:
        return 0.8 if len(plain) <= 20 else 0.0
    if re.search(r"[\u3040-\u30ff]", plain) and not re.search(r"[\u4e00-\u9fff]", plain):
        return 0.6 if 2 <= len(plain) <= 8 and titled else 0.0
    spaced = " " in text.strip() or "　" in text.strip()
    if not 2 <= len(plain) <= (6 if spaced else 4):
        return 0.0
    return 0.8 if titled or spaced or plain[0] in FAMILIES else 0.3


def is_name(text: str) -> bool:
    """Whether a text reads as the name of one person.

    >>> is_name("Jeanine Van Order"), is_name("Zeta Functions"), is_name("張宝輝")
    (True, False, True)
    """
    return name_score(text) >= 0.5


_COMPOUND: Final = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß-]*(?:werke?|kammer|genossenschaft|amt|verein|verband|schule|klinik|museum|archiv|bibliothek|"
    r"stiftung|"
    r"gesellschaft|behörde|ministerium|labor|zentrum|institut|akademie|theater|bank|kasse|hof|betrieb|agentur|"
    r"kirche|kloster)\s"
)
_COMPOUND_END: Final = re.compile(
    r"[a-zäöüß-](?:werke|kammer|genossenschaft|verein|verband|schule|klinik|museum|archiv|bibliothek|stiftung|"
    r"gesellschaft|"
    r"behörde|ministerium|labor|zentrum|institut|akademie)$|^(?:Kloster|Museum|Archiv|Stadt|Verein)\s"
)
"""German names of institutions, which are words grown together."""

_ACRONYM: Final = re.compile(r"(?:[A-Z][A-Za-z]?[A-Z&-]+[A-Za-z0-9]*|[A-Z]{2,8})(?:[ -][A-Z][\w.-]+){0,3}")
_CJK_PLACE: Final = re.compile(r"大学|大學|学院|研究所|研究院|公司|中心|研究室|科学院|病院|機構|高校|学部|研究科")


def is_affiliation(text: str) -> bool:
    """Whether a text reads as an institution: University of Toronto, MIT, INRAE Toulouse, 东京大学.

    >>> is_affiliation("Google DeepMind"), is_affiliation("U v Amsterdam"), is_affiliation("Zeta functions")
    (True, True, False)
    """
    plain = text.strip(" ,;.()[]")
    if not plain or len(plain) > 200 or re.search(r"[?!:]", plain):
        return False
    if _CJK_PLACE.search(plain):
        return True
    if _COMPOUND.match(plain) or (len(plain.split()) <= 4 and _COMPOUND_END.search(plain)):
        return True
    words = {word.casefold().strip(".,;()'’s") for word in re.split(r"[\s/,-]+", plain)} | {plain.casefold()}
    if words & INSTITUTIONS or any(word.startswith("univers") for word in words):
        return True
    if re.match(r"(?:U|Univ)\.?\s+(?:of|v|de|du|di)?\s*[A-Z]", plain):
        return True
    return len(plain.split()) <= 5 and _ACRONYM.fullmatch(plain.split(",")[0].strip()) is not None
