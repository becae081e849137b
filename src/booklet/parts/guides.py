"""Guides: running heads that tell from what to what the entries on facing pages go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from booklet.layout.composing import Draft
from booklet.layout.elements import Element


def guided(
    drafts: Sequence[Draft], number: int, owners: Mapping[Element, int], words: Sequence[str], *, dot: str
) -> tuple[Draft, ...]:
    """Pages with such heads; a part of one page needs none.

    Args:
        drafts: the pages, each with its section as head.
        number: the number of the first page.
        owners: the index of the entry that each leaf of the structure begins, in the order of the pages.
        words: what a head says of each entry.
        dot: what stands between a section and that.
    """
    if len(drafts) == 1:
        return tuple(drafts)
    shown = []
    for draft in drafts:
        found = (owners.get(content.element) for content in draft.contents if content.element is not None)
        shown.append([at for at in found if at is not None])
    out = []
    for at, draft in enumerate(drafts):
        # Versos have the title of the event over them, so that a recto's head speaks for both pages.
        before = shown[at - 1] if at and (number + at) % 2 else []
        if both := [*before, *shown[at]]:
            first, last = words[min(both)], words[max(both)]
            stretch = "–".join(dict.fromkeys(filter(None, [first, last])))
            section = dot.join(filter(None, [draft.furniture.section, stretch]))
            out.append(draft._replace(furniture=draft.furniture._replace(section=section)))
        else:
            out.append(draft)
    return tuple(out)
