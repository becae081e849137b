"""The signs of formulas: what TeX's commands stand for, and of which kind each character is."""

from __future__ import annotations

from typing import Final

from booklet.text.formula_library import commands, styled_character
from booklet.text.formula_tree import Kind

FUNCTIONS: Final = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh".split()
)
"""Names of functions, upright."""

LIMITED: Final = {
    **{name: name for name in "det gcd inf lim max min sup Pr plim".split()},
    "limsup": "lim\u2009sup", "liminf": "lim\u2009inf", "argmax": "arg\u2009max", "argmin": "arg\u2009min",
    "injlim": "inj\u2009lim", "projlim": "proj\u2009lim",
}  # fmt: skip
"""Names of functions whose scripts stand under them in displays."""

VARIANT_LIMITS: Final = {
    "varlimsup": ("", True), "varliminf": ("", False), "varprojlim": ("←", False), "varinjlim": ("→", False),
}  # fmt: skip
"""Limits with a rule or a sign over or under them."""

SPACES: Final = {
    ",": 3 / 18, "thinspace": 3 / 18, ":": 4 / 18, ">": 4 / 18, "medspace": 4 / 18, ";": 5 / 18, "thickspace": 5 / 18,
    "!": -3 / 18, "negthinspace": -3 / 18, "negmedspace": -4 / 18, "negthickspace": -5 / 18, "quad": 1.0, "qquad": 2.0,
    "enspace": 0.5, "enskip": 0.5, " ": 0.25, "space": 0.25, "nobreakspace": 0.25,
}  # fmt: skip
"""White by command, in ems."""

ACCENTS: Final = {
    "hat": "\u0302", "check": "\u030c", "tilde": "\u0303", "acute": "\u0301", "grave": "\u0300", "dot": "\u0307",
    "ddot": "\u0308", "dddot": "\u20db", "ddddot": "\u20dc", "breve": "\u0306", "bar": "\u0304", "vec": "\u20d7",
    "mathring": "\u030a", "widehat": "\u0302", "widetilde": "\u0303", "widecheck": "\u030c",
}  # fmt: skip

BRACES: Final = {
    "overbrace": ("\u23de", True), "underbrace": ("\u23df", False), "overbracket": ("\u23b4", True),
    "underbracket": ("\u23b5", False), "overparen": ("\u23dc", True), "underparen": ("\u23dd", False),
    "overrightarrow": ("\u2192", True), "overleftarrow": ("\u2190", True), "overleftrightarrow": ("\u2194", True),
    "underrightarrow": ("\u2192", False), "underleftarrow": ("\u2190", False),
}  # fmt: skip

ARROWS: Final = {
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
    "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪", "xhookleftarrow": "↩", "xlongequal": "=",
    "xrightharpoonup": "⇀", "xleftharpoonup": "↼", "xrightleftharpoons": "⇌", "xtwoheadrightarrow": "↠",
}  # fmt: skip

STYLES: Final = {"displaystyle": 0, "textstyle": 1, "scriptstyle": 2, "scriptscriptstyle": 3}

ALPHABETS: Final = {
    "mathrm": "rm", "mathup": "rm", "mathbf": "bf", "mathit": "it", "mathsf": "sf", "mathtt": "tt", "mathbb": "bb",
    "mathcal": "cal", "mathscr": "cal", "mathfrak": "frak", "mathnormal": "", "mathds": "bb", "mathbbm": "bb",
    "boldsymbol": "bm", "bm": "bm", "pmb": "bm", "symbf": "bf", "symbb": "bb", "symcal": "cal", "symfrak": "frak",
    "symsf": "sf", "symtt": "tt", "symrm": "rm", "symit": "it", "mathbfit": "bm", "mathsfbf": "sfbf",
}  # fmt: skip
"""Commands that have one argument set in another alphabet."""

_STYLES: Final = {"bb": "double", "cal": "script", "frak": "fraktur", "sf": "sans", "sfbf": "sans", "tt": "mono"}
_BOLD: Final = frozenset({"bf", "bm", "sfbf"})

SWITCHES: Final = {"rm": "rm", "bf": "bf", "it": "it", "sf": "sf", "tt": "tt", "cal": "cal", "frak": "frak"}
"""Commands that have the rest of a group set in another alphabet."""

KINDS: Final[dict[str, Kind]] = {
    "mathord": "ord", "mathop": "op", "mathbin": "bin", "mathrel": "rel", "mathopen": "open", "mathclose": "close",
    "mathpunct": "punct", "mathinner": "inner",
}  # fmt: skip

SIZES: Final = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
"""Heights of \\big( and its like in ems: 12, 18, 24 and 30 pt at 10 pt (amsmath)."""

_NAMED: Final = {
    "sim": "∼", "dag": "†", "ddag": "‡", "P": "¶", "copyright": "©", "ast": "∗", "star": "⋆", "setminus": "∖",
    "smallsetminus": "∖", "cdot": "⋅", "centerdot": "⋅", "triangle": "△", "square": "□", "Box": "□", "models": "⊨",
    "blacksquare": "■", "qed": "□", "leadsto": "⇝", "bot": "⊥", "perp": "⊥", "lt": "<", "gt": ">", "hslash": "ℏ",
    "And": "&", "%": "%", "#": "#", "&": "&", "$": "$", "_": "_", "{": "{", "}": "}", "|": "‖", "lvert": "|",
    "rvert": "|", "lVert": "‖", "rVert": "‖", "vert": "|", "Vert": "‖", "mid": "∣", "dots": "…", "ldots": "…",
    "dotsc": "…", "dotso": "…", "cdots": "⋯", "dotsb": "⋯", "dotsm": "⋯", "dotsi": "⋯", "degree": "°", "angle": "∠",
    "emptyset": "∅", "varnothing": "∅", "iff": "⟺", "implies": "⟹", "impliedby": "⟸", "slash": "/", "colon": ":",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "backslash": "\\", "diamond": "⋄", "bullet": "∙",
    "bigcirc": "◯", "Bbbk": "𝕜", "upomega": "ω", "S": "§", "vcentcolon": ":", "triangleq": "≜", "restriction": "↾",
    "middot": "·", "epsilon": "ϵ", "hdots": "…", "lparen": "(", "rparen": ")", "ss": "ß", "AA": "Å", "aa": "å",
    "oiint": "∯", "gggtr": "⋙", "llless": "⋘", "doublecap": "⋒", "doublecup": "⋓", "unlhd": "⊴", "unrhd": "⊵",
}  # fmt: skip
"""Commands that the library has not, or takes for a character that looks otherwise than TeX's."""

_KIND_OF: Final[dict[str, Kind]] = {
    **dict.fromkeys("/!.|‖∂∇∀∃∄¬⊤□■△⊥∠∡∞…⋮∎'′@#%&$_\\§¶©°", "ord"),
    **dict.fromkeys("+−±∓*∗∘∙⋅·†‡∖⋆⋄◁▷△▽⊴⊵∨∧", "bin"),
    **dict.fromkeys(":=<>∼→←↔∶⫽⊨⟂", "rel"), **dict.fromkeys(",;", "punct"), **dict.fromkeys("([{", "open"),
    **dict.fromkeys(")]}!?", "close"), **dict.fromkeys("⋯⋱⋰…", "inner"), **dict.fromkeys("⊥△⋮∞", "ord"),
}  # fmt: skip
_NAMED_KINDS: Final[dict[str, Kind]] = {
    "colon": "punct", "perp": "rel", "lvert": "open", "rvert": "close", "lVert": "open", "rVert": "close",
    "backslash": "ord", "vcentcolon": "rel", "bigtriangleup": "bin", "lhd": "bin", "rhd": "bin", "amalg": "bin",
    "triangleleft": "bin", "triangleright": "bin", "unlhd": "bin", "unrhd": "bin", "circ": "bin", "mid": "rel",
    "vartriangle": "rel", "trianglelefteq": "rel", "trianglerighteq": "rel",
}  # fmt: skip
"""Where TeX (plain.tex, fontmath.ltx) differs from the Unicode class, or the command from its character."""


def sign_of(command: str) -> tuple[str, Kind] | None:
    r"""The character that a command stands for and its kind; None if there is no such command.

    >>> sign_of("le"), sign_of("foo")
    (('≤', 'rel'), None)
    """
    character = _NAMED.get(command) or commands()[0].get(command)
    return (character, _NAMED_KINDS.get(command) or kind_of(character)) if character else None


def kind_of(character: str) -> Kind:
    """The kind of atom that a character is."""
    return _KIND_OF.get(character) or commands()[1].get(character, "ord")


def styled(character: str, alphabet: str) -> str:
    """A letter or digit in an alphabet: "" for the usual one, italic but for Greek capitals and digits."""
    if alphabet == "rm" or (not character.isalnum() and character not in "∂∇"):
        return character
    if character == "h" and alphabet in {"", "it"}:
        return "ℎ"
    slanted = alphabet in {"", "it", "bm"}
    if slanted and (character.isdigit() or (alphabet != "it" and "Α" <= character <= "Ω")):
        slanted = False
    style = _STYLES.get(alphabet, "serif")
    return styled_character(character, style, italic=slanted and character != "∇", bold=alphabet in _BOLD)
