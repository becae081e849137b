"""TeX's source becomes a tree of atoms; what is not known is named."""

from __future__ import annotations

import re
from typing import Final

from booklet.text import formula_signs as signs
from booklet.text.formula_commands import COMMANDS, NOTHING, in_brackets, modulus, substack
from booklet.text.formula_symbols import Symbols
from booklet.text.formula_tree import (
    Allowed,
    Atom,
    Bar,
    Brace,
    FormulaError,
    Fraction,
    Group,
    Item,
    Kind,
    Manner,
    Row,
    Sign,
    Sized,
    Space,
    Table,
    Words,
)  # fmt: skip
from booklet.text.formula_words import plain_words

_IGNORED: Final = frozenset(
    "displaylimits nonumber notag mathstrut strut hfill hfil relax centering nobreak protect null /".split()
)
_WITH_IGNORED: Final = frozenset({"label", "color"})
_SHORT: Final = {"-": "−", "*": "∗"}
_CLOSERS: Final = frozenset({"}", "\\right", "\\middle", "&", "\\\\", "\\cr", "\\end", "]"})
_OPERATORS_BESIDE: Final = re.compile("[∫-∳⨋-⨜]")
"""Integrals, whose limits stand beside them (TeX's \\nolimits)."""


def read_formula(source: str) -> Row:
    """The atoms of a formula.

    Args:
        source: TeX's source without the marks around it.

    Raises:
        FormulaError: it holds a command that is not known, or its groups do not match.
    """
    reader = Reader(source)
    try:
        row = reader.whole()
    except FormulaError:
        # What is not known is why the rest makes no sense.
        if not reader.unknown:
            raise
        row = ()
    if reader.unknown:
        names = ", ".join(dict.fromkeys(reader.unknown))
        raise FormulaError(f"{names} {'is' if ',' not in names else 'are'} not known")
    return row


class Reader:
    """Where it stands in the source, and the unknown commands that it has met."""

    def __init__(self, source: str) -> None:
        self.symbols = Symbols(source)
        self.unknown: list[str] = []

    def whole(self) -> Row:
        """All of it; lines that TeX would part become a table."""
        rows = [self.row("")]
        while self.symbols.peek() in {"\\\\", "\\cr"}:
            self.symbols.next()
            rows.append(self.row(""))
        if self.symbols.peek():
            self.symbols.fail(f"{self.symbols.peek()} stands alone")
        if len(rows) == 1:
            return rows[0]
        return (Atom("ord", Table(tuple([(row,) for row in rows if row]), leading=1.5, level=0)),)

    def row(self, alphabet: str, *, bracket: bool = False) -> Row:
        """Atoms up to what closes them, which is left to be read."""
        items: list[Item] = []
        with self.symbols.deeper():
            while (symbol := self.symbols.peek()) and not (symbol in _CLOSERS and (symbol != "]" or bracket)):
                self.symbols.next()
                name = symbol[1:] if symbol[0] == "\\" else ""
                if name in {"over", "atop", "choose"}:
                    fraction = Fraction(tuple(items), self.row(alphabet), ruled=name == "over")
                    return (in_brackets(fraction) if name == "choose" else Atom("inner", fraction),)
                if name in signs.SWITCHES:
                    alphabet = signs.SWITCHES[name]
                elif name == "substack":
                    items.append(self.scripted(Atom("ord", substack(self)), alphabet))
                else:
                    items += self._item(symbol, alphabet)
        return tuple(items)

    def _item(self, symbol: str, alphabet: str) -> list[Item]:
        """What a symbol begins."""
        name = symbol[1:] if symbol[0] == "\\" else ""
        if symbol == "~" or name in signs.SPACES:
            return [Space(signs.SPACES.get(name, 0.25))]
        if name in {"hspace", "mspace", "hskip", "mskip", "kern", "mkern"}:
            return [Space(self.symbols.dimension())]
        if name in signs.STYLES:
            return [Manner(signs.STYLES[name])]
        if name == "allowbreak":
            return [Allowed(0.0)]
        if name in _IGNORED:
            return []
        if name in _WITH_IGNORED:
            self.symbols.braced()
            return []
        if name == "tag":
            return [Space(2.0), Atom("ord", Words(f"({plain_words(self.symbols.braced())})"))]
        if name in {"pmod", "mod", "pod", "bmod"}:
            return modulus(self, name, alphabet)
        if name == "colon":
            return [Space(2 / 18), Atom("punct", Sign(":")), Space(3 / 18)]
        if name in {"iff", "implies", "impliedby"}:
            return [Space(5 / 18), *self._sign_item(name, alphabet), Space(5 / 18)]
        atom = self.atom(symbol, alphabet)
        return [] if atom is None else [self.scripted(atom, alphabet)]

    def _sign_item(self, name: str, alphabet: str) -> list[Item]:
        found = signs.sign_of(name)
        return [self.scripted(Atom(found[1], Sign(found[0])), alphabet)] if found else []

    def scripted(self, atom: Atom, alphabet: str) -> Atom:
        """An atom with the scripts that follow it."""
        sub, sup, limits = atom.sub, atom.sup, atom.limits
        primes = ""
        while True:
            symbol = self.symbols.peek()
            if symbol in {"\\limits", "\\nolimits", "\\displaylimits"}:
                limits = {"\\limits": True, "\\nolimits": False}.get(symbol)
            elif symbol in {"'", "’"}:
                primes += "′"
            elif symbol in {"^", "_"}:
                self.symbols.next()
                script = self.argument(alphabet)
                if symbol == "^":
                    if sup is not None:
                        self.symbols.fail("there are two superscripts at one place")
                    sup = script
                    continue
                if sub is not None:
                    self.symbols.fail("there are two subscripts at one place")
                sub = script
                continue
            else:
                break
            self.symbols.next()
        if primes:
            sup = (*[Atom("ord", Sign(prime)) for prime in primes], *(sup or ()))
        return atom._replace(sub=sub, sup=sup, limits=limits)

    def argument(self, alphabet: str) -> Row:
        """What a command or a script is applied to: a group, or the next atom."""
        symbol = self.symbols.next()
        if not symbol or symbol in _CLOSERS - {"]"}:
            self.symbols.fail("something is missing after a command, ^ or _")
        if symbol == "{":
            return self._closed(alphabet)
        with self.symbols.deeper():
            atom = self.atom(symbol, alphabet)
        return () if atom is None else (atom,)

    def _closed(self, alphabet: str) -> Row:
        """A row up to its closing brace."""
        row = self.row(alphabet)
        if self.symbols.next() != "}":
            self.symbols.fail("a brace is not closed")
        return row

    def optional(self, alphabet: str) -> Row:
        """An argument in square brackets, if there is one."""
        if self.symbols.peek() != "[":
            return ()
        self.symbols.next()
        row = self.row(alphabet, bracket=True)
        if self.symbols.next() != "]":
            self.symbols.fail("a bracket is not closed")
        return row

    def atom(self, symbol: str, alphabet: str) -> Atom | None:
        """The atom that a symbol begins, without its scripts; None for a command that is not known."""
        if symbol[0] == "\\":
            return self._command(symbol[1:], alphabet)
        if symbol == "{":
            return Atom("ord", Group(self._closed(alphabet)))
        if symbol in {"^", "_", "'", "’"}:
            self.symbols.back()
            return NOTHING
        character = _SHORT.get(symbol, symbol)
        kind = signs.kind_of(character)
        return Atom(kind, Sign(signs.styled(character, alphabet)), limits=_limits(character, kind))

    def _command(self, name: str, alphabet: str) -> Atom | None:
        build = COMMANDS.get(name)
        if build is not None:
            return build(self, name, alphabet)
        if name in signs.FUNCTIONS:
            return Atom("op", Words(name))
        if name in signs.LIMITED:
            return Atom("op", Words(signs.LIMITED[name]), limits=None)
        if name in signs.VARIANT_LIMITS:
            sign, over = signs.VARIANT_LIMITS[name]
            lim: Row = (Atom("ord", Words("lim")),)
            return Atom("op", Brace(lim, sign, over) if sign else Bar(lim, over), limits=None)
        stem = name.removesuffix("l").removesuffix("r").removesuffix("m")
        if stem in signs.SIZES and name not in signs.LIMITED:
            kinds: dict[str, Kind] = {"l": "open", "r": "close", "m": "rel"}
            kind: Kind = kinds.get(name[len(stem) :], "ord")
            return Atom(kind, Sized(self.delimiter(), signs.SIZES[stem]))
        found = signs.sign_of(name)
        if found is None:
            self.unknown.append("\\" + name)
            return None
        character, kind = found
        if name == "dots" and kind_after(self.symbols.peek()) in {"bin", "rel"}:
            character = "⋯"
        if name in {"dots", "ldots", "dotsc", "dotso", "cdots", "dotsb", "dotsm", "dotsi", "ddots"}:
            kind = "inner"
        return Atom(kind, Sign(signs.styled(character, alphabet)), limits=_limits(character, kind))

    def delimiter(self) -> str:
        """The sign that a bracket of stated or growing size is made of; "" for none."""
        symbol = self.symbols.next()
        if symbol == ".":
            return ""
        if symbol[:1] == "\\":
            found = signs.sign_of(symbol[1:])
            if found is None:
                self.unknown.append(symbol)
                return ""
            return found[0]
        if not symbol or symbol in "{}&^_":
            self.symbols.fail("a bracket is missing after \\left, \\right or \\big")
        return {"<": "⟨", ">": "⟩"}.get(symbol, symbol)


def kind_after(symbol: str) -> Kind:
    """The kind of a sign, by its symbol."""
    found = signs.sign_of(symbol[1:]) if symbol[:1] == "\\" else None
    return found[1] if found else signs.kind_of(_SHORT.get(symbol, symbol))


def _limits(character: str, kind: Kind) -> bool | None:
    return None if kind == "op" and not _OPERATORS_BESIDE.match(character) else False
