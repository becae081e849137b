"""Addresses as they are printed: what one needs to type."""

from __future__ import annotations

import re
from typing import Final

_TYPED_UNASKED: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def shown(address: str) -> str:
    """An address without what every browser adds.

    >>> shown("https://example.org/"), shown("mailto:a@b.org"), shown("https://example.org/a/?b=/")
    ('example.org', 'a@b.org', 'example.org/a/?b=/')
    """
    bare = _TYPED_UNASKED.sub("", address, count=1)
    return bare.removesuffix("/") if bare.count("/") == 1 else bare
