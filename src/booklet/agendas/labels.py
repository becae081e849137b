"""The words before a colon, and over the columns of tables, in ten languages: Speaker, Redner, Résumé, 講演者."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.manuscripts.people_lists import is_name, read_people

Label: TypeAlias = Literal[
    "title", "speaker", "chair", "coauthors", "affiliation", "position", "abstract", "bio", "room", "time", "start",
    "end", "length", "date", "track", "session", "keywords", "kind", "number", "note", "resource", "text",
]  # fmt: skip
"""What a label says that follows; `text` is that of a column that may hold anything."""

_WORDS: Final[dict[Label, str]] = {
    "title": r"(?:talk |paper |session |presentation )?titles?|topics?|subject|talk|lecture|presentation|titel|thema|"
    r"vortragstitel|vortrag|titre|sujet|exposé|intitulé|título|tema|charla|ponencia|conferencia|titolo|argomento|"
    r"intervento|palestra|tema da palestra|titel van de lezing|onderwerp|lezing|voordracht|название(?: доклада)?|тема|"
    r"доклад|题目|題目|标题|報告題目|报告题目|讲题|演讲题目|演題|講演題目|タイトル|論題|発表題目",
    "speaker": r"(?:invited |keynote |guest |main )?speakers?|presenters?|presented by|presenting author|lecturers?|"
    "given by|"
    r"by|who|names?|panell?ists?|panel members|discussants?|tutors?|instructors?|authors?|"
    r"(?:haupt)?redner(?:in|innen|:in|\*in)?|vortragende[rn]?|referent(?:in|en|innen|:in|\*in)?|"
    r"sprecher(?:in|innen)?|autor(?:en|in)?|podium|auf dem podium|es diskutieren|es sprechen|es spricht|mit|"
    r"teilnehmende|dozent(?:in)?|"
    r"orateurs?|oratrices?|intervenante?s?|conférenciers?|conférencières?|invitée?s?|auteurs?|présenté par|"
    r"avec la participation de|"
    r"participants|"
    r"ponentes?|participan|participa|intervienen|oradora?(?:es)?|conferenciantes?|expositora?(?:es)?|"
    r"autora?(?:es)?|participantes|imparte|panelistas?|"
    r"relator[ei]|relatric[ei]|oratore|docente|autori|interviene|intervengono|partecipano|partecipa|partecipanti|"
    r"palestrantes?|apresentadora?|apresentação|convidad[oa]s?|painelistas|"
    r"sprekers?|inleiders?|docenten?|auteurs|deelnemers|"
    r"докладчик(?:и)?|докладывает|спикер(?:ы)?|лектор|выступающи[йе]|участники|автор(?:ы)?|"
    r"报告人|報告人|與談人|与谈人|コーディネーター|begeleiding|演讲人|演讲者|讲者|講者|主讲人|主讲|发言人|嘉宾|"
    r"讨论嘉宾|参加者|作者|講演者|発表者|登壇者|講師|話者|パネリスト|演者",
    "chair": r"(?:(?:morning|afternoon|session|day) ){0,2}chairs?|chair ?(?:man|woman|person)|chaired by|"
    r"moderators?|moderated by|hosts?|hosted by|"
    "conveners?|"
    r"convenors?|facilitators?|discussion leader|presiding|"
    r"moderation|moderator(?:in)?|leitung|sitzungsleitung|vorsitz(?:ende[rn]?)?|diskussionsleitung|"
    r"durch die sitzung führt|"
    r"président(?:e|es|s)?(?: de (?:la )?s(?:éance|ession))?|présidence(?: de (?:la )?s(?:éance|ession))?|"
    r"présidée? par|"
    r"modérateur|modératrice|modération|animée? par|animation|animateur|animatrice|"
    r"modera|moderadora?(?:es)?|preside|presidente?|presidencia|presidenta|coordina|"
    r"presiede|moderatore|moderatrice|coordina|coordinatore|coordinatrice|"
    r"moderação|moderador(?:a)?|mediadora?|mediação|presidência|coordenação|coordenadora?|"
    r"(?:dag|sessie)?voorzit(?:ter|ster)|gespreksleid(?:er|ster)|moderator|o\.?l\.?v\.?|"
    r"председатель(?:ствующий)?|ведущ(?:ий|ая|ие)|модератор(?:ы)?|"
    r"主持人|主持|会议主持|座长|座長|主席|司会(?:者)?|進行|モデレーター|議長",
    "coauthors": r"co-?authors?|joint (?:work )?with|with|mitautor(?:en|innen)?|co-?auteurs?|en collaboration avec|"
    "coautor[ei]s?|"
    r"соавтор(?:ы)?|合作者|合著者|共著者|共同研究者",
    "affiliation": r"affiliations?|institutions?|organi[sz]ations?|university|company|employer|zugehörigkeit|"
    "institut(?:ion)?|"
    r"universität|firma|établissement|université|organisme|afiliación|institución|universidad|affiliazione|ente|"
    r"università|"
    r"istituzione|afiliação|instituição|universidade|affiliatie|instelling|universiteit|организация|аффилиация|"
    r"место работы|单位|所属单位|工作单位|機構|机构|所属|所属機関",
    "position": r"position|job title|role|funktion|fonction|cargo|ruolo|functie|должность|职务|职称|役職",
    "abstract": r"abstracts?|summary|synopsis|description|about(?: the talk)?|outline|zusammenfassung|kurzfassung|"
    "inhalt|"
    r"beschreibung|résumé|description|sommaire|contenu|resumen|descripción|sommario|riassunto|descrizione|resumo|"
    r"descrição|"
    r"sinopse|samenvatting|beschrijving|omschrijving|inhoud|аннотация|краткое содержание|резюме|описание|тезисы|"
    r"摘要|内容摘要|报告摘要|简介|内容|概要|要旨|講演要旨|アブストラクト|発表概要|あらまし",
    "bio": r"(?:short )?bio(?:graphy|s)?|about the speaker|speaker bio|kurzbiogra(?:f|ph)ie|zur person|biographie|"
    "biografie|biografía|"
    r"semblanza|biografia|nota biografica|minicurrículo|биография|о докладчике|个人简介|报告人简介|嘉宾简介|略歴|"
    r"講演者紹介",
    "room": r"rooms?|meeting point|treffpunkt|rendez-vous|punto de encuentro|punto di ritrovo|ponto de encontro|"
    r"集合場所|集合地点|место встречи|location|venue|place|where|hall|building|raum|ort|saal|hörsaal|"
    r"veranstaltungsort|salle|lieu|"
    "amphi(?:théâtre)?|"
    r"sala|lugar|aula|sede|luogo|dove|local|zaal|locatie|plaats|lokaal|waar|место(?: проведения)?|аудитория|зал|"
    r"地点|地點|会场|會場|教室|会議室|会場|場所|部屋",
    "time": r"times?|when|hours?|schedule|zeit|uhrzeit|zeiten|heures?|horaires?|quand|horas?|horarios?|hora|ora|"
    "orario|ore|"
    r"horário|tijd(?:stip)?|uur|время|часы|时间|時間|时段|時刻|日時|時間帯",
    "start": r"start(?: ?time)?|begins?|from|beginn|anfang|von|début|de|inicio|desde|inizio|início|van|begin|начало|"
    "с|开始(?:时间)?|開始(?:時刻)?",
    "end": r"end(?: ?time)?|ends|until|to|ende|bis|fin|à|hasta|fine|fim|até|einde|eind|tot|конец|окончание|до|"
    "结束(?:时间)?|終了(?:時刻)?",
    "length": r"duration|length|minutes|dauer|durée|duración|durata|duração|duur|длительность|продолжительность|时长|"
    "所要時間",
    "date": r"dates?|days?|datum|tage?|jour(?:née)?|fecha|día|data|giorno|dia|dag|дата|день|日期|日付|日程",
    "track": r"tracks?|stream|topic area|category|themenbereich|strang|thématique|área|área temática|eje|area|eixo|"
    "thema|секция|трек|类别|分野|カテゴリ",
    "session": r"sessions?|session title|sitzung|block|sektion|séance|sesión|sessione|sessão|sessie|сессия|заседание|"
    "分会|セッション",
    "keywords": r"key ?words?|tags?|schlagw(?:o|ö)rter|stichworte|mots[- ]clés?|palabras clave|parole chiave|"
    "palavras-chave|"
    r"trefwoorden|ключевые слова|关键词|關鍵詞|キーワード",
    "kind": r"type|kind|format|art|typ|typus|tipo|tipologia|soort|тип|类型|形式|種別|区分",
    "number": r"no\.?|nr\.?|#|num(?:ber)?|nº|n°|№|序号|番号",
    "note": r"notes?|remarks?|comments?|bemerkung(?:en)?|anmerkung(?:en)?|hinweis|remarques?|observaciones|notas?|"
    "annotazioni|"
    r"opmerking(?:en)?|примечани[ея]|备注|備考|注",
    "resource": r"slides?|videos?|recordings?|worksheets?|materials?|links?|code|papers?|preprint|folien|"
    "aufzeichnung|unterlagen|"
    r"transparents|diapositives|vidéo|enregistrement|diapositivas|materiales|materiali|registrazione|gravação|opname|"
    r"презентация|видео|幻灯片|视频|スライド|資料|動画|zoom|join|live ?stream",
    "text": r"agenda|events?|activit(?:y|ies)|program(?:me)?|what|content|item|details|programm|beitrag|veranstaltung|"
    r"programmpunkt|was|programme|activités?|événement|contenu|programa|actividad(?:es)?|evento|contenido|programma|"
    r"attività|"
    r"evento|contenuto|atividades?|programação|conteúdo|activiteit|programmaonderdeel|wat|программа|мероприятие|"
    r"событие|"
    r"содержание|议程|活动|内容|日程安排|环节|事项|プログラム|内容|項目|行事",
}

_COLUMNS_FIRST: Final[tuple[Label, ...]] = (
    "text", "time", "start", "end", "date", "title", "speaker", "chair", "room", "coauthors", "affiliation", "position",
    "abstract", "bio", "length", "track", "session", "keywords", "kind", "number", "note", "resource",
)  # fmt: skip
"""Over a column 内容 is what happens, and "schedule" the text; before a colon 内容 is what a talk is about."""

_LINES_NEVER: Final[frozenset[Label]] = frozenset({"text", "start", "end", "number", "kind"})
"""What a column may be headed by, and a line never begins with."""

_HEAD_WORDS: Final = {label: re.compile(rf"(?:the )?(?:{words})", re.IGNORECASE) for label, words in _WORDS.items()}
_ANY: Final = "|".join(words for label, words in _WORDS.items() if label not in _LINES_NEVER)
_LINE: Final = re.compile(
    rf"^[\s\W]{{0,4}}(?P<word>{_ANY})(?:\s?\(s\)|\s?\([^()]{{1,20}}\))?\s*(?P<sign>[:：]|\s[–—-]\s|\.(?=\s+\S))\s*",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(rf"^[\s\W]{{0,4}}(?P<word>{_ANY})\s*[:：.]?\s*$", re.IGNORECASE)
_DOTTED: Final[frozenset[Label]] = frozenset({"abstract", "bio", "keywords"})
"""Only after these words a full stop is as good as a colon."""

_ALONE_TOO: Final[frozenset[Label]] = frozenset({"abstract", "bio", "title", "speaker", "chair", "keywords"})
"""What may stand in a line of its own, with what it labels in the next."""

_WITHIN: Final = re.compile(
    r"(?:^|[\s(\[（【.;,|–—-])(?P<word>(?:session )?chair(?:ed by|s|person)?|moderat(?:ed by|ors?|ion)|host(?:ed by)?|"
    r"(?:sitzungs|diskussions)?leitung|vorsitz|présidence(?: de séance)?|présidée? par|animée? par|modérat(?:eur|"
    r"rice|ion)|modera(?:dora?)?|mediação|mediadora?|coordenação|coordina|"
    r"preside|presiede|moderatore|moderatrice|moderação|(?:dag)?voorzitter|gespreksleider|председатель|ведущ(?:ий|"
    r"ая)|модератор|"
    r"主持人?|座长|座長|司会|"
    r"(?P<speaker>imparte|ministrante|docente|trainer|tutor|speakers?|presenters?|presented by|panell?ists?|"
    r"redner(?:in)?|vortragende[rn]?|referent(?:in)?|"
    r"orat(?:eur|rice)s?|"
    r"intervenante?s?|ponentes?|relator[ei]|palestrantes?|sprekers?|докладчики?|报告人|主讲人?|講演者|発表者)|"
    r"(?P<room>room|location|venue|meeting point|treffpunkt|raum|ort|salle|lieu|sala|lugar|aula|luogo|local|zaal|"
    r"locatie|место|аудитория|地点|"
    r"会场|会場|場所))"
    r"\s*(?P<sign>[:：]\s*|(?<=by)\s+|(?<=par)\s+|(?<=dina)\s+|(?<=dera)\s+|(?<=side)\s+|(?<=iede)\s+|(?<=[会長长])\s+)(?P<rest>[^()（）\[\]|;]{2,200})(?P<close>[)\]）】]?)",
    re.IGNORECASE,
)


_MAY_LABEL: Final = re.compile(r"[:：]| by | par |coordina|modera|presied|preside|司会|座[長长]", re.IGNORECASE)


class Labelled(NamedTuple):
    """What a line says under a label."""

    label: Label
    rest: str
    word: str


def labelled(text: str) -> Labelled | None:
    """A line that begins with a label: "Speaker: Ann Lee", "Abstract. We show", "要旨：…"; or is one alone.

    >>> labelled("Title: Zeta functions")
    Labelled(label='title', rest='Zeta functions', word='Title')
    """
    head = text[:80]
    if found := _ALONE.match(head) if len(text) < 60 else None:
        label = label_of(found["word"])
        return Labelled(label, "", found["word"]) if label is not None and label in _ALONE_TOO else None
    if found := _LINE.match(head):
        label = label_of(found["word"])
        sign = found["sign"].strip()
        if label is None or (sign not in {":", "："} and label not in _DOTTED):
            return None
        return Labelled(label, text[found.end() :].strip(), found["word"])
    return None


def labels_within(text: str) -> tuple[str, tuple[Labelled, ...]]:
    """A line without the labels inside it, and what they say: "Graphs. Chair: Bo Ek", "(moderated by Al Oz)".

    >>> labels_within("Panel discussion (moderated by Al Oz)")
    ('Panel discussion', (Labelled(label='chair', rest='Al Oz', word='moderated by'),))
    """
    found_labels: list[Labelled] = []

    def take(found: re.Match[str]) -> str:
        label: Label = "speaker" if found["speaker"] else "room" if found["room"] else "chair"
        if not found["sign"].strip() and not _names_somebody(found["rest"]):
            return found[0]  # "modera la discusión" is no label
        found_labels.append(Labelled(label, found["rest"].strip(" .,;–—-"), found["word"]))
        return " "

    if len(text) > 600 or not _MAY_LABEL.search(text):
        return text, ()
    bare = _WITHIN.sub(take, text)
    return " ".join(bare.split()).strip(" ,;–—-|(（[") if found_labels else text, tuple(found_labels)


def _names_somebody(text: str) -> bool:
    people = read_people(text)
    return bool(people) and is_name(people[0].name)


def label_of(word: str) -> Label | None:
    """What a word before a colon is."""
    word = word.strip()
    for label, pattern in _HEAD_WORDS.items():
        if label not in _LINES_NEVER and pattern.fullmatch(word):
            return label
    return None


def heading_of(text: str) -> Label | None:
    """What a column holds, by its heading: "Time (PT)", "Speaker / Affiliation", "主持人"."""
    plain = re.sub(r"\([^()]*\)|（[^（）]*）|[:*：]", " ", text).strip()
    for candidate in (plain, *re.split(r"\s*(?:/|&|\band\b|\bund\b|\bet\b|,)\s*", plain)):
        for label in _COLUMNS_FIRST:
            if candidate and _HEAD_WORDS[label].fullmatch(candidate.strip()):
                return label
    return None
