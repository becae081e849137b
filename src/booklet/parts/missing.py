"""Characters that no font can show: each script is a fault, which says where fonts for it are to be had."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from booklet.errors import Fault, Place
from booklet.model.source import Source
from booklet.parts.desk import Desk
from booklet.text.font_packages import package_for, script_of
from booklet.text.regions import has_kana

_FEW: Final = 12
"""So many characters of a script are named; the others are counted."""


def missing_glyphs(desk: Desk, source: Source, find: Callable[[str], Place | None] = lambda _: None) -> list[Fault]:
    """Characters that no face can show, by script, each with the first place where one of them stands.

    Args:
        desk: has set everything.
        source: knows where characters stand in the program.
        find: knows where others stand that are printed, such as those of a list.
    """
    words: dict[str, str] = {}
    for characters, text in desk.typesetter.missing.items():
        for character in characters:
            words.setdefault(character, text)
    language = desk.program.event.language
    if not language.startswith(("zh", "ja", "ko", "yue")) and any(map(has_kana, source.texts)):
        language = "ja"
    alike: dict[tuple[str, str], list[str]] = {}
    for character in words:
        script, package = script_of(character), package_for(character, language)
        alike.setdefault((script, package) if script or package else (character, ""), []).append(character)
    return [
        _fault(
            desk,
            lambda sign: source.find(sign) or find(sign),
            characters,
            script if script_of(characters[0]) else "",
            package,
            words,
        )
        for (script, package), characters in alike.items()
    ]


def _fault(
    desk: Desk,
    find: Callable[[str], Place | None],
    characters: list[str],
    script: str,
    package: str,
    words: dict[str, str],
) -> Fault:
    first = characters[0]
    kind = f", {script}" if script else ""
    what = f"no font has {first} (U+{ord(first):04X}{kind}), in {words[first]!r}"
    if len(characters) > 1:
        more = "".join(characters[1:_FEW])
        what += f", nor {more}{f' and {len(characters) - _FEW} more' if len(characters) > _FEW else ''}"
    place = next(filter(None, map(find, characters)), None)
    add = f"booklet fonts add {package}" if package else "booklet fonts add FILE"
    hint = f"{add}, or write it in another way; a box would be printed in its place"
    if place is None:
        hint = f"{add}; the booklet's own words and dates in {desk.program.event.language!r} cannot be set without it"
        place = desk.place(("event", "language"))
    return Fault(what, place, hint)
