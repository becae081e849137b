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


def program(text: str = NIGHT) -> Program:
    """Read a program."""
    return read_program_text(text, "program.yaml")[0]


def day_of(*sessions: str, event: str = "{title: Meeting, timezone: Europe/Berlin, language: de}") -> Program:
    """A program of one day, each session written in braces."""
    entries = "".join(f"      - {session}\n" for session in sessions)
    return program(f"event: {event}\ndays:\n  - date: 2026-03-03\n    sessions:\n{entries}")
