"""Name badges: the name as large as it can be, who its bearer is, and what they do here."""

from __future__ import annotations

from typing import Final

from booklet.design.labels import Template
from booklet.model.attendees import BLANK, Attendee
from booklet.parts.badge_backs import Foot, set_back
from booklet.parts.badge_codes import Code, code_of
from booklet.parts.badge_fronts import LEAN, Front
from booklet.parts.badge_layout import BadgeLayout, BadgeOptions, BadgeSide
from booklet.parts.badge_names import READABLE
from booklet.parts.badge_rows import Rows
from booklet.parts.desk import Desk

__all__ = ["BadgeOptions", "BadgeSide", "Badges"]


_WORTH: Final = 1.15
"""How much larger a name must become by what is left out."""


class Badges:
    """Sets the badges of an event on labels of one kind."""

    def __init__(self, desk: Desk, template: Template, options: BadgeOptions) -> None:
        """Begin with nothing set; the rows of backs are kept, since most are the same on all of them."""
        self.desk, self.options = desk, options
        self.layout = BadgeLayout(template, options)
        self._rows = Rows(desk)

    def front(self, attendee: Attendee) -> BadgeSide:
        """The side with the name; a blank one has a line to write it on.

        The name goes before all else: where it could not be read, what makes it larger by far is done without.
        """
        best = Front(self.desk, self.layout, attendee).set()
        for lean in LEAN:
            if best.size_of_name >= READABLE or attendee.name == BLANK:
                break
            leaner = Front(self.desk, self.layout, attendee, lean).set()
            if leaner.size_of_name > _WORTH * best.size_of_name:
                best = leaner
        return best

    def back(self, attendee: Attendee) -> BadgeSide:
        """The other side: the bearer's own talks, and then what is on."""
        layout = self.layout
        tokens = attendee.tokens if self.options.tokens and not layout.tokens_in_front else ()
        code = code_of(self.desk, attendee, self.options.qr, layout.code_room)
        if not isinstance(code, Code) or code.least <= layout.code_room:
            code = None  # it is in front, or has a fault there
        foot = Foot(tokens, code, self.options.wifi)
        marks, faults = set_back(self.desk, self._rows, attendee, layout.inside, layout.sizes.small, foot)
        return BadgeSide(marks, 0.0, faults)
