"""The words by which parts of a page are known: abstracts, sponsors, mornings, and how letters end."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

Section: TypeAlias = Literal["before", "agenda", "papers", "aside"]

_SECTIONS: Final[tuple[tuple[Section, re.Pattern[str]], ...]] = (
    (
        "papers",
        re.compile(
            r"(?:list of |book of |talk |titles and |title and )?abstracts?(?: (?:and|&) (?:titles|slides))?|"
            r"abstracts of .{1,40}|"
            r"zusammenfassungen|kurzfassungen|vortragszusammenfassungen|abstracts der vorträge|"
            r"résumés?(?: des .{1,30})?|"
            r"resúmenes|resumenes|sommari|riassunti|resumos|samenvattingen|аннотации(?: докладов)?|"
            r"тезисы(?: докладов)?|"
            r"摘要|报告摘要|講演要旨|要旨|発表概要|アブストラクト|講演概要",
            re.IGNORECASE,
        ),
    ),
    (
        "agenda",
        re.compile(
            r"(?:\w+ ){0,3}(?:agenda|schedule|program(?:me)?|timetable|programm|ablauf|zeitplan|tagesordnung|"
            r"programa|agenda|"
            r"horario|programma|orario|cronograma|programação|rooster|программа|расписание)(?: .{0,30})?|日程|议程|"
            r"會議議程|"
            r"会议议程|会议日程|プログラム|スケジュール|タイムテーブル",
            re.IGNORECASE,
        ),
    ),
    (
        "aside",
        re.compile(
            r"(?:our |gold |silver )?sponsors?(?:hip)?(?: .{0,20})?|organi[sz]\w+(?: .{0,25})?|(?:scientific |"
            r"program |steering |local )?committees?(?: .{0,25})?|"
            r"registration(?: .{0,20})?|tickets?|pricing|fees|faq|share(?: this)?|follow us|related posts|"
            r"leave a (?:comment|reply)|comments|recent posts|navigation(?: menu)?|main page|personal tools|tools|"
            r"search|menu|contents|"
            r"(?:how to )?register|contact(?: us)?|venue|travel(?: .{0,25})?|"
            r"accommodations?|location|directions|"
            r"important dates|call for .{1,30}|participants|attendees|confirmed speakers|invited speakers|speakers|"
            r"about(?: .{0,30})?|"
            r"practical information|links?|acknowledge?ments?|funding|support|code of conduct|"
            r"veranstalter|organisation|anmeldung|kontakt|anreise|unterkunft|förderer|teilnehmer|"
            r"organisateurs|comité.{0,30}|inscription|contact|accès|lieu|hébergement|partenaires|soutiens|"
            r"organizadores|comité.{0,30}|inscripción|contacto|alojamiento|patrocinadores|"
            r"organizzatori|comitato.{0,30}|iscrizione|contatti|sede|alloggio|organizadores|comissão.{0,30}|"
            r"inscrição|contato|"
            r"organisatie|aanmelden|inschrijven|организаторы|организационный комитет|регистрация|контакты|"
            r"место проведения|"
            r"主办单位|承办单位|组委会|联系方式|联系我们|注册|交通|酒店|主催|共催|後援|参加登録|お問い合わせ|"
            r"アクセス|会場案内",
            re.IGNORECASE,
        ),
    ),
)
"""What headings say of what stands below them."""

PART_OF_DAY: Final = re.compile(
    r"\W*(?:(?:early |late )?(?:morning|afternoon|evening)(?: session)?|(?:am|pm) session|vormittags?|nachmittags?|"
    r"abends?|matin(?:ée)?|après-midi|"
    r"soir(?:ée)?|mañana|tarde|noche|mattin[ao]|pomeriggio|sera|manhã|noite|ochtend|(?:na)?middag|avond|утро|день|"
    r"вечер|"
    r"上午|下午|晚上|(?:午前|午後)(?:の部)?|夜)\W*",
    re.IGNORECASE,
)
NUMBERED: Final = re.compile(r"(?:[A-Z]{1,3}[-.]?[0-9]{1,3}[.):]?|[0-9]{1,3}[.):]|#[0-9]{1,3}|[A-Z]\))\s+(?=\S)")
"""How a line begins that has the number of a poster or paper: P1, 12., #3, A)."""

CLOSING: Final = re.compile(
    r"(?:mit (?:freundlichen|herzlichen|besten) grüßen|(?:viele|beste|herzliche) grüße|(?:best|kind|"
    r"warm) (?:regards|wishes)|regards|sincerely|"
    r"cordialement|bien cordialement|amicalement|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|"
    r"cordialmente|atenciosamente|"
    r"abraços|met vriendelijke groet(?:en)?|с уважением|此致|敬具|よろしくお願い\w*)\W*",
    re.IGNORECASE,
)
"""How letters end; what comes after is a signature."""


def section_of(text: str) -> Section | None:
    """What stands below a heading, if its words tell."""
    bare = text.strip(" :：.#*")
    for name, pattern in _SECTIONS:
        if pattern.fullmatch(bare):
            return name
    return None
