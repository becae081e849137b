"""The names of rooms, and where they stand in a line."""

from __future__ import annotations

import re
from typing import Final

ROOM_BEHIND: Final = re.compile(
    r"\s*(?:[(（\[]\s*(?P<inside>[^()（）\[\]]{2,60})\s*[)）\]]|[,@–—-]\s+(?P<after>[^,()（）\[\]–—]{3,40}))\s*$"
)
_ROOM_FIRST: Final = re.compile(r"(?P<room>[^:：]{2,30}?)\s*[:：]\s+(?=\S)")
AT: Final = re.compile(r"\s+@\s+(?P<place>[^@]{2,60})$")
_ROOM_WORD: Final = re.compile(
    r"(?:^|\b|(?<=\d))(?:rooms?|(?:lecture |main |seminar )?hall|auditorium|amphitheat(?:er|re)|theat(?:er|re)|foyer|"
    r"lobby|atrium|"
    r"lounge|ballroom|building|(?:ground|first|second|third|top) floor|planetarium|terrace|garden|guildhall|"
    r"library|courtyard|cafeteria|canteen|restaurant|"
    r"marquee|main stage|bühne|zelt|scène|carpa|plaza|escenario|patio|claustro|piazza|palco|chiostro|"
    r"raum|saal|hörsaal|seminarraum|aula|mensa|foyer|salle|amphi(?:théâtre)?|hall d.entrée|sala|salón|auditorio|"
    r"aula magna|"
    r"auditório|anfiteatro|salão|zaal|collegezaal|aud(?:\.|итория)|зал|холл)(?:\b|(?=\d))|(?:会议室|會議室|教室|"
    r"报告厅|礼堂|厅|楼|"
    r"会場|会議室|ホール|講堂|号室|号館|ロビー|食堂)",
    re.IGNORECASE,
)
_NO_ROOM: Final = re.compile(r"[.?!]|\b(?:a|an|with|without|to|when|how|why|what|is|are)\b")
"""What stands in titles about rooms, not in the names of rooms."""

_ROOM_CODE: Final = re.compile(
    r"[A-Z]{1,5}[ .-]?[0-9]{1,4}(?:[.:/-][0-9A-Za-z]{1,4})*[a-zA-Z]?|[0-9]{1,3}[.:/][0-9]{2,4}[a-z]?"
)


def begins_with_room(text: str) -> re.Match[str] | None:
    """What stands before the rest of a line if that is a room: "Zaal 1: Ann Lee – Title"; its group is the room."""
    prefix = _ROOM_FIRST.match(text)
    return prefix if prefix and is_room(prefix["room"]) else None


def is_room(text: str, *, sure: bool = True) -> bool:
    """Whether a text reads as a room; in brackets a code like GDC 4.202 does, elsewhere a word must say so."""
    plain = text.strip()
    if sure and _ROOM_CODE.fullmatch(plain):
        return True
    found = _ROOM_WORD.search(plain)
    return bool(found) and len(plain.split()) <= 6 and not _NO_ROOM.search(plain)
