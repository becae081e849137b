"""The words of the booklet: a file for each language, which a translator can edit, read only if it is wanted."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from booklet.errors import BookletError, Fault
from booklet.model.problem import Problem
from booklet.model.program import Key
from booklet.model.texts import quoted
from booklet.model.tree import grow
from booklet.model.wording import meant

FOLDER: Final = Path(__file__).resolve().parent.parent / "words"
"""Where the files are; en.yaml says what each phrase is for."""

Phrase: TypeAlias = str | Mapping[str, str]
"""A phrase, or its forms by the plural category that each is for ("other" is always there)."""

_FALLBACK: Final = "en-GB"
"""What is said where nobody has translated anything: the English of most places."""

_TRADITIONAL: Final = frozenset({"Hant", "TW", "HK", "MO"})
"""Subtags of the Chinese that is written in traditional characters."""


class Words(NamedTuple):
    """The phrases by key, and the tag of the language that they are in."""

    language: str
    phrases: Mapping[str, Phrase]


def read_words(language: str) -> Words:
    """The words of a language, or of English if there are none.

    >>> read_words("de-AT").phrases["contents"], read_words("fi").language
    ('Inhalt', 'en-GB')

    Args:
        language: BCP 47 tag.
    """
    files = _files(language)
    return Words(language, _joined(files)) if files else Words(_FALLBACK, _joined(_files(_FALLBACK)))


def usual_title(language: str, said: Mapping[str, str], kind: str) -> str:
    """What a pause without a title is called; `said` are the program's own phrases."""
    key = f"kind_{kind}"
    phrase = said.get(key) or read_words(language).phrases.get(key, kind.capitalize())
    return phrase if isinstance(phrase, str) else phrase["other"]


def has_words(language: str) -> bool:
    """Whether there are words in a language."""
    return bool(_files(language))


def placeholders(text: str) -> frozenset[str]:
    """What a phrase leaves to be filled in.

    Raises:
        ValueError: its braces are not in pairs, or hold more than a name.
    """
    names = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            raise ValueError(name)
        names.add(name)
    return frozenset(names)


def misworded(said: Mapping[str, str], language: str, at: Key) -> Iterator[Problem]:
    """What is wrong with the words that a program has in place of ours.

    Args:
        said: its phrases by key.
        language: the program's language.
        at: where they stand.
    """
    known = read_words(language).phrases
    for key, text in said.items():
        if key not in known:
            near = meant(key, known)
            hint = f"did you mean '{near}'?" if near else f"known here are {', '.join(sorted(known))}"
            yield Problem((*at, key), f"the booklet has no phrase {quoted(key)}", hint, of_key=True)
            continue
        ours = known[key]
        usual = placeholders(ours if isinstance(ours, str) else ours["other"])
        try:
            strange = placeholders(text) - usual
        except ValueError:
            strange = frozenset({text})
        if strange:
            holds = ", ".join(f"{{{name}}}" for name in sorted(usual))
            hint = f"braces may hold {holds} here" if usual else "this phrase has nothing to fill in: leave braces out"
            yield Problem((*at, key), f"{quoted(text)} cannot be filled in", hint)


def _files(language: str) -> tuple[str, ...]:
    """The names of the files that hold the words of a language, the later ones with what is said otherwise there."""
    first, *rest = language.split("-")
    main = "zh-Hant" if first == "zh" and _TRADITIONAL.intersection(rest) else first
    if not (main.isascii() and main.replace("-", "").isalnum() and (FOLDER / f"{main}.yaml").is_file()):
        return ()
    region = next((part for part in rest if len(part) == 2 and part.isupper()), "")
    if main == "en" and region not in {"", "US"}:
        region = "GB"
    own = f"{main}-{region}"
    return (main, own) if region and (FOLDER / f"{own}.yaml").is_file() else (main,)


@lru_cache(maxsize=8)
def _joined(files: tuple[str, ...]) -> Mapping[str, Phrase]:
    phrases: dict[str, Phrase] = {}
    for name in ("en", *files) if files[0] != "en" else files:
        phrases |= read_file(name)
    return phrases


@lru_cache(maxsize=16)
def read_file(name: str) -> Mapping[str, Phrase]:
    """The phrases of one file.

    Raises:
        BookletError: it is no list of phrases.
    """
    file = FOLDER / f"{name}.yaml"
    tree = grow(str(file), file.read_text(encoding="utf-8")).tree
    phrases: dict[str, Phrase] = {}
    for key, value in tree.items() if isinstance(tree, dict) else ():
        if isinstance(value, dict):
            forms = {category: form for category, form in value.items() if isinstance(form, str)}
            if len(forms) == len(value) and "other" in forms:
                phrases[key] = forms
        elif isinstance(value, str) and value:
            phrases[key] = value
        if key not in phrases:
            what = f"{file.name} has nothing to print for '{key}'"
            raise BookletError([Fault(what, hint="write the phrase behind its key, or a form for each kind of number")])
    return phrases
