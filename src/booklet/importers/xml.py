"""XML from strangers: parsed without entities and without the network, and with a place for what is broken."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final

from booklet.errors import BookletError, Fault, Place

if TYPE_CHECKING:
    from lxml.etree import _Element

_LATE: Final = re.compile(r"(\s+)(<\?xml\b[^<>]*\?>)")
"""White space before the declaration, which XML does not allow, but editors leave there."""

_SPACE: Final = re.compile(r"[\s\ufeff]*")
_TAG: Final = re.compile(r"<([A-Za-z_][\w.:-]{0,60})[\s/>]")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+[^\s\[>]+(?P<outside>[^\[>]*)(?P<inside>\[)?", re.IGNORECASE)
_PERILOUS: Final = re.compile(r"<!ENTITY|%|\b(?:SYSTEM|PUBLIC)\b")
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold (XML 1.0, 2.2); exports have them in texts that were pasted."""

_UNDECLARED: Final = re.compile("Entity '.*' not defined")
_NAMED: Final = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
_DELETE: Final = "export it again, or delete its lines <!DOCTYPE … > if you trust the file: no program needs them"
_AGAIN: Final = "the file may be cut off or damaged: export or download it again"


def parse_xml(source: str | bytes, name: str) -> _Element:
    """The root element of an XML document; comments and processing instructions are left out.

    A text is what `intake.load` made of the bytes: what it declares of its encoding no longer counts. Characters that
    XML cannot hold become spaces, and the named entities of HTML, which XML does not have, are read.

    Args:
        source: the document.
        name: the source, for places.

    Raises:
        BookletError: it is not well-formed (with line and column); or it declares entities or names other files, which
            is how XML is made to explode, or to read what it should not.
    """
    from lxml import etree  # noqa: PLC0415 - start-up time

    text = _text(source, name)
    if place := _declares(text):
        raise BookletError([_perilous(name, place)])
    try:
        root = _parsed(text)
    except etree.XMLSyntaxError as error:
        if not _UNDECLARED.search(str(error.msg)):
            raise BookletError([_broken(name, error)]) from None
        try:
            root = _parsed(_NAMED.sub(_numbered, text))
        except etree.XMLSyntaxError as again:
            raise BookletError([_broken(name, again)]) from None
    if _has_entities(root):
        raise BookletError([_perilous(name, 1)])
    return root


def root_tag(text: str) -> str:
    """The name of the first element of what begins as XML or HTML does, as it is written; "" if nothing does.

    >>> root_tag('<?xml version="1.0"?><!-- new --><ns:schedule><day/>'), root_tag("a < b")
    ('ns:schedule', '')
    """
    at = _end_of_prolog(text)
    if found := _DOCTYPE.match(text, at):
        end = text.find(">", _end_of_subset(text, found.end()) if found["inside"] else found.end())
        at = _end_of_prolog(text, end + 1)
    tag = _TAG.match(text, at)
    return tag[1] if tag else ""


def _parsed(text: str) -> _Element:
    from lxml import etree  # noqa: PLC0415 - start-up time

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(text.encode(), parser)


def _has_entities(root: _Element) -> bool:
    """Whether entities were declared after all, in a way that `_declares` did not see."""
    dtd: Any = root.getroottree().docinfo.internalDTD  # the type's stub does not know its entities
    return dtd is not None and next(dtd.iterentities(), None) is not None


def _text(source: str | bytes, name: str) -> str:
    """The document as a text that XML can hold, with all its lines."""
    if isinstance(source, bytes):
        from booklet.importers.encodings import decode  # noqa: PLC0415 - most sources come decoded

        decoded = decode(source)
        if decoded is None:
            raise BookletError([Fault("this is no XML", Place(name), _AGAIN)])
        source = decoded.text
    text = _ILLEGAL.sub(" ", source.lstrip("\ufeff"))
    return _LATE.sub(r"\2\1", text, count=1) if _LATE.match(text) else text


def _declares(text: str) -> int:
    """The line of a document type that declares entities or names other files; 0 if there is none.

    It stands before the root element; further on, the same characters are only text.
    """
    start = _end_of_prolog(text)
    found = _DOCTYPE.match(text, start)
    if found is None:
        return 0
    subset = text[found.end() : _end_of_subset(text, found.end())] if found["inside"] else ""
    perilous = found["outside"].strip() or _PERILOUS.search(subset)
    return text.count("\n", 0, start) + 1 if perilous else 0


def _end_of_prolog(text: str, at: int = 0) -> int:
    """Where the declaration, comments and instructions at the beginning end."""
    while True:
        at += len(found[0]) if (found := _SPACE.match(text, at)) else 0
        end = "?>" if text.startswith("<?", at) else "-->" if text.startswith("<!--", at) else ""
        stop = text.find(end, at) if end else -1
        if stop < 0:
            return at
        at = stop + len(end)


def _end_of_subset(text: str, start: int) -> int:
    """Where the declarations in brackets end; a bracket in quotes may hide what follows, so the last one counts."""
    root = re.compile(r"\]\s*>\s*(?:<!--|<\?|<[A-Za-z_])").search(text, start)
    return root.start() if root else len(text)


def _numbered(found: re.Match[str]) -> str:
    """A named entity of HTML as numbers, as XML knows them."""
    characters = html5.get(found[1])
    return "".join([f"&#{ord(char)};" for char in characters]) if characters else found[0]


def _perilous(name: str, line: int) -> Fault:
    return Fault("this XML declares entities or names other files, and is not read", Place(name, line), _DELETE)


def _broken(name: str, error: SyntaxError) -> Fault:
    place = Place(name, error.lineno or 1, (error.offset or 0) + 1)
    return Fault(f"the XML is broken here: {_words(str(error.msg))}", place, _AGAIN)


def _words(message: str) -> str:
    """What the parser says, without the place and in fewer words."""
    return re.sub(r",? line \d+, column \d+.*", "", message, flags=re.DOTALL).strip() or "it ends too early"
