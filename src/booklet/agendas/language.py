"""The language of a page, by its script and its little words."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "en": "the and of for with on in to from by at is are we this",
    "de": "der die das und für mit von im zur zum ist wir auf ein eine den dem des",
    "fr": "le la les et des du de en une sur pour par au dans nous est à",
    "es": "el la los las y de del en una para por con se que al es",
    "it": "il la le e di del della in una per con che dei alle gli è dalle",
    "pt": "o a os as e de do da em uma para por com que dos no na é",
    "nl": "de het een en van voor met in op te door is wij aan",
    "ru": "и в на с по для из о от мы к",
}
_SETS: Final = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def language_of(text: str) -> str:
    """The language that most of a text is in, as a tag; "" where there is too little to tell.

    >>> language_of("Begrüßung und Eröffnung der Tagung durch die Leitung")
    'de'
    """
    sample = text[:20_000].casefold()
    if len(re.findall("[\u3040-\u30ff]", sample)) > 20:
        return "ja"
    if len(re.findall("[\u4e00-\u9fff]", sample)) > 40:
        return "zh"
    words = re.findall(r"[^\W\d_]+", sample)
    counts = {language: sum(word in known for word in words) for language, known in _SETS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= 3 else ""
