"""What the readers of XML exports ask of an element: its name, its text, and the name of the outermost one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from booklet.importers.material import Material

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def xml_name(material: Material) -> str:
    """The name of the outermost element of what begins as XML does, without its namespace, in small letters; or ""."""
    return material.xml_tag.rpartition(":")[2].lower()


def local_name(element: Element) -> str:
    """The name of an element without its namespace, in small letters; "" for a comment and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def line_of(element: Element) -> int:
    """The line that an element begins in; 0 if it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def text_of(element: Element) -> str:
    """The text of an element; tags inside it, as of an abstract in XHTML, stand there as they were written.

    Texts without tags are given as they are, since most exports escape their HTML.
    """
    if len(element) == 0:
        return element.text or ""
    from lxml import etree  # noqa: PLC0415 - start-up time

    parts = [etree.tostring(child, encoding="unicode", with_tail=True) for child in element]
    return (element.text or "") + "".join(parts)
