"""The desk: what every part has before it while it sets itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final

from booklet.design.house import House
from booklet.design.inks import readable
from booklet.design.theme import ink
from booklet.errors import Place
from booklet.geometry import Rect
from booklet.layout.galley import Slice
from booklet.layout.marks import Ink, Mark
from booklet.layout.mirroring import turn_drawing
from booklet.model.people import family_name
from booklet.model.program import Day, Key, Profile, Program, Session, Track
from booklet.parts.wording import Wording
from booklet.text.flowables import Flowable
from booklet.text.hyphenation import ZERO_WIDTH_SPACE
from booklet.text.inline import Piece, educated, inline
from booklet.text.looks import breakable, code_style, script_style
from booklet.text.maths import plain
from booklet.text.scripts import has_rtl, slants
from booklet.text.styles import Span, Style
from booklet.text.typesetter import Typesetter
from booklet.text.typography import educate

_SHORT_NAME: Final = 16
"""Characters; longer names may be broken."""


def find_debuts(program: Program, people: Mapping[str, str]) -> dict[str, Key]:
    """The key of the first talk with an abstract that each person gives."""
    debuts: dict[str, Key] = {}
    for day in program.days:
        for talk in talks_of(day):
            for speaker in talk.speakers:
                debuts.setdefault(people.get(speaker.name, speaker.name), talk.at)
    return debuts


@dataclass(frozen=True, slots=True)
class Desk:
    """The program, the design and the tools.

    `place` finds a key in the program file; `people` maps each spelling of a name to the one that stands for the
    person, and `debuts` that one to the key of the first talk with an abstract that the person gives.
    """

    program: Program
    house: House
    typesetter: Typesetter
    wording: Wording
    place: Callable[[Key], Place]
    people: Mapping[str, str]
    debuts: Mapping[str, Key]

    def typeset(self, text: str, language: str = "") -> str:
        """A text with typographic quotes and dashes, in its own language or else the program's."""
        return educate(text, language or self.program.event.language)

    def span(self, text: str, style: Style, *, link: str = "", says: str = "") -> Span:
        """A text from the program as a span; the style's language is the text's."""
        return Span(self.typeset(text, style.language), style, link, self.plain(says, style.language) if says else "")

    def drawing(self, marks: Iterable[Mark], area: Rect) -> tuple[Mark, ...]:
        """The marks of a drawing that fills an area, so that it is not seen in a mirror whichever way pages run."""
        return turn_drawing(marks, area) if self.typesetter.rtl else tuple(marks)

    def plain(self, text: str, language: str = "") -> str:
        """A text from the program for places that show no formulas: bookmarks, descriptions of links."""
        return plain(self.typeset(text, language))

    def named(self, text: str, names: Iterable[str]) -> list[str]:
        """A text cut around the names in it, where each of them must stand for itself to be read in its own direction.

        Elsewhere it stays whole.
        """
        if not self.typesetter.rtl and not has_rtl(text):
            return [text]
        out = []
        for name in names:
            before, found, text = text.partition(name)
            out += [before, found]
        return [part for part in (*out, text) if part]

    def prose(self, text: str, style: Style) -> tuple[Span, ...]:
        """A text from the program with its marks, as spans in the faces that go with a style's, and its language."""
        pieces = educated(inline(text), style.language or self.program.event.language)
        return tuple(
            [
                self._said(
                    piece, style._replace(face=_face(style.face, piece)), after=before.code or before.script != ""
                )
                for before, piece in pairwise((Piece(""), *pieces))
            ]
        )

    def _said(self, piece: Piece, style: Style, *, after: bool) -> Span:
        """A piece of a text; code is upright, whatever it stands in.

        The space `after` code or a script is the text's own: there, a word of no width begins the text.
        """
        if piece.code:
            return Span(breakable(piece.text), code_style(self.typesetter, style), piece.link, flows=True)
        text = f"{ZERO_WIDTH_SPACE}{piece.text}" if after and piece.text[:1] == " " else piece.text
        return Span(text, script_style(self.typesetter, style, piece.text, piece.script), piece.link, flows=True)

    def language_of(self, session: Session) -> str:
        """The language of an entry, if it is not the event's; de is that of an event in de-AT, and de-CH is not."""
        tag, usual = session.language, self.program.event.language.lower()
        return "" if tag.lower() in {"", usual, usual.partition("-")[0]} else tag

    def own(self, session: Session, style: Style) -> Style:
        """A style for what is in an entry's own language, such as its title."""
        language = self.language_of(session)
        return style._replace(language=language) if language else style

    def family(self, name: str) -> str:
        """The family name of a person, for places where the whole name is too long."""
        return family_name(self.people.get(name, name), self.profile(name))

    def profile(self, name: str) -> Profile | None:
        """What the program says of a person, under any spelling."""
        return self.program.people.get(self.people.get(name, name))

    def track_ink(self, name: str) -> Ink | None:
        """The ink of a track that the program says something about: its own, made readable, or one of the theme's."""
        theme = self.house.theme
        return _track_inks(self.program.tracks, theme.tracks, theme.inks.paper).get(name)

    def leads_to_abstract(self, session: Session) -> bool:
        """Whether the booklet has an abstract of this session to lead to."""
        return "abstracts" in self.program.options.parts and has_abstract(session)

    def where(self, at: Key) -> Callable[[], Place]:
        """A finder for the place of a key, for faults that may come up."""
        return partial(self.place, at)

    def slices(self, flowables: Iterable[Flowable], measure: float) -> list[Slice]:
        """Set flowables one under the other."""
        out: list[Slice] = []
        for flowable in flowables:
            out += flowable.slices(self.typesetter, measure)
        return out


@lru_cache(maxsize=8)
def _track_inks(tracks: tuple[Track, ...], usual: tuple[Ink, ...], paper: Ink) -> Mapping[str, Ink]:
    """An ink a track; the usual ones go by its place among all, so that a colour stated changes no other."""
    return {
        track.name: readable(ink(track.colour), paper) if track.colour else usual[at % len(usual)]
        for at, track in enumerate(tracks)
    }


def _face(face: str, piece: Piece) -> str:
    """The face for a piece of text in a face; what is strong is not in italics, too, and what has none is strong."""
    if piece.strong or piece.emphasis:
        return f"{face.partition('-')[0]}-{'italic' if not piece.strong and slants(piece.text) else 'bold'}"
    return face


def unbroken(room: str) -> str:
    """A short name of a room that no line ends in: GDC 6.302."""
    return room.replace(" ", "\u00a0") if len(room) <= _SHORT_NAME else room


def has_abstract(session: Session) -> bool:
    """Whether a session gets an entry among the abstracts: somebody speaks, or there is something to read."""
    return bool(session.abstract) or (bool(session.speakers) and not session.pauses and not session.talks)


def talks_of(day: Day) -> list[Session]:
    """The sessions of a day that have an entry among the abstracts, in order."""
    return [entry for entry in day.entries if has_abstract(entry)]
