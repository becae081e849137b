"""The commands of formulas that take arguments, and what they make of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from booklet.text import formula_signs as signs
from booklet.text.formula_environments import ENVIRONMENTS, Environment
from booklet.text.formula_tree import (
    Accent,
    Arrow,
    Atom,
    Bar,
    Boxed,
    Brace,
    Fenced,
    Fraction,
    Group,
    Item,
    Kind,
    Nucleus,
    Phantom,
    Root,
    Row,
    Sign,
    Smash,
    Space,
    Stack,
    Struck,
    Table,
    Words,
)  # fmt: skip
from booklet.text.formula_words import inner_formulas, plain_words

if TYPE_CHECKING:
    from booklet.text.formula_reading import Reader

NOTHING: Final = Atom("ord", Group(()))
"""What a script hangs on where nothing is written."""

_NARROW: Final = 0.2
"""White of fewer ems is a thin space within a name."""

_LABELLED: Final = frozenset({"overbrace", "underbrace", "overbracket", "underbracket"})
"""What has its scripts over or under it."""

_TEXTS: Final = frozenset("text textrm textnormal textup mbox hbox textit textbf textsf texttt emph mathtext".split())


def _fenced(reader: Reader, _name: str, alphabet: str) -> Atom:
    fences = [reader.delimiter()]
    rows = [reader.row(alphabet)]
    while (symbol := reader.symbols.next()) == "\\middle":
        fences.append(reader.delimiter())
        rows.append(reader.row(alphabet))
    if symbol != "\\right":
        reader.symbols.fail("\\left has no \\right")
    fences.append(reader.delimiter())
    return Atom("inner", Fenced(tuple(fences), tuple(rows)))


def modulus(reader: Reader, name: str, alphabet: str) -> list[Item]:
    """The word mod, with what it is taken by: bmod, pmod and their like."""
    word = Atom("ord", Words("mod"))
    if name == "bmod":
        return [Atom("bin", Words("mod"))]
    said = reader.argument(alphabet)
    inside = (*(() if name == "pod" else (word, Space(6 / 18))), *said)
    if name == "mod":
        return [Space(12 / 18), *inside]
    return [Space(8 / 18), Atom("open", Sign("(")), *inside, Atom("close", Sign(")"))]


def substack(reader: Reader) -> Nucleus:
    """Lines one under the other, as limits have them."""
    if reader.symbols.next() != "{":
        reader.symbols.fail("a brace is missing after \\substack")
    table = _table(reader, ENVIRONMENTS["subarray"])
    if reader.symbols.next() != "}":
        reader.symbols.fail("a brace is not closed")
    return table


def _environment(reader: Reader, _name: str, _alphabet: str) -> Atom | None:
    name = reader.symbols.braced().rstrip("*")
    shape = ENVIRONMENTS.get(name)
    if shape is None:
        reader.unknown.append(f"\\begin{{{name}}}")
        shape = ENVIRONMENTS["matrix"]
    if name in {"array", "subarray"}:
        columns = reader.symbols.braced().replace(" ", "")
        if set(columns) - set("lcr"):
            reader.symbols.fail(f"columns of an array are l, c or r, not {columns!r}")
        shape = shape._replace(align=columns or "c")
    elif name in {"alignat", "alignedat"}:
        reader.symbols.braced()
    elif reader.symbols.peek() == "[":
        reader.optional("")
    table = _table(reader, shape)
    if reader.symbols.next() != "\\end" or reader.symbols.braced().rstrip("*") != name:
        reader.symbols.fail(f"\\begin{{{name}}} has no \\end{{{name}}}")
    if not any(shape.fences):
        return Atom("ord", table)
    return Atom("inner", Fenced(shape.fences, ((Atom("ord", table),),)))


def _table(reader: Reader, shape: Environment) -> Table:
    rows: list[list[Row]] = [[]]
    while True:
        first = shape.pairs and len(rows[-1]) % 2 == 1
        cell = reader.row("")
        rows[-1].append((NOTHING, *cell) if first else cell)
        symbol = reader.symbols.peek()
        if symbol == "&":
            reader.symbols.next()
        elif symbol in {"\\\\", "\\cr"}:
            reader.symbols.next()
            if reader.symbols.peek() == "[":
                reader.optional("")
            rows.append([])
        else:
            break
    if len(rows) > 1 and rows[-1] == [()]:
        rows.pop()
    return Table(tuple([tuple(row) for row in rows]), shape.align, shape.gaps, shape.leading, shape.level)


def _words(reader: Reader, name: str, _alphabet: str) -> Atom:
    """Text with formulas in it; its alphabet is that of the command."""
    style = {"textit": "it", "emph": "it", "textbf": "bf", "textsf": "sf", "texttt": "tt"}.get(name, "rm")
    row: list[Item] = []
    for text, formula in inner_formulas(reader.symbols.braced()):
        if formula:
            inner = type(reader)(text)
            row.append(Atom("ord", Group(inner.whole())))
            reader.unknown += inner.unknown
        else:
            row.append(Atom("ord", Words("".join([signs.styled(sign, style) for sign in plain_words(text)]))))
    return Atom("ord", Group(tuple(row)))


def _operator(reader: Reader, _name: str, _alphabet: str) -> Atom:
    star = reader.symbols.peek() == "*"
    if star:
        reader.symbols.next()
    row = reader.argument("rm")
    letters = [_spelled(item) for item in row]
    words = "".join([letter for letter in letters if letter])
    nucleus: Nucleus = Words(words.replace("−", "-").replace("∗", "*")) if all(letters) else Group(row)
    return Atom("op", nucleus, limits=None if star else False)


def _spelled(item: Item) -> str:
    """What an item of an operator's name is in plain text; "" if it is no text."""
    match item:
        case Atom(_, Sign(text), None, None, _):
            return text
        case Space(ems) if 0 < ems < _NARROW:
            return "\u2009"
    return ""


def _struck(reader: Reader, _name: str, alphabet: str) -> Atom | None:
    atom = reader.atom(reader.symbols.next() or " ", alphabet)
    if atom is None or not isinstance(atom.nucleus, Sign):
        reader.symbols.fail("\\not must stand before a sign")
    one = unicodedata.normalize("NFC", atom.nucleus.text + "\u0338")
    return atom._replace(nucleus=Sign(one) if len(one) == 1 else Struck(atom.nucleus.text))


def _kinded(reader: Reader, name: str, alphabet: str) -> Atom:
    row = reader.argument(alphabet)
    kind = signs.KINDS[name]
    nucleus = row[0].nucleus if len(row) == 1 and isinstance(row[0], Atom) and not row[0].sup else Group(row)
    return Atom(kind, nucleus, limits=None if kind == "op" else False)


def _argument_of(reader: Reader, name: str, alphabet: str) -> Nucleus:
    """The commands that have one argument, and what they make of it."""
    row = reader.argument(signs.ALPHABETS.get(name, alphabet))
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


def in_brackets(fraction: Fraction) -> Atom:
    """A fraction as a binomial coefficient is written."""
    return Atom("inner", Fenced(("(", ")"), ((Atom("ord", fraction),),)))


def _simple(reader: Reader, name: str, alphabet: str) -> Atom:
    if name == "textcolor":
        reader.symbols.braced()
    kind: Kind = "op" if name in _LABELLED else "ord"
    nucleus = _argument_of(reader, name, alphabet)
    return Atom(kind, nucleus, limits=kind == "op")


def _fraction(reader: Reader, name: str, alphabet: str) -> Atom:
    above, below = reader.argument(alphabet), reader.argument(alphabet)
    level = {"d": 0, "t": 1, "c": 0}.get(name[0], -1)
    fraction = Fraction(above, below, ruled=name.endswith("frac"), level=level)
    if fraction.ruled:
        # In braces, as LaTeX has them, fractions are ordinary.
        return Atom("ord", fraction)
    return in_brackets(fraction)._replace(kind="ord")


def _root(reader: Reader, _name: str, alphabet: str) -> Atom:
    degree = reader.optional(alphabet)
    return Atom("ord", Root(reader.argument(alphabet), degree))


def _stack(reader: Reader, name: str, alphabet: str) -> Atom:
    said, row = reader.argument(alphabet), reader.argument(alphabet)
    first = row[0] if len(row) == 1 else None
    kind: Kind = first.kind if isinstance(first, Atom) else "ord"
    over = name != "underset"
    return Atom("rel" if name == "stackrel" else kind, Stack(row, said if over else (), () if over else said))


def _arrow(reader: Reader, name: str, alphabet: str) -> Atom:
    under = reader.optional(alphabet)
    return Atom("rel", Arrow(signs.ARROWS[name], reader.argument(alphabet), under))


_Builder: TypeAlias = Callable[["Reader", str, str], Atom | None]
COMMANDS: Final[dict[str, _Builder]] = {
    **dict.fromkeys(_TEXTS, _words),
    **dict.fromkeys(["frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"], _fraction),
    **dict.fromkeys(["overset", "underset", "stackrel"], _stack),
    **dict.fromkeys(signs.ARROWS, _arrow),
    **dict.fromkeys(signs.KINDS, _kinded),
    **dict.fromkeys(
        [
            *signs.ALPHABETS, *signs.ACCENTS, *signs.BRACES, "overline", "underline", "boxed", "smash", "phantom",
            "hphantom", "vphantom", "ensuremath", "textcolor",
        ],
        _simple,
    ),
    "sqrt": _root, "left": _fenced, "begin": _environment, "not": _struck,
    **dict.fromkeys(["operatorname", "operatornamewithlimits"], _operator),
}  # fmt: skip
