"""What systems for submissions export, whatever their format, becomes papers: accepted work without a slot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from booklet.errors import Place
from booklet.importers.decisions import accepted, kind_decided
from booklet.importers.stated import EMAILS, Omission, kind_stated, left_out, plain_type
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.model.program import Profile, Speaker

_WORDS_APART: Final = re.compile(r"[;,|\n、；，]")
_FORMS: Final = re.compile(
    r"\b(?:oral|spotlight|poster|keynote|demo|tutorial|workshop|panel|talk|presentation)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A submission as a system exports it, its texts as they stand there.

    `presenters` are the names of those authors that present it, empty where nothing is said. `decision` is what is said
    of its acceptance, `form` what kind of contribution it is. `emails` are those of its people by their names.
    """

    ident: str
    title: str
    where: Place
    authors: tuple[Speaker, ...] = ()
    presenters: tuple[str, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    track: str = ""
    form: str = ""
    decision: str = ""
    emails: tuple[tuple[str, str], ...] = ()


def manuscript_of(
    submissions: Sequence[Submission],
    asked: Asked,
    file: str,
    *,
    left: Counter[Omission] | None = None,
    title: str = "",
) -> Manuscript:
    """The manuscript of submissions: what was accepted, as papers.

    Args:
        submissions: in the order of the export.
        asked: what the organiser has said; e-mail addresses are imported only if asked for.
        file: the source, for places.
        left: what the reader has left out already.
        title: what the event is called, if the export says so.
    """
    kept = accepted(submissions, lambda one: one.decision, lambda one: one_line(one.title), file)
    chosen = [submissions[at] for at in kept.places]
    counts = Counter(left or {})
    people: dict[str, Profile] = {}
    for one in chosen:
        for name, email in one.emails:
            if asked.private and name and "@" in email:
                people.setdefault(name, Profile(name, email=email.strip()))
    if not asked.private:
        counts[EMAILS] += len({email for one in submissions for _, email in one.emails if email})
    return Manuscript(
        event=replace(no_event(one_line(title)), timezone=asked.timezone),
        papers=tuple([paper_of(one) for one in chosen]),
        people=people,
        report=(*kept.report, *left_out(+counts, file)),
    )


def paper_of(submission: Submission) -> Entry:
    """A submission as an entry without a slot: those who present it speak, and where nobody is said to, all authors."""
    speakers = [who for who in submission.authors if who.name in submission.presenters] or list(submission.authors)
    coauthors = [who for who in submission.authors if who not in speakers]
    title, form = one_line(submission.title), one_line(submission.form)
    decided = kind_decided(submission.decision)
    stated = kind_stated([form], title, speakers=True)
    return Entry(
        kind=stated if stated != "talk" else decided,
        title=title,
        track=one_line(submission.track) or ("" if plain_type(form) or _FORMS.search(form) else form),
        speakers=tuple(speakers),
        coauthors=tuple(coauthors),
        abstract=paragraphs(submission.abstract),
        keywords=submission.keywords,
        ident=submission.ident.strip(),
        where=submission.where,
    )


def words_of(text: str) -> tuple[str, ...]:
    r"""Keywords, parted by commas, semicolons, bars or line ends.

    >>> words_of("zeta functions; L-series\nzeta functions")
    ('zeta functions', 'L-series')
    """
    words = [one_line(word) for word in _WORDS_APART.split(text)]
    return tuple(dict.fromkeys(word for word in words if word))


def person(first: str, last: str, affiliation: str = "", middle: str = "") -> Speaker:
    """Somebody whose names stand in fields of their own."""
    name = " ".join(part for text in (first, middle, last) if (part := one_line(text)))
    return Speaker(name, "", one_line(affiliation))
