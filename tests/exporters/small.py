"""Small programs to export."""

from __future__ import annotations

from typing import Final

from booklet.model.program import Program
from booklet.model.read import read_program_text

NIGHT: Final = """\
event: {title: Night of Stars, short_title: Stars, host: Observatory, language: en-US, timezone: America/New_York}
venue: {name: Observatory, room: Dome, address: [Flagstaff, United States]}
days:
  - date: 2026-12-13
    sessions:
      - {time: "20:00-21:30", talk: Twilight, speaker: ["Ada Abel, Professor, Oslo", Bo Berg], with: Cy Coe (Rome),
         abstract: "Dusk, from the east.", keywords: [sky, dusk], track: Sky}
      - time: "22:00-0:30"
        session: Meteors
        chair: Di Day (Lima)
        room: Roof
        note: Bring a coat.
        each: 15 min
        talks:
          - {talk: Small ones, speaker: Bo Berg, abstract: Dust.}
          - {time: "23:00-23:15", talk: Big ones, speaker: Ada Abel}
      - {time: "0:30", social: Soup}
      - {break: Whenever}
booklet: {issued: 2026-11-01}
"""
"""A talk; a session over midnight, with a talk that has a time and one that has none; what begins after midnight, and
what has no time."""

SOCIETY: Final = """\
event: {title: Annual Meeting, timezone: Europe/Berlin, second_timezone: America/New_York, language: de,
  second_language: en, second_title: The Annual Meeting}
venue:
  name: Castle
  rooms:
    Aula: {note: ground floor, building: Main Building}
    Foyer: by the door
    "302":
  buildings:
    Main Building: {address: [Street 1, Town], geo: "49.5, 8.5", directions: Go., map: main.png}
    Annexe:
days:
  - date: 2026-12-13
    title: Sonntag
    second_title: Sunday
    sessions:
      - {time: "9:00-10:00", plenary: Willkommen, second_title: Welcome,
         room: Aula, links: ["https://example.org/a#b"], language: de}
      - time: "10:00-11:00"
        poster: Posters
        room: Foyer
        talks:
          - {poster: One, authors: [Ada Abel (Rome), Bo Berg, Cy Coe], speaker: Bo Berg, board: P-1, topic: "Sky: old"}
          - {poster: Two, authors: [Ada Abel, Bo Berg], board: P-2, topic: Dust}
          - {poster: Three, authors: Ada Abel, with: Di Day, board: P-3}
          - {authors: [Ada Abel, Bo Berg], talk: }
      - {time: "11:00-12:00", tutorial: How to, track: Learning}
tracks:
  Learning: "#9c4221"
  Theory: {note: All of it}
  Practice: {color: "#aabbcc", note: Hands}
  Other:
committees:
  Program committee: ["Ada Abel, Professor, Oslo", Bo Berg]
sponsors:
  Gold: [{name: Society, website: "https://example.org", logo: logo.svg, text: "They pay.\\n\\nWell."}, Academy]
  "Silver: 2nd": Friends
pages:
  - {title: Welcome, text: "Dear all,\\n\\n- one\\n- two"}
  - {title: Empty, text: ""}
booklet: {timetable: list}
"""
"""What large programmes say besides."""


def program(text: str = NIGHT) -> Program:
    """Read a program."""
    return read_program_text(text, "program.yaml")[0]


def day_of(*sessions: str, event: str = "{title: Meeting, timezone: Europe/Berlin, language: de}") -> Program:
    """A program of one day, each session written in braces."""
    entries = "".join(f"      - {session}\n" for session in sessions)
    return program(f"event: {event}\ndays:\n  - date: 2026-03-03\n    sessions:\n{entries}")
