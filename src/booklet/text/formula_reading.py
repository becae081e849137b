"""TeX's source becomes a tree of atoms; what is not known is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

from booklet.text import formula_signs as signs
from booklet.text.formula_environments import ENVIRONMENTS, Environment
from booklet.text.formula_tree import (
    Accent,
    Allowed,
    Arrow,
    Atom,
    Bar,
    Boxed,
    Brace,
    Fenced,
    FormulaError,
    Fraction,
    Group,
    Item,
    Kind,
    Manner,
    Nucleus,
    Phantom,
    Root,
    Row,
    Sign,
    Sized,
    Smash,
    Space,
    Stack,
    Struck,
    Table,
    Words,
)  # fmt: skip
from booklet.text.formula_words import dimension, inner_formulas, plain_words

_TOKEN: Final = re.compile(r"\\(?:[A-Za-z]+|.)|[^\s]", re.DOTALL)
_DEPTH: Final = 24
"""Groups within groups: more is not written by people."""

_EMPTY: Final = Atom("ord", Group(()))
_TEXTS: Final = frozenset("text textrm textnormal textup mbox hbox textit textbf textsf texttt emph mathtext".split())
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
    reader = _Reader(source)
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


class _Reader:
    """Where it stands in the source, and the unknown commands that it has met."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._depth = 0
        self.unknown: list[str] = []

    def whole(self) -> Row:
        """All of it; lines that TeX would part become a table."""
        rows = [self._row("")]
        while self._peek() in {"\\\\", "\\cr"}:
            self._next()
            rows.append(self._row(""))
        if self._peek():
            self._fail(f"{self._peek()} stands alone")
        if len(rows) == 1:
            return rows[0]
        return (Atom("ord", Table(tuple([(row,) for row in rows if row]), leading=1.5, level=0)),)

    def _fail(self, what: str) -> NoReturn:
        raise FormulaError(what)

    def _peek(self) -> str:
        found = _TOKEN.search(self._source, self._at)
        return found[0] if found else ""

    def _next(self) -> str:
        found = _TOKEN.search(self._source, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[0]

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        if self._depth > _DEPTH:
            self._fail(f"groups stand within groups more than {_DEPTH} deep")
        yield
        self._depth -= 1

    def _row(self, alphabet: str, *, bracket: bool = False) -> Row:
        """Atoms up to what closes them, which is left to be read."""
        items: list[Item] = []
        with self._deeper():
            while (symbol := self._peek()) and not (symbol in _CLOSERS and (symbol != "]" or bracket)):
                self._next()
                name = symbol[1:] if symbol[0] == "\\" else ""
                if name in {"over", "atop", "choose"}:
                    fraction = Fraction(tuple(items), self._row(alphabet), ruled=name == "over")
                    return (_in_brackets(fraction) if name == "choose" else Atom("inner", fraction),)
                if name in signs.SWITCHES:
                    alphabet = signs.SWITCHES[name]
                elif name == "substack":
                    items.append(self._scripted(Atom("ord", self._substack()), alphabet))
                else:
                    items += self._item(symbol, alphabet)
        return tuple(items)

    def _item(self, symbol: str, alphabet: str) -> list[Item]:
        """What a symbol begins."""
        name = symbol[1:] if symbol[0] == "\\" else ""
        if symbol == "~" or name in signs.SPACES:
            return [Space(signs.SPACES.get(name, 0.25))]
        if name in {"hspace", "mspace", "hskip", "mskip", "kern", "mkern"}:
            return [Space(self._dimension())]
        if name in signs.STYLES:
            return [Manner(signs.STYLES[name])]
        if name == "allowbreak":
            return [Allowed(0.0)]
        if name in _IGNORED:
            return []
        if name in _WITH_IGNORED:
            self._braced()
            return []
        if name == "tag":
            return [Space(2.0), Atom("ord", Words(f"({plain_words(self._braced())})"))]
        if name in {"pmod", "mod", "pod", "bmod"}:
            return self._modulus(name, alphabet)
        if name == "colon":
            return [Space(2 / 18), Atom("punct", Sign(":")), Space(3 / 18)]
        if name in {"iff", "implies", "impliedby"}:
            return [Space(5 / 18), *self._sign_item(name, alphabet), Space(5 / 18)]
        atom = self._atom(symbol, alphabet)
        return [] if atom is None else [self._scripted(atom, alphabet)]

    def _sign_item(self, name: str, alphabet: str) -> list[Item]:
        found = signs.sign_of(name)
        return [self._scripted(Atom(found[1], Sign(found[0])), alphabet)] if found else []

    def _scripted(self, atom: Atom, alphabet: str) -> Atom:
        """An atom with the scripts that follow it."""
        sub, sup, limits = atom.sub, atom.sup, atom.limits
        primes = ""
        while True:
            symbol = self._peek()
            if symbol in {"\\limits", "\\nolimits", "\\displaylimits"}:
                limits = {"\\limits": True, "\\nolimits": False}.get(symbol)
            elif symbol in {"'", "’"}:
                primes += "′"
            elif symbol in {"^", "_"}:
                self._next()
                script = self._argument(alphabet)
                if symbol == "^":
                    if sup is not None:
                        self._fail("there are two superscripts at one place")
                    sup = script
                    continue
                if sub is not None:
                    self._fail("there are two subscripts at one place")
                sub = script
                continue
            else:
                break
            self._next()
        if primes:
            sup = (*[Atom("ord", Sign(prime)) for prime in primes], *(sup or ()))
        return atom._replace(sub=sub, sup=sup, limits=limits)

    def _argument(self, alphabet: str) -> Row:
        """What a command or a script is applied to: a group, or the next atom."""
        symbol = self._next()
        if not symbol or symbol in _CLOSERS - {"]"}:
            self._fail("something is missing after a command, ^ or _")
        if symbol == "{":
            return self._closed(alphabet)
        with self._deeper():
            atom = self._atom(symbol, alphabet)
        return () if atom is None else (atom,)

    def _closed(self, alphabet: str) -> Row:
        """A row up to its closing brace."""
        row = self._row(alphabet)
        if self._next() != "}":
            self._fail("a brace is not closed")
        return row

    def _optional(self, alphabet: str) -> Row:
        """An argument in square brackets, if there is one."""
        if self._peek() != "[":
            return ()
        self._next()
        row = self._row(alphabet, bracket=True)
        if self._next() != "]":
            self._fail("a bracket is not closed")
        return row

    def _braced(self) -> str:
        """The source between braces, which may hold further ones."""
        if self._next() != "{":
            self._fail("a brace is missing")
        depth, start = 1, self._at
        while depth:
            symbol = self._next()
            if not symbol:
                self._fail("a brace is not closed")
            depth += (symbol == "{") - (symbol == "}")
        return self._source[start : self._at - 1]

    def _dimension(self) -> float:
        found = dimension(self._source, self._at)
        if found is None:
            self._fail("a length is missing")
        ems, self._at = found
        return ems

    def _atom(self, symbol: str, alphabet: str) -> Atom | None:
        """The atom that a symbol begins, without its scripts; None for a command that is not known."""
        if symbol[0] == "\\":
            return self._command(symbol[1:], alphabet)
        if symbol == "{":
            return Atom("ord", Group(self._closed(alphabet)))
        if symbol in {"^", "_", "'", "’"}:
            self._at -= 1
            return _EMPTY
        character = _SHORT.get(symbol, symbol)
        kind = signs.kind_of(character)
        return Atom(kind, Sign(signs.styled(character, alphabet)), limits=_limits(character, kind))

    def _command(self, name: str, alphabet: str) -> Atom | None:
        build = _BUILDERS.get(name)
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
            return Atom(kind, Sized(self._delimiter(), signs.SIZES[stem]))
        found = signs.sign_of(name)
        if found is None:
            self.unknown.append("\\" + name)
            return None
        character, kind = found
        if name == "dots" and kind_after(self._peek()) in {"bin", "rel"}:
            character = "⋯"
        if name in {"dots", "ldots", "dotsc", "dotso", "cdots", "dotsb", "dotsm", "dotsi", "ddots"}:
            kind = "inner"
        return Atom(kind, Sign(signs.styled(character, alphabet)), limits=_limits(character, kind))

    def _delimiter(self) -> str:
        symbol = self._next()
        if symbol == ".":
            return ""
        if symbol[:1] == "\\":
            found = signs.sign_of(symbol[1:])
            if found is None:
                self.unknown.append(symbol)
                return ""
            return found[0]
        if not symbol or symbol in "{}&^_":
            self._fail("a bracket is missing after \\left, \\right or \\big")
        return {"<": "⟨", ">": "⟩"}.get(symbol, symbol)

    def _fenced(self, _name: str, alphabet: str) -> Atom:
        fences = [self._delimiter()]
        rows = [self._row(alphabet)]
        while (symbol := self._next()) == "\\middle":
            fences.append(self._delimiter())
            rows.append(self._row(alphabet))
        if symbol != "\\right":
            self._fail("\\left has no \\right")
        fences.append(self._delimiter())
        return Atom("inner", Fenced(tuple(fences), tuple(rows)))

    def _modulus(self, name: str, alphabet: str) -> list[Item]:
        word = Atom("ord", Words("mod"))
        if name == "bmod":
            return [Atom("bin", Words("mod"))]
        said = self._argument(alphabet)
        inside = (*(() if name == "pod" else (word, Space(6 / 18))), *said)
        if name == "mod":
            return [Space(12 / 18), *inside]
        return [Space(8 / 18), Atom("open", Sign("(")), *inside, Atom("close", Sign(")"))]

    def _substack(self) -> Nucleus:
        if self._next() != "{":
            self._fail("a brace is missing after \\substack")
        table = self._table(ENVIRONMENTS["subarray"])
        if self._next() != "}":
            self._fail("a brace is not closed")
        return table

    def _environment(self, _name: str, alphabet: str) -> Atom | None:  # noqa: ARG002 - cells begin anew
        name = self._braced().rstrip("*")
        shape = ENVIRONMENTS.get(name)
        if shape is None:
            self.unknown.append(f"\\begin{{{name}}}")
            shape = ENVIRONMENTS["matrix"]
        if name in {"array", "subarray"}:
            columns = self._braced().replace(" ", "")
            if set(columns) - set("lcr"):
                self._fail(f"columns of an array are l, c or r, not {columns!r}")
            shape = shape._replace(align=columns or "c")
        elif name in {"alignat", "alignedat"}:
            self._braced()
        elif self._peek() == "[":
            self._optional("")
        table = self._table(shape)
        if self._next() != "\\end" or self._braced().rstrip("*") != name:
            self._fail(f"\\begin{{{name}}} has no \\end{{{name}}}")
        if not any(shape.fences):
            return Atom("ord", table)
        return Atom("inner", Fenced(shape.fences, ((Atom("ord", table),),)))

    def _table(self, shape: Environment) -> Table:
        rows: list[list[Row]] = [[]]
        while True:
            first = shape.pairs and len(rows[-1]) % 2 == 1
            cell = self._row("")
            rows[-1].append((_EMPTY, *cell) if first else cell)
            symbol = self._peek()
            if symbol == "&":
                self._next()
            elif symbol in {"\\\\", "\\cr"}:
                self._next()
                if self._peek() == "[":
                    self._optional("")
                rows.append([])
            else:
                break
        if len(rows) > 1 and rows[-1] == [()]:
            rows.pop()
        return Table(tuple([tuple(row) for row in rows]), shape.align, shape.gaps, shape.leading, shape.level)

    def _words(self, name: str, _alphabet: str) -> Atom:
        """Text with formulas in it; its alphabet is that of the command."""
        style = {"textit": "it", "emph": "it", "textbf": "bf", "textsf": "sf", "texttt": "tt"}.get(name, "rm")
        row: list[Item] = []
        for text, formula in inner_formulas(self._braced()):
            if formula:
                inner = _Reader(text)
                row.append(Atom("ord", Group(inner.whole())))
                self.unknown += inner.unknown
            else:
                row.append(Atom("ord", Words("".join([signs.styled(sign, style) for sign in plain_words(text)]))))
        return Atom("ord", Group(tuple(row)))

    def _operator(self, _name: str, alphabet: str) -> Atom:  # noqa: ARG002 - names are upright
        star = self._peek() == "*"
        if star:
            self._next()
        row = self._argument("rm")
        words = "".join(
            [item.nucleus.text for item in row if isinstance(item, Atom) and isinstance(item.nucleus, Sign)]
        )
        plain = all(isinstance(item, Atom) and isinstance(item.nucleus, Sign) and not item.sup for item in row)
        nucleus: Nucleus = Words(words.replace("−", "-").replace("∗", "*")) if plain and row else Group(row)
        return Atom("op", nucleus, limits=None if star else False)

    def _struck(self, _name: str, alphabet: str) -> Atom | None:
        atom = self._atom(self._next() or " ", alphabet)
        if atom is None or not isinstance(atom.nucleus, Sign):
            self._fail("\\not must stand before a sign")
        one = unicodedata.normalize("NFC", atom.nucleus.text + "\u0338")
        return atom._replace(nucleus=Sign(one) if len(one) == 1 else Struck(atom.nucleus.text))

    def _kinded(self, name: str, alphabet: str) -> Atom:
        row = self._argument(alphabet)
        kind = signs.KINDS[name]
        nucleus = row[0].nucleus if len(row) == 1 and isinstance(row[0], Atom) and not row[0].sup else Group(row)
        return Atom(kind, nucleus, limits=None if kind == "op" else False)

    def _argument_of(self, name: str, alphabet: str) -> Nucleus:
        """The commands that have one argument, and what they make of it."""
        row = self._argument(signs.ALPHABETS.get(name, alphabet))
        if name in signs.ALPHABETS or name in {"ensuremath", "textcolor"}:
            return Group(row)
        if name in signs.ACCENTS:
            return Accent(row, signs.ACCENTS[name], wide=name.startswith("wide"))
        if name in signs.BRACES:
            return Brace(row, *signs.BRACES[name])
        if name in {"overline", "underline"}:
            return Bar(row, over=name == "overline")
        if name == "boxed":
            return Boxed(row)
        if name == "smash":
            return Smash(row)
        return Phantom(row, across=name != "vphantom", along=name != "hphantom")


def kind_after(symbol: str) -> Kind:
    """The kind of a sign, by its symbol."""
    found = signs.sign_of(symbol[1:]) if symbol[:1] == "\\" else None
    return found[1] if found else signs.kind_of(_SHORT.get(symbol, symbol))


def _limits(character: str, kind: Kind) -> bool | None:
    return None if kind == "op" and not _OPERATORS_BESIDE.match(character) else False


def _in_brackets(fraction: Fraction) -> Atom:
    return Atom("inner", Fenced(("(", ")"), ((Atom("ord", fraction),),)))


def _simple(reader: _Reader, name: str, alphabet: str) -> Atom:
    if name == "textcolor":
        reader._braced()
    kind: Kind = "op" if name in {"overbrace", "underbrace"} else "ord"
    nucleus = reader._argument_of(name, alphabet)
    return Atom(kind, nucleus, limits=kind == "op")


def _fraction(reader: _Reader, name: str, alphabet: str) -> Atom:
    above, below = reader._argument(alphabet), reader._argument(alphabet)
    level = {"d": 0, "t": 1, "c": 0}.get(name[0], -1)
    fraction = Fraction(above, below, ruled=name.endswith("frac"), level=level)
    if fraction.ruled:
        # In braces, as LaTeX has them, fractions are ordinary.
        return Atom("ord", fraction)
    return _in_brackets(fraction)._replace(kind="ord")


def _root(reader: _Reader, _name: str, alphabet: str) -> Atom:
    degree = reader._optional(alphabet)
    return Atom("ord", Root(reader._argument(alphabet), degree))


def _stack(reader: _Reader, name: str, alphabet: str) -> Atom:
    said, row = reader._argument(alphabet), reader._argument(alphabet)
    first = row[0] if len(row) == 1 else None
    kind: Kind = first.kind if isinstance(first, Atom) else "ord"
    over = name != "underset"
    return Atom("rel" if name == "stackrel" else kind, Stack(row, said if over else (), () if over else said))


def _arrow(reader: _Reader, name: str, alphabet: str) -> Atom:
    under = reader._optional(alphabet)
    return Atom("rel", Arrow(signs.ARROWS[name], reader._argument(alphabet), under))


_Builder = Callable[[_Reader, str, str], Atom | None]
_BUILDERS: Final[dict[str, _Builder]] = {
    **dict.fromkeys(_TEXTS, _Reader._words),
    **dict.fromkeys(["frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"], _fraction),
    **dict.fromkeys(["overset", "underset", "stackrel"], _stack),
    **dict.fromkeys(signs.ARROWS, _arrow),
    **dict.fromkeys(signs.KINDS, _Reader._kinded),
    **dict.fromkeys(
        [
            *signs.ALPHABETS, *signs.ACCENTS, *signs.BRACES, "overline", "underline", "boxed", "smash", "phantom",
            "hphantom", "vphantom", "ensuremath", "textcolor",
        ],
        _simple,
    ),
    "sqrt": _root, "left": _Reader._fenced, "begin": _Reader._environment, "not": _Reader._struck,
    **dict.fromkeys(["operatorname", "operatornamewithlimits"], _Reader._operator),
}  # fmt: skip
