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
from typing import Final

from booklet.agendas.drafts import GOES_ON, Draft, Gathered, Said
from booklet.agendas.grammar import Token
from booklet.agendas.labels import Label, labels_within
from booklet.agendas.rooms import is_room
from booklet.agendas.sections import CLOSING, NUMBERED, PART_OF_DAY, Section, section_of
from booklet.agendas.signs import (
    HALF_DAY,
    LETTERED,
    PROSE,
    call,
    chair_of_half_day,
    heads_section,
    is_byline,
    is_pause,
    is_prose,
    is_session,
    only_places,
    opens_paper,
    opens_talk,
)
from booklet.manuscripts.dates import When
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.people_lists import split_by
from booklet.model.program import PAUSES

_ROOM_WORDS: Final = 4
"""A line of its own that is a room has no more words."""


_LINES: Final = 6
"""What an entry is called, and by whom it is given, takes no more lines than that."""


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
            case "talk":
                if self._item is not None:
                    self._item.session = True
                    self._next_talk(token)
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
            if token.when is not None:
                self.out.day_lines.setdefault(token.when, token.number)
        if self._section == "before" and token.label == "date":
            self.out.front_labels.append(("date", Said(token.structure, token.number)))
            return  # the front matter goes on
        if self._section in {"before", "aside"}:
            self._section = "agenda"
        self._close()
        self._block = None
        self._room = ""
        self._chair = None
        if token.text and is_room(place := token.text.strip(" ()[]（）")):
            self._room = place
        elif token.text and token.when is not None:
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
    def _is_awaited(self) -> bool:
        """Whether a time has opened an entry that nothing has been said of; the next line is what it is called."""
        item = self._item
        return item is not None and item.hours is not None and not (item.head or item.labels or item.body)

    @property
    def _current(self) -> Draft | None:
        return self._talk or self._item

    def _label(self, token: Token) -> None:
        label: Label = token.label or "note"
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
            and (token.gap or HALF_DAY.search(token.structure))
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
        if (label in {"title", "speaker"} and self._item is not None and self._item.session and current.has(label)) or (
            label == "title" and self._item is not None and current is self._item and self._item.session
        ):
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
        if not re.search(r"\w", token.text):
            return  # a rule or a bullet says nothing
        if PART_OF_DAY.fullmatch(token.text):
            self.out.left.append(said)
        elif self._section == "agenda" and (chair := chair_of_half_day(token.text)):
            self._close()
            self._block = None
            self._chair = Said(chair, token.number)
            self.out.left.append(Said(labels_within(token.text)[0], token.number))
        elif self._is_awaited and self._section == "agenda":
            self._of_item(token, said)
        elif self._section != "before" and CLOSING.fullmatch(token.text):
            self._close()
            self._block = None
            self._section = "aside"
            self.out.left.append(said)
        elif token.level or heads_section(token):
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
        section = section_of(token.text)
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
        """A heading within the agenda holds the entries below it; or it is what the open entry is called.

        It is that below a time, and below a time and a place.
        """
        item = self._item
        if item is not None and not item.body and (not item.head or (item.hours and only_places(item))):
            item.labels += [("room", place) for place in item.head]
            item.head = [said]
            return
        self._close()
        self._block = Draft(token.number, self._when, head=[said], room=self._room, level=token.level, session=True)
        self.out.drafts.append(self._block)

    def _loose(self, token: Token, said: Said) -> None:
        """Text within the agenda where no entry is open."""
        if is_prose(token.text) or (token.text.endswith(".") and len(token.text.split()) > 4):
            self.out.left.append(said)
            return
        if self._block is None and kind_of(token.text) == "session" and len(token.text) < 120:
            self._session_heading(token, said)
            return
        draft = Draft(token.number, self._when, room=self._room, depth=token.depth)
        if self._block is None:
            draft.head.append(said)
        else:
            call(draft, said)
        draft.session = is_session(draft)
        (self._block.talks if self._block is not None else self.out.drafts).append(draft)
        self._item = draft
        if kind_of(token.text) in PAUSES:
            self._item = None

    def _paper_text(self, token: Token, said: Said) -> None:
        item = self._item
        short = len(token.text.split()) <= PROSE and not token.text.endswith(".")
        if item is None or (token.gap and short and (item.body or item.has("abstract")) and opens_paper(token)):
            self._item = Draft(token.number, self._when, head=[said])
            self.out.papers.append(self._item)
        elif item.body or item.open_label == "abstract" or not short or len(item.head) >= _LINES:
            self._add_to_abstract(item, token, said)
        else:
            item.head.append(said)

    def _of_item(self, token: Token, said: Said) -> None:
        item, current = self._item, self._current
        if item is None or current is None:
            return
        if self._next_in_list(item, token):
            self._close()
            self._loose(token, said)
            return
        if current.open_label not in {None, "abstract", "bio"} and not current.has(current.open_label or "note"):
            # The label stood in a line of its own.
            current.labels.append((current.open_label or "note", said))
            current.open_label = None
            return
        if not current.head and not current.labels and not current.body:
            self._first_line(current, token, said)
            return
        if current.title and is_room(token.text, sure=False) and len(token.text.split()) <= _ROOM_WORDS:
            current.labels.append(("room", said))
            return
        if token.gap and is_pause(current.title) and not current.labels:
            self._close()
            self._loose(token, said)
            return
        if (
            token.gap
            and current.title
            and kind_of(token.text) in {"session", "poster"}
            and len(token.text) < 100
            and not split_by(token.text).speakers
        ):
            self._session_heading(token, said)
            return
        if is_pause(token.text) and (item.title or item.labels):
            self._item = Draft(token.number, self._when, head=[said], room=self._room)
            self._talk = None
            self.out.drafts.append(self._item)
            self._item = None
            return
        if item.title and not item.body and LETTERED.match(token.text):
            item.session = True  # A), B) and C) are held at once
        if item.session and opens_talk(token, current, item):
            call(self._next_talk(token), said)
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
        elif is_prose(token.text) or len(current.head) >= _LINES:
            self._add_to_abstract(current, token, said)
        else:
            current.head.append(said)

    def _next_in_list(self, item: Draft, token: Token) -> bool:
        """Whether a line is the next item of a list of talks without times, such as posters below their heading."""
        listed = self._block is not None and item in self._block.talks and item.hours is None
        if not listed:
            return False
        if item.coded:
            return NUMBERED.match(token.text) is not None
        return 0 < token.depth == item.depth or (
            len(item.head) == 1 and not item.labels and is_byline(item.title) and is_byline(token.text)
        )

    def _first_line(self, current: Draft, token: Token, said: Said) -> None:
        current.head.append(said)
        current.depth = max(current.depth, token.depth)
        current.session = is_session(current)
        if self._chair is not None and kind_of(token.text) not in PAUSES:
            current.labels.append(("chair", self._chair))
        if self._block is not None and current in self._block.talks and kind_of(token.text) in PAUSES:
            # A pause ends the session above it.
            self._block.talks.remove(current)
            self._block = None
            self.out.drafts.append(current)

    def _next_talk(self, token: Token) -> Draft:
        """The next talk inside the open session."""
        talk = self._talk = Draft(token.number, self._when, depth=token.depth)
        if self._item is not None:
            self._item.talks.append(talk)
        return talk

    def _add_to_abstract(self, draft: Draft, token: Token, said: Said) -> None:
        """Another paragraph, or the rest of one."""
        if draft.open_label == "bio":
            draft.labels.append(("bio", said))
        elif token.gap or not (draft.body or draft.has("abstract")) or token.depth:
            text = f"- {said.text}" if token.depth and draft.body else said.text
            draft.body.append(Said(text, said.number))
        else:
            draft.body.append(Said(f"{GOES_ON}{said.text}", said.number))
