"""Names that nobody in the program has, and names that look as if they were one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from booklet.model.people import appearances, normal
from booklet.model.problem import Problem
from booklet.model.program import Key, Program
from booklet.model.texts import quoted

_LONG: Final = 6
"""From how many letters on a word is more likely mistyped than another name: Liu and Lu are two people, Siegel and
Siegal are one."""

_NEAR: Final = 50
"""With how many names a misspelled one is compared."""


def strangers(program: Program) -> Iterator[Problem]:
    """People of `speakers:` whom no session names."""
    named = {normal(speaker.name): speaker.name for speaker in appearances(program)}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for plain in named:
        for word in plain.split():
            sharing[word].append(plain)
    for profile in program.people.values():
        spellings = [normal(spelling) for spelling in (profile.name, *profile.also)]
        if any(spelling in named for spelling in spellings):
            continue
        near = _nearest(spellings[0], [name for word in spellings[0].split() for name in sharing.get(word, ())[:_NEAR]])
        hint = f"did you mean {quoted(named[near])}?" if near else "write the name as at the talk, or delete the entry"
        what = f"no session names {quoted(profile.name)}"
        yield Problem(profile.at, what, hint, of_key=True)


def lookalikes(program: Program, spellings: Mapping[str, str]) -> Iterator[Problem]:
    """Two names that may be one person's.

    They share the first name, and one's family name is among the other's names; or one has an initial for the first
    name, and nobody else would fit; or a long word differs by one letter. Each name is compared with the first one
    that is like it in such a way, never with all. Two people who both stand under `speakers:` are known to be two.
    """
    first: dict[str, Key] = {}
    for speaker in appearances(program):
        first.setdefault(spellings[speaker.name], speaker.at)
    profiles = {profile.name for profile in program.people.values()}
    for one, other in _pairs(list(first)):
        if one in profiles and other in profiles:
            continue
        known, variant = sorted((one, other), key=lambda name: (name not in profiles, -len(name)))
        hint = (
            f"if they are, write 'also: [{variant}]' under 'speakers:' and '{known}:'; "
            "if they are not, name both under 'speakers:'"
        )
        yield Problem(first[other], f"{quoted(other)} and {quoted(one)} may be the same person", hint)


def _pairs(names: list[str]) -> list[tuple[str, str]]:
    """Names that look alike, each pair once, the earlier name first."""
    met: dict[tuple[str, ...], str] = {}
    fits = _fitting_initials(names)
    pairs: dict[tuple[str, str], None] = {}
    for name in names:
        words = normal(name).split()
        if len(words) < 2:
            continue
        for kind, *key in _clues(words):
            one = met.setdefault((kind, *key), name)
            if one != name and (kind == "typo" or _contained(normal(one).split(), words)):
                pairs[one, name] = None
        if (other := fits.get(name)) is not None:
            pairs[other, name] = None
    return list(pairs)


def _clues(words: list[str]) -> Iterator[tuple[str, ...]]:
    """What a name has in common with names like it."""
    for word in words[1:]:
        yield "part", words[0], word
    for at, word in enumerate(words):
        if len(word) >= _LONG:
            yield "typo", str(at), *words
            for gap in range(len(word)):
                yield "typo", str(at), *words[:at], word[:gap] + word[gap + 1 :], *words[at + 1 :]


def _contained(one: list[str], other: list[str]) -> bool:
    """Whether one's family name is among the other's names."""
    return one[-1] in other[1:] or other[-1] in one[1:]


def _fitting_initials(names: list[str]) -> dict[str, str]:
    """The later of "P. Ewald" and "Patrícia Ewald", with the earlier, where only one name fits the initial."""
    full: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    short: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        words = normal(name).split()
        if len(words) > 1:
            (short if len(words[0]) == 1 else full)[words[0][0], words[-1]].append(name)
    order = {name: number for number, name in enumerate(names)}
    found: dict[str, str] = {}
    for key, initials in short.items():
        if len(initials) == len(full.get(key, ())) == 1:
            one, other = sorted((initials[0], full[key][0]), key=order.__getitem__)
            found[other] = one
    return found


def _nearest(name: str, names: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only programs with a fault pay for it

    return next(iter(get_close_matches(name, names, 1)), "")
