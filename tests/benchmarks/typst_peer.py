"""The made-up meeting as a Typst document: A5, title, timetable, justified abstracts, author index, outline, tags.

It is written as Typst is fastest: the data in JSON, loops over it, and one `context` for each list of page numbers
instead of one for each number, which takes five times as long.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.meeting import MINUTES, Meeting, clock

FONTS: Final = Path(__file__).parents[2] / "fonts"

SOURCE: Final = """
#let data = json("meeting.json")
#set document(title: "Annual Meeting", author: "The Society")
#set page(paper: "a5", margin: (inside: 16mm, outside: 14mm, top: 15mm, bottom: 18mm), numbering: "1")
#set text(font: "Source Serif 4", size: 9.4pt, lang: "en", region: "US", hyphenate: true)
#set par(justify: true, leading: 0.55em)
#show heading: set text(font: "Source Sans 3", hyphenate: false)
#show heading: set par(justify: false)
#page(numbering: none)[#v(1fr) #text(size: 32pt)[Annual Meeting] #v(2fr)]
#outline(depth: 1)
= Timetable
#for (number, day) in data.days.enumerate(start: 1) [
  == Day #number
  #set par(justify: false)
  #context table(
    columns: (auto, 1fr, auto), stroke: none,
    ..day.map(talk => (
      talk.time,
      [*#talk.title* \\ #talk.speaker, #talk.room],
      link(label(talk.key), str(counter(page).at(label(talk.key)).first())),
    )).flatten()
  )
]
= Abstracts
#for day in data.days {
  for talk in day [
    #text(size: 7.2pt)[#talk.time · #talk.room]
    #heading(level: 2, talk.title) #label(talk.key)
    #par(justify: false, talk.authors)

    #talk.text

  ]
}
#set par(justify: false)
= Authors
#context columns(2, {
  for person in data.people {
    let pages = person.keys.map(key => counter(page).at(label(key)).first())
    par([#person.name ] + person.keys.zip(pages).map(((key, page)) => link(label(key), str(page))).join(", "))
  }
})
"""


def data_of(meeting: Meeting) -> str:
    """Its data, as the source reads them."""
    days: list[list[dict[str, str]]] = [[] for _ in range(meeting.days)]
    keys: defaultdict[str, list[str]] = defaultdict(list)
    number = 0
    for slot, talks in meeting.sessions:
        for at, talk in enumerate(talks):
            number += 1
            start = slot.start + at * MINUTES
            key = f"a{number}"
            days[slot.day].append(
                {
                    "key": key,
                    "time": f"{clock(start)}–{clock(start + MINUTES)}",
                    "title": talk.title,
                    "speaker": talk.authors[0][0],
                    "room": f"Room {slot.room + 1}",
                    "authors": "; ".join(f"{name} ({town})" for name, town in talk.authors),
                    "text": talk.text,
                }
            )
            for name, _ in talk.authors:
                keys[name].append(key)
    people: list[dict[str, Any]] = []
    for name in sorted(keys, key=lambda name: (name.rpartition(" ")[2], name)):
        given, _, family = name.rpartition(" ")
        people.append({"name": f"{family}, {given}", "keys": keys[name]})
    return json.dumps({"days": days, "people": people}, ensure_ascii=False)
