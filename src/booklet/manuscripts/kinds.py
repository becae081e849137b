"""What an entry of an agenda is, by the words that it is called by, in ten languages."""

from __future__ import annotations

import re
from typing import Final

from booklet.model.program import PAUSES, Kind

_WORDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "dinner",
        r"dinners?|barbecue|bbq|tagungsessen|conferentiediner|晚饭|晩餐会|banquets?|suppers?|abendessen|"
        r"konferenzdinner|"
        r"gala-?dinner|dîner|diner|banchetto|cena|"
        r"jantar|avondeten|ужин|банкет|晚餐|晚宴|夕食|懇親会",
    ),
    (
        "lunch",
        r"\w*lunch(?:eon)?s?|mittagsimbiss|middagpauze|обеденный перерыв|pausa para comer|午休|lunch-?break|"
        r"mittag(?:essen|s?pause|stisch)?|déjeuner|almuerzo|comida|pranzo|almoço|"
        r"middageten|lunchpauze|обед|午餐|午饭|昼食|昼休み|お昼休み|ランチ|お昼",
    ),
    (
        "registration",
        r"registration|émargement|acreditación|acreditaciones|entrega de documentación|accredito|inscrições|inloop|"
        r"aanmelden|заезд|開場|recepción de participantes|check-?in|badge pick-?up|anmeldung|registrierung|einlass|"
        r"accueil|accoglienza|rece[pç]ção|recepção|ontvangst|inscriptions?|enregistrement|"
        r"registro|inscripción|inscrição|credenciamento|registrazione|accreditamento|registratie|inschrijving|"
        r"регистрация|签到|报到|受付|開場・受付|注册|報到|受付|登録",
    ),
    (
        "break",
        r"(?:coffee|tea|bio|comfort|health|short)?-?breaks?|coffee(?: time)?|coffees|tea|refreshments|"
        r"(?:kaffee|tee|kurze?)?-?pausen?|kaffee|kaffeetrinken|kaffee und kuchen|kaffeetafel|pause(?:s|[ -]café)?|"
        r"café|pausa(?: café)?|descanso|receso|lanche|"
        r"merienda|merenda|чай|чаепитие|thé|rafraîchissements|erfrischungspause|"
        r"intervalo|intervallo|coffee-break|koffie(?:pauze)?|theepauze|thee|pauze|перерыв|кофе(?:-брейк|-пауза)?|"
        r"茶歇|休息|コーヒーブレーク|ティーブレイク|茶敘|茶叙|中场休息|中場休息|休憩|コーヒーブレイク|茶憩",
    ),
    (
        "breakfast",
        r"breakfasts?|frühstück|petit[ -]déjeuner|desayuno|colazione|café da manhã|"
        r"pequeno-almoço|ontbijt|завтрак|早餐|朝食",
    ),
    (
        "social",
        r"reception|receptions|stehempfang|ausklang|wanderung|stammtisch|pot amical|pot de clôture|vino español|"
        r"vino de honor|cóctel|coctel|rinfresco|brindisi|gita|coquetel|netwerkborrel|stadswandeling|"
        r"культурная программа|приём|фотографирование|参观|酒会|情報交換会|エクスカーション|見学会|レセプション|"
        r"umtrunk|sektempfang|stadtführung|führung|city tour|guided tour|visite guidée|visita guidata|"
        r"visita guiada|rondleiding|buffet|imbiss|visite|visita|porto de honra|confraternização|copa de bienvenida|"
        r"vin d.honneur|pot d.accueil|besichtigung|rundgang|observación|social(?: (?:event|program|programme|"
        r"hour))?|excursion|outing|hike|walk|tour|party|drinks|"
        r"happy hour|get-?together|networking|apéro|apéritif|cocktail|apéritivo|aperitivo|aperitif|empfang|ausflug|"
        r"excursión|recepción|escursione|ricevimento|recepção|passeio|borrel|receptie|excursie|фуршет|экскурсия|"
        r"(?:group|conference|workshop)? ?photo(?:graph)?(?: time| session)?|gruppenfoto|photo de groupe|foto de grupo|"
        r"foto di gruppo|groepsfoto|фотография|拍照|合影|合照|记念撮影|記念撮影|写真撮影|招待会|交流会",
    ),
    (
        "poster",
        r"posterpräsentation|carteles|sessão de pôster|posterpresentaties|postersessie|墙报|壁報|"
        r"posters?(?:[ -](?:session|sessions|presentations?))?|postersession|poster-?sitzung|posterausstellung|"
        r"séance (?:de )?posters?|sesión de p[óo]ster(?:e?s)?|p[óo]ster(?:e?s)?|sessione poster|"
        r"sessão de (?:pôsteres|posters)|"
        r"постер(?:ная сессия|ы)|стендов\w+|海报|ポスター(?:セッション|発表)?",
    ),
    (
        "panel",
        r"podiumsgespräch|diskussionsrunde|gesprächsrunde|runder tisch|table-ronde|mesa de debate|conversatorio|"
        r"coloquio|dibattito|debate|painel|panelgesprek|forumdiscussie|綜合座談|综合讨论|総合討論|鼎談|"
        r"panel(?: (?:discussion|session))?|panels|panel-?diskussion|podiumsdiskussion|podium|round[ -]?tables?|"
        r"roundtable discussion|table ronde|débats?|mesa[ -]redonda|tavola rotonda|paneldiscussie|rondetafel\w*|"
        r"fireside chat|круглый стол|панельная дискуссия|"
        r"座談|座谈|圆桌(?:论坛|会议|讨论)?|圓桌\w*|パネル(?:ディスカッション|討論)?|座談会",
    ),
    (
        "keynote",
        r"festvortrag|keynote-vortrag|conferencia de clausura|lectio magistralis|prolusione|palestra de abertura|"
        r"openingslezing|keynotelezing|plenaire sessie|пленарное заседание|keynotes?(?: (?:speech|talk|lecture|"
        r"address|presentation))?|plenary(?: (?:talk|lecture|address|session))?|sessão plenária|sesión plenaria|"
        r"sessione plenaria|séance plénière|plenarsitzung|"
        r"hauptvortrag|plenarvortrag|eröffnungsvortrag|conférence plénière|conférence inaugurale|"
        r"conferencia (?:magistral|plenaria|inaugural)|ponencia magistral|relazione (?:plenaria|invitata)|"
        r"palestra (?:magna|plenária)|hoofdlezing|plenaire lezing|пленарный доклад|主题报告|主題報告|專題演講|"
        r"专题演讲|专题报告|主題演講|主题演讲|主旨演讲|主旨報告|"
        r"大会报告|特邀报告|基調講演|特別講演",
    ),
    (
        "workshop",
        r"formation|esercitazioni|werkgroep|werksessie|praktische sessie|практическое занятие|实践课程|培训|"
        r"ハンズオン|実習|講習会|tutorials?|workshops?|hands-?on|hands on session|training|masterclass|"
        r"practical session|"
        r"práctica|übung(?:en)?|praktikum|schulung|atelier|travaux pratiques|taller|tutoriales?|laboratorio|"
        r"esercitazione|"
        r"oficina|minicurso|workshopsessie|мастер-класс|практикум|семинар|教程|实作|實作|工作坊|チュートリアル|"
        r"ワークショップ",
    ),
    (
        "session",
        r"sessions?|parallel sessions?|spotlights?|lightning talks?|short talks|student presentations|"
        r"short presentations|contributed talks|flash talks|"
        r"parallelsessies?|parallelsitzungen|sesiones paralelas|sessioni parallele|apresentações relâmpago|sitzung|"
        r"sektion|kurzvorträge|séance|exposés courts|sesión|sesiones|sessione|sessão|sessie|сессия|"
        r"секция|заседание|分论坛|平行分论坛|分會場|分会场|分科会|第[一二三四五六七八九十0-9]部|研究発表|セッション",
    ),
    (
        "other",
        r"grußworte?|abschlussdiskussion|ausblick|fazit|mot d.ouverture|synthèse|despedida|conclusiones|"
        r"conclusioni|indirizzi di saluto|sessão de (?:abertura|encerramento)|considerações finais|welkomstwoord|"
        r"slotwoord|einde|вступительное слово|подведение итогов|отъезд|свободное время|総会|質疑応答|散会|解散|"
        r"賦歸|开幕致辞|開幕致詞|总结|提问|end of|ende der veranstaltung|ende|schlusswort|mot de la fin|fin|"
        r"welcome|welcoming|opening|closing|introductions?|remarks|wrap-?up|discussions?|q ?& ?a|status reports?|"
        r"(?:coding )?sprints?|hacking|show and tell|unconference|business meeting|general assembly|free time|"
        r"awards?|ceremony|farewell|departure|arrival|"
        r"begrüßung|eröffnung|abschluss|verabschiedung|diskussion|mitgliederversammlung|preisverleihung|abreise|"
        r"anreise|"
        r"ouverture|clôture|bienvenue|mot d'accueil|assemblée générale|remise (?:du|des) prix|"
        r"apertura|clausura|bienvenida|inauguración|discusión|saluti|benvenuto|chiusura|discussione|"
        r"abertura|encerramento|boas-vindas|discussão|opening|sluiting|welkom|afsluiting|discussie|"
        r"открытие|закрытие|приветств\w+|дискуссия|обсуждение|开幕\w*|闭幕\w*|致辞|颁奖\w*|讨论|開会\w*|閉会\w*|"
        r"挨拶|討論|表彰\w*",
    ),
)

_PATTERNS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(rf"(?<![\w'’-])(?:{words})(?![\w'’-])" + (f"|(?:{_cjk})" if _cjk else "")))
    for kind, words in _WORDS
    for _cjk in ["|".join(word for word in words.split("|") if word and ord(word[0]) > 0x2E80)]
)
"""Words stand by themselves, except those of languages that do not part their words."""

_FILLERS: Final = re.compile(
    r"\b(?:and|or|the|for|a|an|in|at|on|by|with|of|to|free|provided|included|individual|own|faculty|conference|"
    r"workshop|"
    r"student|speakers?|all|time|hour|long|short|morning|afternoon|light|buffet|on your own|self-?paid|"
    r"und|im|in der|am|mit|für|der|die|das|dem|den|des|durch|vom|von|zur|zum|et|de|du|des|la|le|les|au|aux|à|y|el|"
    r"en|con|e|il|al|i|o|dei|degli|delle|dos|das|do|da|na|no|met|van|и|в)\b"
)
_SPACED: Final = re.compile(r"(?<=^[\u3400-\u9fff])\s+(?=[\u3400-\u9fff]$)")
"""Between two characters that are set apart to fill a line: 休　憩."""

_BRACKETS: Final = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_APART: Final = re.compile(r"\s+[-–—]\s+|[:,;|]\s|：")
_NUMBER: Final = re.compile(r"[\s#.]+(?:[0-9]{1,3}[a-z]?|[ivx]{1,4}|[a-z])\.?$|[一二三四五六七八九十0-9]{1,2}$")
_LONGEST: Final = 200
"""A longer title is that of a talk."""

_PLACE: Final = re.compile(
    r"\s(?:im|in der|in den|in|auf|am|at|beim|bei|au|aux|à|dans|en el|en la|en|al|nel|nella|presso|no|na|op|bij|в|на)\s"
)

_LONG: Final = 3
"""How many words a pause's title may hold besides those that say that it is one."""


def kind_of(title: str, *, speakers: bool = False, usual: Kind = "talk") -> Kind:
    """What an entry is, by its title.

    A pause is what is called one and hardly anything else: "Coffee break", "Faculty lunch", "Lunch (provided)", but not
    "Breaking the coffee machine". The words for other kinds count where the title is little more than them: "Panel
    discussion", "Tutorial: …", "Keynote 3", "Sage tutorial II"; but not in "Training neural networks on tutorials".

    Args:
        title: the title, or the type that a source states.
        speakers: whether somebody speaks; then it is no pause.
        usual: what it is if the title does not tell.

    >>> kind_of("Tea/coffee break"), kind_of("Tutorial: Cython"), kind_of("Breaking the coffee machine")
    ('break', 'workshop', 'talk')
    """
    written = _BRACKETS.sub(" ", " ".join(title.lower().split())).strip() or title.lower()
    written = _SPACED.sub("", written)
    head = _NUMBER.sub("", _APART.split(written[:_LONGEST], maxsplit=1)[0]).strip()
    for kind, pattern in _PATTERNS:
        found = pattern.search(head)
        if found and _fits(kind, head, found, speakers=speakers):
            return kind
    return usual


def _fits(kind: Kind, head: str, found: re.Match[str], *, speakers: bool) -> bool:
    """Whether a title says with a word what the entry is, or only uses the word."""
    others = _others(head)
    at_start, at_end = found.start() == 0, found.end() == len(head)
    if kind in PAUSES:
        # "Gemeinsames Abendessen im „Alten Speicher“": where it is says nothing about what it is.
        others = min(others, _others(_PLACE.split(head, maxsplit=1)[0])) if at_start or _PLACE.search(head) else others
        at_end = at_end or _PLACE.split(head, maxsplit=1)[0].endswith(found[0])
        return not speakers and others <= (_LONG if at_start or at_end else 1)
    if kind == "other" and speakers:
        return others == 0
    return others == 0 or (at_end and others <= 2) or (at_start and others <= 1)


def _others(head: str) -> int:
    """How many words a title has besides those of kinds and those that every title may have."""
    for _, pattern in _PATTERNS:
        head = pattern.sub(" ", head)
    return len(re.findall(r"[^\W\d_]{2,}", _FILLERS.sub(" ", head)))
