"""The words that head the columns of tables, in ten languages."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Column: TypeAlias = Literal[
    "email", "phone", "affiliation", "position", "bio", "first", "last", "chair", "coauthors", "speaker", "authors",
    "abstract", "keywords", "subtitle", "status", "kind", "length", "room", "track", "date", "start", "end", "time",
    "session", "note", "ident", "second_title", "title",
]  # fmt: skip
"""What a column holds. `first` and `last` are parts of a name, `time` is a span or a beginning; where a heading has
words of two ("speaker affiliation", "session room"), it is of the one that stands first here."""


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


HEADINGS: Final[dict[Column, frozenset[str]]] = {
    "email": _phrases("""
        email | e mail | mail | email address | mail address | emails | adresse e mail | courriel | mail adresse |
        correo | correo electrónico | posta elettronica | endereço de email | e mailadres | почта |
        электронная почта | адрес электронной почты | 邮箱 | 邮件 | 电子邮箱 | メール | メールアドレス
    """),
    "phone": _phrases("""
        phone | phone number | telephone | tel | mobile | cell | telefon | telefonnummer | handy | téléphone |
        teléfono | telefono | telefone | telefoon | телефон | 电话 | 手机 | 電話 | 電話番号
    """),
    "affiliation": _phrases("""
        affiliation | affiliations | institution | institutions | organisation | organisations | organization |
        organizations | university | company | employer | institute | zugehörigkeit | institut | universität | firma |
        hochschule | einrichtung | établissement | université | organisme | afiliación | institución | universidad |
        empresa | filiación | affiliazione | ente | università | istituzione | afiliação | instituição |
        universidade | filiação | affiliatie | instelling | universiteit | организация | аффилиация | место работы |
        вуз | университет | 单位 | 所属单位 | 工作单位 | 机构 | 学校 | 所属 | 所属機関 | 大学
    """),
    "position": _phrases("""
        position | job title | role | tagline | tag line | funktion | fonction | cargo | ruolo | functie | должность |
        职务 | 职称 | 役職 | 職位
    """),
    "bio": _phrases("""
        bio | biography | bios | short bio | short biography | about the speaker | about speaker | kurzbiografie |
        kurzbiographie | zur person | lebenslauf | biographie | biografie | biografía | semblanza | biografia |
        nota biografica | minicurrículo | биография | о докладчике | 个人简介 | 报告人简介 | 嘉宾简介 | 讲者简介 |
        略歴 | 経歴 | プロフィール
    """),
    "first": _phrases("""
        first name | firstname | given name | given names | forename | vorname | prénom | nombre | nome | voornaam |
        имя | 名
    """),
    "last": _phrases("""
        last name | lastname | surname | family name | familyname | nachname | familienname | nom de famille |
        apellido | apellidos | cognome | sobrenome | achternaam | фамилия | 姓
    """),
    "chair": _phrases("""
        chair | chairs | session chair | session chairs | chairperson | chairman | chairwoman | chaired by |
        moderator | moderators | moderated by | host | hosts | convener | convenor | discussant | discussion leader |
        moderation | leitung | sitzungsleitung | vorsitz | vorsitzende | président | présidente |
        président de séance | présidence | modérateur | modératrice | animateur | moderador | moderadora | modera |
        preside | moderatore | moderatrice | presiede | presidente | mediador | mediadora | moderação | voorzitter |
        gespreksleider | dagvoorzitter | председатель | модератор | ведущий | 主持人 | 主持 | 会议主持 | 座长 | 座長 |
        司会 | 司会者 | 議長
    """),
    "coauthors": _phrases("""
        coauthor | coauthors | co author | co authors | other authors | joint with | joint work with | mitautor |
        mitautoren | coauteur | coauteurs | co auteurs | coautor | coautores | coautori | соавтор | соавторы |
        合作者 | 合著者 | 共著者 | 共同研究者
    """),
    "speaker": _phrases("""
        speaker | speakers | presenter | presenters | presenting author | presented by | lecturer | lecturers |
        panelist | panelists | panellist | panellists | instructor | instructors | tutor | tutors | name | names |
        full name | fullname | who | invited speaker | keynote speaker | redner | rednerin | redner in | rednerinnen |
        vortragende | vortragender | vortragenden | referent | referentin | referenten | referentinnen | referent in |
        sprecher | sprecherin | sprecher in | sprecherinnen | dozent | dozentin | orateur | orateurs | oratrice |
        intervenant | intervenants | intervenante | conférencier | conférencière | conférenciers | nom | ponente |
        ponentes | orador | oradora | oradores | conferenciante | conferencista | expositor | relatore | relatori |
        relatrice | oratore | oratori | docente | palestrante | palestrantes | apresentador | apresentadora |
        apresentadores | spreker | sprekers | inleider | докладчик | докладчики | спикер | спикеры | лектор |
        выступающий | фио | 发言人 | 报告人 | 演讲人 | 演讲者 | 讲者 | 主讲人 | 主讲 | 嘉宾 | 姓名 | 報告人 | 講者 |
        講演者 | 発表者 | 登壇者 | 講師 | 話者 | 演者 | 氏名 | スピーカー
    """),
    "authors": _phrases("""
        author | authors | author names | author list | autor | autoren | autorin | autorinnen | auteur | auteurs |
        autores | autora | autoras | autore | autori | автор | авторы | 作者 | 论文作者 | 著者 | 著者名
    """),
    "abstract": _phrases("""
        abstract | abstracts | summary | synopsis | description | abstract text | zusammenfassung | kurzfassung |
        inhalt | beschreibung | abstrakt | résumé | resume | sommaire | resumen | descripción | sommario | riassunto |
        descrizione | abstract esteso | resumo | descrição | sinopse | samenvatting | beschrijving | omschrijving |
        аннотация | резюме | описание | тезисы | 摘要 | 内容摘要 | 报告摘要 | 简介 | 概要 | 要旨 | 講演要旨 |
        発表概要 | アブストラクト | 抄録
    """),
    "keywords": _phrases("""
        keyword | keywords | key words | tags | tag list | schlagwort | schlagwörter | stichwort | stichworte |
        stichwörter | mots clés | mots clefs | palabras clave | parole chiave | palavras chave | trefwoorden |
        ключевые слова | 关键词 | 关键字 | 關鍵詞 | キーワード
    """),
    "subtitle": _phrases("""
        subtitle | sub title | untertitel | sous titre | subtítulo | sottotitolo | ondertitel | подзаголовок |
        副标题 | 副題 | サブタイトル
    """),
    "second_title": _phrases("""
        second title | title in second language | zweiter titel
    """),
    "status": _phrases("""
        status | decision | acceptance | acceptance status | accepted | state | entscheidung | statut | décision |
        estado | decisión | stato | decisione | decisão | besluit | статус | решение | 状态 | 录用 | 録用 | 採否 |
        ステータス
    """),
    "kind": _phrases("""
        type | kind | format | session type | session format | talk type | presentation type | submission type |
        event type | art | typ | vortragsart | veranstaltungsart | tipo | tipologia | formato | soort | вид | тип |
        формат | 类型 | 形式 | 種別 | 種類 | 区分
    """),
    "length": _phrases("""
        duration | length | minutes | min | mins | duration min | duration minutes | dauer | länge | durée |
        duración | durata | duração | duur | длительность | продолжительность | минут | 时长 | 所要時間 | 発表時間 |
        時間長
    """),
    "room": _phrases("""
        room | rooms | location | venue | place | where | hall | room name | building | stage | raum | ort | saal |
        hörsaal | veranstaltungsort | bühne | salle | lieu | amphithéâtre | amphi | sala | lugar | aula | auditorio |
        sede | luogo | local | auditório | zaal | locatie | plaats | lokaal | место | аудитория | зал |
        место проведения | помещение | 地点 | 地點 | 会场 | 會場 | 教室 | 会议室 | 房间 | 場所 | 会場 | 部屋 |
        会議室
    """),
    "track": _phrases("""
        track | tracks | stream | category | topic area | strand | area | themenbereich | strang | kategorie |
        schiene | thématique | axe | catégorie | área | área temática | eje | categoría | categoria | eixo |
        eixo temático | categorie | секция | трек | направление | 类别 | 分论坛 | 分野 | トラック | カテゴリ
    """),
    "date": _phrases("""
        date | dates | day | days | conference day | weekday | event date | session date | start date | datum | tag |
        wochentag | veranstaltungstag | jour | journée | fecha | día | data | giorno | dia | dag | дата | день |
        日期 | 星期 | 日付 | 日 | 日にち | 月日 | 開催日
    """),
    "start": _phrases("""
        start | starts | start time | starting time | starttime | begin | begins | begin time | beginning | from |
        starts at | session start | startzeit | beginn | anfang | anfangszeit | von | début | heure de début |
        heure début | de | inicio | comienzo | hora de inicio | hora inicio | desde | inizio | ora inizio |
        ora di inizio | dalle | início | hora de início | hora início | begintijd | aanvang | starttijd | van |
        начало | время начала | с | 开始 | 开始时间 | 起始时间 | 開始 | 開始時間 | 開始時刻
    """),
    "end": _phrases("""
        end | ends | end time | ending time | endtime | finish | finish time | until | till | to | ends at |
        session end | ende | endzeit | bis | schluss | fin | heure de fin | heure fin | à | hora de fin | hora fin |
        final | hora final | hasta | término | fine | ora fine | ora di fine | alle | fim | hora de término |
        hora do fim | até | einde | eindtijd | tot | конец | окончание | время окончания | до | по | 结束 | 结束时间 |
        終了 | 終了時間 | 終了時刻
    """),
    "time": _phrases("""
        time | times | time slot | timeslot | time slots | slot | when | scheduled at | hour | hours | schedule |
        date time | date and time | datetime | zeit | uhrzeit | zeiten | zeitraum | zeitslot | uhr | heure | heures |
        horaire | horaires | créneau | hora | horas | horario | ora | orario | ore | fascia oraria | horário |
        horários | tijd | tijdstip | tijden | время | часы | 时间 | 時間 | 时段 | 時刻 | 日時 | 時間帯 | 起止时间
    """),
    "session": _phrases("""
        session | sessions | session title | session name | block | sitzung | sektion | séance | sesión | sesiones |
        sessione | sessão | sessões | sessie | заседание | сессия | 分会 | 分会场 | 会议 | 场次 | 専題 | セッション
    """),
    "note": _phrases("""
        note | notes | remark | remarks | bemerkung | bemerkungen | anmerkung | anmerkungen |
        hinweis | hinweise | remarque | remarques | observaciones | notas | nota | annotazioni | osservazioni |
        observações | opmerking | opmerkingen | примечание | примечания | 备注 | 備考
    """),
    "ident": _phrases("""
        id | ids | number | no | nr | num | paper id | paper number | submission id | submission | submission number |
        session id | talk id | event id | code | nummer | numéro | número | numero | номер | 编号 | 序号 | 论文编号 |
        番号 | 演題番号
    """),
    "title": _phrases("""
        title | titles | talk | talks | talk title | paper title | presentation | presentation title | lecture |
        topic | titel | thema | vortrag | vortragstitel | beitrag | beitragstitel | titre | intitulé | sujet |
        exposé | communication | título | tema | charla | ponencia | conferencia | titolo | argomento | intervento |
        palestra | trabalho | lezing | onderwerp | voordracht | название | название доклада | тема | тема доклада |
        доклад | 题目 | 標題 | 标题 | 报告题目 | 演讲题目 | 论文题目 | 报告标题 | 題目 | 演題 | 演題名 | 講演題目 |
        発表題目 | 論題 | 論文題目 | タイトル
    """),
}  # fmt: skip
"""Headings in small letters, their words parted by spaces."""

LOOSE: Final = _phrases("""
    activity | activities | event | events | event title | event name | item | agenda | agenda item | program |
    programme | what | content | programmpunkt | veranstaltung | programm | was | activité | événement | programa |
    actividad | evento | contenido | programma | attività | contenuto | atividade | programação | conteúdo |
    activiteit | programmaonderdeel | wat | мероприятие | программа | событие | содержание | 内容 | 活动 | 议程 |
    环节 | 事项 | 日程 | プログラム | 項目 | 行事
""")  # fmt: skip
"""What heads the column of titles where none is headed more clearly."""
