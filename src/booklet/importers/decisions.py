"""What was decided about a submission, in the words of submission systems: accepted, rejected, withdrawn, or open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias, TypeVar

from booklet.errors import Fault, Place
from booklet.manuscripts.kinds import kind_of
from booklet.model.program import Kind
from booklet.model.texts import quoted

Decision: TypeAlias = Literal["accepted", "rejected", "withdrawn", "open", ""]
"""`open` is one that is still to be taken; "" says that nothing is said of it."""

T = TypeVar("T")

_WORDS: Final[tuple[tuple[Decision, re.Pattern[str]], ...]] = (
    (
        "withdrawn",
        re.compile(r"withdr[ae]w|deleted|cancel|zurückgezogen|retiré|retirad|ritirat|отозван|撤回", re.IGNORECASE),
    ),
    (
        "rejected",
        re.compile(
            r"reject|declin|not accepted|unaccepted|refus|abgelehnt|rejeté|rechazad|rifiutat|rejeitad|afgewezen|отклон|"
            r"拒|不採択|未录用|^\s*(?:no|-[0-9]+)\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        "open",
        re.compile(
            r"no decision|awaiting|pending|undecided|under review|in review|borderline|wait(?:ing)?[ -]?list|probably|"
            r"^(?!.*accept).*revis|"
            r"^\s*(?:submitted|draft|incomplete|active|0)\b|^\s*submitted to\b",
            re.IGNORECASE,
        ),
    ),
    (
        "accepted",
        re.compile(
            r"accept|confirm|approved|camera[- ]ready|angenommen|bestätigt|accepté|aceptad|accettat|aceit|geaccepteerd|"
            r"принят|录用|接受|採択|採録|^\s*(?:yes|[1-9][0-9]*)\s*$",
            re.IGNORECASE,
        ),
    ),
)
_FORM: Final = re.compile(r"\b(?:oral|spotlight|poster|keynote|demo|tutorial|workshop|panel)s?\b", re.IGNORECASE)
_NAMED: Final = 3
"""So many titles are named; of the others there is a count."""


class Kept(NamedTuple):
    """The submissions that are in the program, as numbers of a sequence, and what there is to say of the others."""

    places: tuple[int, ...]
    report: tuple[Fault, ...]


def decision_of(words: str) -> Decision:
    """What a cell says of a decision.

    >>> [decision_of(text) for text in ("Accept (Oral)", "probably reject", "Withdrawn", "no decision", "")]
    ['accepted', 'rejected', 'withdrawn', 'open', '']
    """
    return next((decision for decision, pattern in _WORDS if pattern.search(words)), "") if words.strip() else ""


def kind_decided(words: str) -> Kind:
    """What a submission was accepted as: "Accept as poster" is a poster."""
    found = _FORM.search(words)
    kind = kind_of(found[0]) if found else "talk"
    return "poster" if found and found[0].lower().startswith("demo") else kind


def accepted(submissions: Sequence[T], words: Callable[[T], str], title: Callable[[T], str], file: str) -> Kept:
    """The submissions that are in the program.

    What was rejected or withdrawn is left out and counted. Where some are accepted, those without a decision are left
    out too; where none is, nothing tells which are in the program, so all that are left are taken, and that is said.

    Args:
        submissions: what was handed in.
        words: what is said of the decision on one.
        title: what one is called.
        file: the source, for places.
    """
    decisions = [decision_of(words(one)) for one in submissions]
    chosen = any(decision == "accepted" for decision in decisions)
    wanted = {"accepted"} if chosen else {"accepted", "open", ""}
    report: list[Fault] = []
    for decision, said in (
        ("rejected", "rejected"),
        ("withdrawn", "withdrawn"),
        ("open", "undecided"),
        ("", "undecided"),
    ):
        left = [one for one, found in zip(submissions, decisions, strict=True) if found == decision]
        if left and decision not in wanted:
            report.append(_left_out(said, [title(one) for one in left], file))
    kept = tuple(at for at, decision in enumerate(decisions) if decision in wanted)
    if kept and not chosen and any(decisions[at] == "open" for at in kept):
        what = f"nothing says which submissions were accepted, so all {len(kept)} that were not rejected are taken"
        report.append(Fault(what, Place(file), "export them again once it is decided, or delete those that are not in"))
    return Kept(kept, tuple(report))


def _left_out(said: str, titles: Iterable[str], file: str) -> Fault:
    listed = list(titles)
    named = ", ".join(quoted(title) for title in listed[:_NAMED] if title)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED and named else ""
    noun = "submission" if len(listed) == 1 else "submissions"
    what = f"left out: {len(listed):,} {said} {noun}" + (f": {named}{more}" if named else "")
    return Fault(what, Place(file), "only what was accepted is in a program")
