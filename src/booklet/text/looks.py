"""How code, superscripts and subscripts look beside a text: their styles, and where code may be broken."""

from __future__ import annotations

import re
from typing import Final

from booklet.text.hyphenation import ZERO_WIDTH_SPACE
from booklet.text.inline import Script
from booklet.text.styles import NO_LANGUAGE, Style
from booklet.text.typesetter import Typesetter

MONO: Final = "mono"
"""The face that code is set in; a theme without it sets code in the text's own."""

SCRIPT_FEATURES: Final = {"raised": "sups", "lowered": "subs"}

_SCRIPT_SIZE: Final = 0.64
_RISES: Final = {"raised": 0.42, "lowered": -0.2}
"""In ems. As large, and as high, as the figures that Source Serif itself has for it."""

_NBSP: Final = "\u00a0"
_SHORT: Final = 16
"""Characters of code that are never parted."""

_ENDLESS: Final = 28
"""Code without any place to break that is longer may be broken everywhere."""

_AFTER_SIGNS: Final = re.compile(r"(?<=[\w)\]}\"'])([_.,/:;=&|(\[{+]+)(?=[\w\"'(\[{$])")
_STRETCH: Final = re.compile(rf"[^\s{ZERO_WIDTH_SPACE}]{{{_ENDLESS},}}")


def code_style(typesetter: Typesetter, style: Style) -> Style:
    """The style of code in a text: a face of fixed pitch whose small letters are as high as the text's."""
    mono, face = typesetter.faces.get(MONO), typesetter.faces[style.face]
    if mono is None:
        return style._replace(language=NO_LANGUAGE)
    size = style.size * face.x_height / mono.x_height if mono.x_height else style.size
    return style._replace(face=MONO, size=round(size, 2), features=(), tracking=0.0, language=NO_LANGUAGE)


def script_style(typesetter: Typesetter, style: Style, text: str, script: Script) -> Style:
    """The style of what is raised or lowered: the face's own small forms, or else its letters made smaller."""
    if not script:
        return style
    feature = SCRIPT_FEATURES[script]
    if typesetter.faces[style.face].has_forms(text, feature):
        return style._replace(features=(*style.features, feature))
    return style._replace(size=round(style.size * _SCRIPT_SIZE, 2), rise=style.rise + _RISES[script] * style.size)


def breakable(code: str) -> str:
    r"""Code that may be broken after its signs and at its spaces if it is long; its spaces do not stretch.

    >>> breakable("numpy.linalg"), breakable("numpy.linalg.svd(a)")
    ('numpy.linalg', 'numpy.\u200blinalg.\u200bsvd(\u200ba)')
    """
    if len(code) <= _SHORT:
        return code.replace(" ", _NBSP)
    words = [
        _AFTER_SIGNS.sub(rf"\1{ZERO_WIDTH_SPACE}", word) if len(word) > _SHORT else word for word in code.split(" ")
    ]
    parted = f"{_NBSP}{ZERO_WIDTH_SPACE}".join(words)
    return _STRETCH.sub(lambda found: ZERO_WIDTH_SPACE.join(found[0]), parted)
