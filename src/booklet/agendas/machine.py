"""The state machine: tokens, in the order of the page, become the drafts of entries.

It is in one of these states, and each token moves it as follows:

- **before** anything is known: text goes to the front matter. A day or a time begins the agenda.
- **agenda**, no entry open (after a day, a heading, a pause): text that is short opens an entry without a time; a long
  one is left over. A label speaks of the day, or of the session that a heading has opened.
- **head** of an entry: text adds a line to what the entry is called, until one is long enough to be prose; labels say
  their part; a line that is nothing but a pause opens an entry of its own.
- **abstract** of an entry: text adds a paragraph. In a session, a line that reads as a person opens the next talk.
- **papers**, below a heading that says abstracts: headings and short lines open papers, text is their abstract.
- **aside**, below a heading such as Sponsors or Travel: everything is left over.

A time ends whatever entry is open, and opens the next. A heading that is a session's holds the entries below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from booklet.agendas.grammar import Token
from booklet.agendas.labels import Label
from booklet.manuscripts.dates import When
from booklet.manuscripts.hours import Clock, Hours, find_count, find_length
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.who import is_name, read_people, split_by
from booklet.model.program import PAUSES

_SECTIONS: Final = (
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
            r"horario|programma|orario|cronograma|programação|rooster|программа|расписание)(?: .{0,30})?|日程|议程|會議議程|"
            r"会议议程|会议日程|プログラム|スケジュール|タイムテーブル",
            re.IGNORECASE,
        ),
    ),
    (
        "aside",
        re.compile(
            r"(?:our |gold |silver )?sponsors?(?:hip)?(?: .{0,20})?|organi[sz]\w+(?: .{0,25})?|(?:scientific |"
            r"program |steering |local )?committees?(?: .{0,25})?|"
            r"registration(?: .{0,20})?|(?:how to )?register|contact(?: us)?|venue|travel(?: .{0,25})?|"
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
            r"主办单位|承办单位|组委会|联系方式|联系我们|注册|交通|酒店|主催|共催|後援|参加登録|お問い合わせ|アクセス|会場案内",
            re.IGNORECASE,
        ),
    ),
)
"""What headings say of what stands below them."""

GOES_ON: Final = "\0"
"""What the rest of a paragraph begins with."""

_PROSE: Final = 24
"""So many words are prose rather than a title."""

_SENTENCE: Final = 8
"""A shorter line that ends in a full stop may still be a title."""

_LINES: Final = 6
"""What an entry is called, and by whom it is given, takes no more lines than that."""

_PART_OF_DAY: Final = re.compile(
    r"\W*(?:(?:early |late )?(?:morning|afternoon|evening)(?: session)?|(?:am|pm) session|vormittags?|nachmittags?|abends?|matin(?:ée)?|après-midi|"
    r"soir(?:ée)?|mañana|tarde|noche|mattin[ao]|pomeriggio|sera|manhã|noite|ochtend|(?:na)?middag|avond|утро|день|вечер|"
    r"上午|下午|晚上|午前|午後|夜)\W*",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"(?:mit (?:freundlichen|herzlichen|besten) grüßen|(?:viele|beste|herzliche) grüße|(?:best|kind|warm) (?:regards|wishes)|regards|sincerely|"
    r"cordialement|bien cordialement|amicalement|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|cordialmente|atenciosamente|"
    r"abraços|met vriendelijke groet(?:en)?|с уважением|此致|敬具|よろしくお願い\w*)\W*",
    re.IGNORECASE,
)
"""How letters end; what comes after is a signature."""

Section: TypeAlias = Literal["before", "agenda", "papers", "aside"]


@dataclass(slots=True)
class Said:
    """Words with their line."""

    text: str
    number: int


@dataclass(slots=True)
class Draft:
    """An entry as it is gathered: where it stands, its time, the lines of its head, what labels say, its abstract."""

    number: int
    when: When | None = None
    hours: Hours | None = None
    until: Clock | None = None
    written: str = ""
    head: list[Said] = field(default_factory=list)
    labels: list[tuple[Label, Said]] = field(default_factory=list)
    body: list[Said] = field(default_factory=list)
    talks: list[Draft] = field(default_factory=list)
    room: str = ""
    depth: int = 0
    level: int = 0
    session: bool = False
    open_label: Label | None = None

    def has(self, label: Label) -> bool:
        """Whether a label has said something."""
        return any(known == label for known, _ in self.labels)

    @property
    def title(self) -> str:
        """The first line of the head."""
        return self.head[0].text if self.head else ""


@dataclass(slots=True)
class Gathered:
    """What the machine has made of a page: front matter, drafts, papers, what is left over, and what became structure."""

    front: list[Said] = field(default_factory=list)
    front_labels: list[tuple[Label, Said]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    papers: list[Draft] = field(default_factory=list)
    left: list[Said] = field(default_factory=list)
    resources: list[Said] = field(default_factory=list)
    headings: list[Said] = field(default_factory=list)
    structure: list[Said] = field(default_factory=list)
    day_titles: list[tuple[When, Said]] = field(default_factory=list)


def gather(tokens: Iterable[Token]) -> Gathered:
    """Run the machine over the tokens of a page."""
    machine = _Machine()
    for token in tokens:
        machine.take(token)
    return machine.out


class _Machine:
    def __init__(self) -> None:
        self.out = Gathered()
        self._section: Section = "before"
        self._when: When | None = None
        self._block: Draft | None = None
        self._item: Draft | None = None
        self._talk: Draft | None = None
        self._room = ""
        self._chair: Said | None = None

    def take(self, token: Token) -> None:
        """Move by one token."""
        if token.structure:
            self.out.structure.append(Said(token.structure, token.number))
        match token.kind:
            case "day":
                self._day(token)
            case "time":
                self._time(token)
            case "label":
                self._label(token)
            case "resources":
                self.out.resources.append(Said(token.text, token.number))
            case "navigation":
                self.out.left.append(Said(token.text, token.number))
            case "heading":
                self.out.headings.append(Said(token.text, token.number))
            case "text" if token.text:
                self._text(token)
            case _:
                pass

    def _day(self, token: Token) -> None:
        if self._section == "aside" and not token.level:
            self.out.left.append(Said(f"{token.structure} {token.text}".strip(), token.number))
            return
        if token.when is None or token.when.until is None:
            self._when = token.when
        if self._section == "before" and token.label == "date":
            self.out.front_labels.append(("date", Said(token.structure, token.number)))
            return  # the front matter goes on
        if self._section in {"before", "aside"}:
            self._section = "agenda"
        self._close()
        self._block = None
        self._room = ""
        self._chair = None
        if token.text and token.when is not None:
            self.out.day_titles.append((token.when, Said(token.text, token.number)))

    def _time(self, token: Token) -> None:
        if self._section == "before" or (self._section == "aside" and token.hours and token.hours.end):
            self._section = "agenda"
        self._close()
        draft = Draft(token.number, self._when, token.hours, token.until, token.structure)
        draft.room, draft.depth = self._room, token.depth
        if self._section == "papers":
            self.out.papers.append(draft)
        elif self._block is not None:
            self._block.talks.append(draft)
        else:
            self.out.drafts.append(draft)
        self._item = draft

    def _close(self) -> None:
        self._item = self._talk = None

    @property
    def _current(self) -> Draft | None:
        return self._talk or self._item

    def _label(self, token: Token) -> None:
        label = token.label
        assert label is not None
        said = Said(token.text, token.number)
        if label == "resource":
            self.out.resources.append(Said(f"{token.structure} {token.text}".strip(), token.number))
            return
        if self._section == "aside":
            self.out.left.append(Said(f"{token.structure}: {token.text}", token.number))
            return
        current = self._current
        if (
            label == "chair"
            and token.gap
            and not token.depth
            and self._block is None
            and current is not None
            and current.title
        ):
            # Set off from the entry above, it is for those below.
            self._close()
            self._chair = said
            return
        if current is None:
            self._label_of_nothing(label, said, token)
            return
        if label in {"title", "speaker"} and self._item is not None and self._item.session and current.has(label):
            current = self._next_talk(token)
        elif label == "title" and self._item is not None and current is self._item and self._item.session:
            current = self._next_talk(token)
        current.open_label = label
        if said.text:
            current.labels.append((label, said))

    def _label_of_nothing(self, label: Label, said: Said, token: Token) -> None:
        """A label where no entry is open speaks of the session, the day or the event."""
        if self._section == "papers":
            draft = Draft(token.number, self._when)
            draft.open_label = label
            draft.labels.append((label, said))
            self.out.papers.append(draft)
            self._item = draft
        elif self._block is not None:
            self._block.labels.append((label, said))
        elif self._section == "agenda" and label == "room":
            self._room = said.text
        elif self._section == "agenda" and label == "chair":
            self._chair = said
        elif self._section == "agenda" and label == "title":
            draft = Draft(token.number, self._when, room=self._room)
            draft.labels.append((label, said))
            self.out.drafts.append(draft)
            self._item = draft
        elif self._section == "before":
            self.out.front_labels.append((label, said))
        else:
            self.out.left.append(Said(f"{token.structure}: {token.text}", token.number))

    def _text(self, token: Token) -> None:
        said = Said(token.text, token.number)
        if not re.search(r"\w", token.text) or _PART_OF_DAY.fullmatch(token.text):
            self.out.left.append(said)
        elif self._section != "before" and _CLOSING.fullmatch(token.text):
            self._close()
            self._block = None
            self._section = "aside"
            self.out.left.append(said)
        elif token.level or _heads_section(token):
            self._heading(token, said)
        elif self._section == "before":
            self.out.front.append(said)
        elif self._section == "aside":
            self.out.left.append(said)
        elif self._section == "papers":
            self._paper_text(token, said)
        elif self._item is None:
            self._loose(token, said)
        else:
            self._of_item(token, said)

    def _heading(self, token: Token, said: Said) -> None:
        section = _section_of(token.text)
        if section is not None and not (section == "aside" and self._section == "before"):
            self._close()
            self._block = None
            self._section = "before" if section == "agenda" and self._section == "before" else section
            if self._section == "before":
                self.out.front.append(said)
            else:
                self.out.left.append(said)
            return
        if self._section == "before":
            self.out.front.append(said)
        elif self._section == "aside":
            self.out.left.append(said)
        elif self._section == "papers":
            self._item = Draft(token.number, self._when, head=[said], level=token.level)
            self.out.papers.append(self._item)
        else:
            self._session_heading(token, said)

    def _session_heading(self, token: Token, said: Said) -> None:
        """A heading within the agenda holds the entries below it; or it is what the open entry is called."""
        if self._item is not None and not self._item.head and not self._item.body:
            self._item.head.append(said)
            return
        self._close()
        self._block = Draft(token.number, self._when, head=[said], room=self._room, level=token.level, session=True)
        self.out.drafts.append(self._block)

    def _loose(self, token: Token, said: Said) -> None:
        """Text within the agenda where no entry is open."""
        if _is_prose(token.text) or (token.text.endswith(".") and len(token.text.split()) > 4):
            self.out.left.append(said)
            return
        if self._block is None and kind_of(token.text) == "session" and len(token.text) < 120:
            self._session_heading(token, said)
            return
        draft = Draft(token.number, self._when, head=[said], room=self._room, depth=token.depth)
        draft.session = _is_session(draft)
        (self._block.talks if self._block is not None else self.out.drafts).append(draft)
        self._item = draft
        if kind_of(token.text) in PAUSES:
            self._item = None

    def _paper_text(self, token: Token, said: Said) -> None:
        item = self._item
        short = len(token.text.split()) <= _PROSE and not token.text.endswith(".")
        if item is None or (token.gap and short and (item.body or item.has("abstract")) and _opens_paper(token)):
            self._item = Draft(token.number, self._when, head=[said])
            self.out.papers.append(self._item)
        elif item.body or item.open_label == "abstract" or not short or len(item.head) >= _LINES:
            self._add_to_abstract(item, token, said)
        else:
            item.head.append(said)

    def _of_item(self, token: Token, said: Said) -> None:
        item, current = self._item, self._current
        assert item is not None
        assert current is not None
        if not current.head and not current.labels and not current.body:
            self._first_line(current, token, said)
            return
        if token.gap and _is_pause(current.title) and not current.labels:
            self._close()
            self._loose(token, said)
            return
        if (
            token.gap
            and current.title
            and kind_of(token.text) == "session"
            and len(token.text) < 100
            and not split_by(token.text).speakers
        ):
            self._session_heading(token, said)
            return
        if _is_pause(token.text) and (item.title or item.labels):
            self._item = Draft(token.number, self._when, head=[said], room=self._room)
            self._talk = None
            self.out.drafts.append(self._item)
            self._item = None
            return
        if item.session and _opens_talk(token, current):
            self._next_talk(token).head.append(said)
            return
        open_label = current.open_label
        if open_label in {"abstract", "bio"} or (current.body and not open_label):
            self._add_to_abstract(current, token, said)
        elif (
            open_label is not None
            and not token.gap
            and len(token.text) < 200
            and not any(said.number >= token.number - 1 and label == open_label for label, said in current.labels)
        ):
            current.labels.append((open_label, said))
        elif _is_prose(token.text) or len(current.head) >= _LINES:
            self._add_to_abstract(current, token, said)
        else:
            current.head.append(said)

    def _first_line(self, current: Draft, token: Token, said: Said) -> None:
        current.head.append(said)
        current.depth = max(current.depth, token.depth)
        current.session = _is_session(current)
        if self._chair is not None and kind_of(token.text) not in PAUSES:
            current.labels.append(("chair", self._chair))
        if self._block is not None and current in self._block.talks and kind_of(token.text) in PAUSES:
            # A pause ends the session above it.
            self._block.talks.remove(current)
            self._block = None
            self.out.drafts.append(current)

    def _next_talk(self, token: Token) -> Draft:
        """The next talk inside the open session."""
        assert self._item is not None
        self._talk = Draft(token.number, self._when, depth=token.depth)
        self._item.talks.append(self._talk)
        return self._talk

    def _add_to_abstract(self, draft: Draft, token: Token, said: Said) -> None:
        """Another paragraph, or the rest of one."""
        if draft.open_label == "bio":
            draft.labels.append(("bio", said))
        elif token.gap or not (draft.body or draft.has("abstract")) or token.depth:
            text = f"- {said.text}" if token.depth and draft.body else said.text
            draft.body.append(Said(text, said.number))
        else:
            draft.body.append(Said(f"{GOES_ON}{said.text}", said.number))


def _section_of(text: str) -> Section | None:
    bare = text.strip(" :：.#*")
    for name, pattern in _SECTIONS:
        if pattern.fullmatch(bare):
            return name  # type: ignore[return-value]
    return None


def _heads_section(token: Token) -> bool:
    """Whether a line that is no heading in name is one: set off, short, and the word for a part of a page."""
    return len(token.text) < 40 and token.gap and not token.depth and _section_of(token.text) in {"papers", "aside"}


def _is_pause(text: str) -> bool:
    return len(text) < 70 and kind_of(text) in PAUSES and not text.endswith(".")


def _is_prose(text: str) -> bool:
    """Whether a line is a piece of an abstract rather than of a head: long, or whole sentences."""
    words = text.split()
    if len(words) > _PROSE:
        return True
    small = sum(word.islower() for word in words)
    return len(words) >= _SENTENCE and text.endswith(".") and 2 * small > len(words)


def _is_session(draft: Draft) -> bool:
    """Whether an entry is called as what holds talks."""
    title = draft.title
    length = find_length(title)
    if find_count(title) or (length and length.each):
        return True
    return kind_of(title) in {"session", "poster", "panel"} and not split_by(title).speakers


def _opens_talk(token: Token, current: Draft) -> bool:
    """Whether a line inside a session begins another talk: it reads as a person, or as a title with its people."""
    text = token.text
    if len(text) > 200 or len(text.split()) > _PROSE + 6:
        return False
    people = read_people(text)
    if people and is_name(people[0].name) and (people[0].affiliation or len(text.split()) <= 5):
        return (
            current.body != []
            or current.has("abstract")
            or current.session
            or bool(current.head and current.has("title"))
        )
    if current.open_label == "abstract" or current.body:
        return bool(token.depth and split_by(text).speakers)
    return bool(split_by(text).speakers) or token.depth > 0


def _opens_paper(token: Token) -> bool:
    people = read_people(token.text)
    return bool(people and is_name(people[0].name)) or bool(split_by(token.text).speakers) or token.hours is not None
