"""A program to start from: short, commented, and complete enough to be printed at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from booklet.errors import BookletError, Fault
from booklet.writing import write_files

PROGRAM: Final = """\
# The program, and everything that its booklet is made from. Write your event over it, then: booklet make
# Whatever stands behind a "#" is a remark for you and is not printed.

event:
  title: Workshop on Maps and Roads
  host: Department of Geography
  timezone: Europe/Vienna         # times below are in this zone
  language: en-GB                 # of the booklet's own words, dates and quotes: de, fr, ja, ar …
  website: https://example.org

venue:
  name: Old Library
  room: Reading Room
  address: [Main Street 1, 1010 Vienna, Austria]

days:
  - date: 2027-03-18
    sessions:
      - {time: 9:00-9:30, break: Registration and Coffee}
      - time: 9:30-10:15
        talk: How to Draw a Mountain
        speaker: Ada Abel, University of Somewhere
        abstract: |
          What the talk is about. Words may be *emphasised*, and $x^2$ is a formula.

          An empty line begins a new paragraph.
      - time: 10:15-11:30
        session: Short talks
        chair: Bo Berg
        each: 25 min              # the talks begin one after the other
        talks:
          - talk: Rivers on Old Maps
            speaker: Cleo Carter (Institute of Water)
            abstract: Rivers move, and maps do not.
          - talk: Roads That Went Nowhere
            speaker: Dov Dunn (Academy of Roads)
            abstract: On three roads, and why they were given up.
      - {time: 11:30-13:00, break: Lunch}
      - time: 13:00-13:45
        talk: What Maps Leave Out
        speaker: Bo Berg, Academy of Roads
        abstract: A talk may be read before it is held.

# booklet:                        # what is printed, and on what; without it, what is usual
#   paper: a5
#   parts: [cover, contents, timetable, abstracts, index, venue]
"""
"""What `booklet new` writes."""


def start(path: Path) -> None:
    """Write a program to start from.

    Raises:
        BookletError: there is such a file already, or it cannot be written.
    """
    if path.exists():
        raise BookletError([Fault(f"{path} is there already", None, "name another file; nothing was changed")])
    write_files(path.parent, [(path, PROGRAM.encode())])
