"""What the machine gathers: drafts of entries, the front matter, and what is left over."""

from __future__ import annotations

from dataclasses import dataclass, field

from booklet.agendas.labels import Label
from booklet.manuscripts.dates import When
from booklet.manuscripts.hours import Clock, Hours

GOES_ON = "\0"
"""What the rest of a paragraph begins with, among the lines of an abstract."""


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
    coded: bool = False
    open_label: Label | None = None

    def has(self, label: Label) -> bool:
        """Whether a label has said something."""
        return any(known == label for known, _ in self.labels)

    @property
    def is_bare(self) -> bool:
        """Whether it is no more than lines: without a time, labels, talks and prose."""
        return self.hours is None and bool(self.head) and not (self.labels or self.body or self.talks)

    @property
    def title(self) -> str:
        """The first line of the head."""
        return self.head[0].text if self.head else ""


@dataclass(slots=True)
class Gathered:
    """What the machine has made of a page: front matter, drafts, papers, what is left over, what became structure."""

    front: list[Said] = field(default_factory=list)
    front_labels: list[tuple[Label, Said]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    papers: list[Draft] = field(default_factory=list)
    left: list[Said] = field(default_factory=list)
    resources: list[Said] = field(default_factory=list)
    headings: list[Said] = field(default_factory=list)
    structure: list[Said] = field(default_factory=list)
    day_lines: dict[When, int] = field(default_factory=dict)
    day_titles: list[tuple[When, Said]] = field(default_factory=list)
