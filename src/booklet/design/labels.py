"""Label sheets and badge inserts: where their labels are, by the makers' data sheets.

The makers' numbers are stated as they state them. Where no data sheet was to be had, the source says what the numbers
rest on, and a calibration sheet on plain paper should be held against the labels before they are printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from booklet.design.custom_labels import EXAMPLE, SHEETS, custom_template, is_custom
from booklet.errors import BookletError, Fault
from booklet.geometry import INCH, MM, Size
from booklet.layout.label_sheet import Fold, Template

__all__ = ["TEMPLATES", "Fold", "Listed", "Template", "find_template", "list_templates"]

_A4: Final = SHEETS["a4"]
_LETTER: Final = SHEETS["letter"]

_SLOT: Final = 14 * MM
"""The width of the hole that hand-held slot punches make."""

_PLAIN: Final = "plain paper, cut by crop marks: no maker"

_LIBREOFFICE: Final = "LibreOffice, extras/source/labels/labels.xml"
_PRETIX: Final = "pretix, src/pretix/plugins/badges/exporters.py"
_AVERY_TEMPLATES: Final = "Avery's own template, outlines in the PDF"


class Listed(NamedTuple):
    """A template as `booklet badges --templates` lists it, all in words."""

    name: str
    title: str
    size: str
    per_sheet: int
    sheet: str
    source: str


def find_template(name: str) -> Template:
    """The template of that name, whatever its case; the maker may be left out ("5392").

    A name can also be a sheet's measures, "custom: 90x55 mm, 2x5 on a4": see `booklet.design.custom_labels`.

    Raises:
        BookletError: there is none, or the measures are not understood.
    """
    if is_custom(name):
        return custom_template(name)
    key = name.strip().casefold().replace(" ", "-").replace("_", "-")
    if key in _KEYS:
        return TEMPLATES[_KEYS[key]]
    import difflib  # noqa: PLC0415  # only a mistake needs it

    near = difflib.get_close_matches(key, _KEYS, n=3)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    hint += f"--templates lists all; any other sheet can be told by its measures: {EXAMPLE}"
    raise BookletError([Fault(f"there is no template {name!r} of labels", None, hint)])


def list_templates() -> tuple[Listed, ...]:
    """All templates, in the order in which they are listed."""
    return tuple(
        Listed(
            template.name,
            template.title,
            _size(template.label, inches=_in_inches(template)),
            template.per_sheet,
            _sheet(template.sheet),
            template.source,
        )
        for template in TEMPLATES.values()
    )


def _in_inches(template: Template) -> bool:
    return _sheet(template.sheet).startswith("letter") or "″" in template.title


def _size(size: Size, *, inches: bool) -> str:
    unit, name = (INCH, "in") if inches else (MM, "mm")
    width, height = (f"{length / unit:.2f}".rstrip("0").rstrip(".") for length in size)
    return f"{width} × {height} {name}"


def _sheet(sheet: Size) -> str:
    for name, upright in SHEETS.items():
        if sheet == upright:
            return name
        if sheet == Size(upright.height, upright.width):
            return f"{name}, landscape"
    return _size(sheet, inches=False)


def _tight(
    name: str, title: str, sheet: Size, label: Size, grid: tuple[int, int], corner: tuple[float, float], source: str
) -> Template:
    """Labels that touch each other."""
    return Template(name, title, sheet, label, *grid, *corner, *label, source=source)


def _cut(
    name: str, title: str, sheet: Size, label: Size, grid: tuple[int, int], *, fold: Fold = "", slot: float = 0.0
) -> Template:
    """Labels that are cut out of plain paper: they touch each other, in the middle of the sheet."""
    down = label.height * (2 if fold else 1)
    left, top = (sheet.width - grid[0] * label.width) / 2, (sheet.height - grid[1] * down) / 2
    return Template(
        *(name, title, sheet, label, *grid, left, top, label.width, down),
        fold=fold,
        slot=slot,
        scored=False,
        source=f"{_PLAIN}; the hole is a slot punch's, 14 × 3 mm" if slot else _PLAIN,
    )


def _flat(sheet: Size) -> Size:
    return Size(sheet.height, sheet.width)


_A5_FLAT: Final = Size(210 * MM, 148 * MM)
_A6: Final = Size(105 * MM, 148 * MM)
_A7: Final = Size(74 * MM, 105 * MM)
_CARD: Final = Size(85.60 * MM, 53.98 * MM)
_FOUR_BY_THREE: Final = Size(4 * INCH, 3 * INCH)
_FOUR_BY_SIX: Final = Size(4 * INCH, 6 * INCH)

_AVERY_5392: Final = _tight(
    *("avery-5392", "Avery 5392 inserts for badge holders, 4″ × 3″", _LETTER, _FOUR_BY_THREE, (2, 3)),
    (0.25 * INCH, 1 * INCH),
    f"{_AVERY_TEMPLATES} U-0114-01; the same in {_LIBREOFFICE}, and in Paper::Specs (CPAN)",
)

_AVERY_5395: Final = Template(
    *("avery-5395", "Avery 5395 adhesive badges, 3⅜″ × 2⅓″", _LETTER, Size(3.375 * INCH, 7 / 3 * INCH), 2, 4),
    *(0.6875 * INCH, 7 / 12 * INCH, 3.75 * INCH, 2.5 * INCH),
    corner=0.1875 * INCH,
    source=f"gLabels, avery-us-templates.xml; the same in {_LIBREOFFICE}, and in Paper::Specs (CPAN); the outlines in "
    "the PDF of Avery's template U-0121-01 begin 0.5 mm higher and end 1 mm lower: calibrate",
)

_AVERY_L4785: Final = Template(
    *("avery-l4785", "Avery L4785 adhesive badges, 80 × 50 mm", _A4, Size(80 * MM, 50 * MM), 2, 5),
    *(17.5 * MM, 13.5 * MM, 95 * MM, 55 * MM),
    corner=4 * MM,
    source="label, gaps and corners by gLabels, avery-iso-templates.xml; the margins by arithmetic, in the middle of "
    "the sheet, as they are stated after avery-zweckform.com/vorlage-l4785; gLabels has 18 and 13 mm: calibrate",
)

_DURABLE_54_90: Final = _tight(
    *("durable-1445", "Durable 1445 inserts, 54 × 90 mm", _A4, Size(90 * MM, 54 * MM), (2, 5)),
    (15 * MM, 12 * MM),
    f"no data sheet found; {_PRETIX} (1445-02)",
)

_ALL: Final = (
    _AVERY_5392,
    _AVERY_5395,
    _tight(
        *("avery-5390", "Avery 5390 inserts for badge holders, 3½″ × 2¼″", _LETTER),
        *(Size(3.5 * INCH, 2.21875 * INCH), (2, 4), (0.75 * INCH, 1.0625 * INCH)),
        f"{_AVERY_TEMPLATES} U-0119-01: 2.21875 in high, though sold as 2¼ in; the same in Paper::Specs (CPAN)",
    ),
    _AVERY_5395._replace(
        name="avery-8395",
        title="Avery 8395 adhesive badges, 3⅜″ × 2⅓″",
        source=f"as 5395, which gLabels says it is equal to: {_AVERY_5395.source}",
    ),
    _AVERY_5392._replace(
        name="avery-74459",
        title="Avery 74459 hanging badges, 4″ × 3″",
        source="no data sheet found; taken to be as 5392, by those who have printed it: calibrate",
    ),
    _AVERY_5392._replace(
        name="avery-74541",
        title="Avery 74541 clip badges, 4″ × 3″",
        source=f"{_LIBREOFFICE}; the same in Paper::Specs (CPAN)",
    ),
    _AVERY_L4785,
    _tight(
        *("avery-l7418", "Avery L7418 inserts for badge holders, 86 × 55 mm", _A4, Size(86 * MM, 55 * MM), (2, 4)),
        (19 * MM, 38.5 * MM),
        f"{_LIBREOFFICE} (Avery A4)",
    ),
    _AVERY_L4785._replace(
        name="herma-4412",
        title="Herma 4412 adhesive badges, 80 × 50 mm",
        corner=0.0,
        source=f"no data sheet found; {_PRETIX}",
    ),
    _tight(
        *("herma-5080", "Herma 5080 removable labels, 52.5 × 21.2 mm", _A4, Size(52.5 * MM, 21.2 * MM), (4, 14)),
        (0.0, 0.0),
        f"{_LIBREOFFICE} (Herma A4); a sheet without margins, of which printers leave out the outermost millimetres",
    ),
    _DURABLE_54_90,
    _tight(
        *("durable-1453", "Durable 1453 inserts, 40 × 75 mm", _A4, Size(75 * MM, 40 * MM), (2, 6)),
        (30 * MM, 28.5 * MM),
        f"no data sheet found; {_PRETIX} (1453-02)",
    ),
    _DURABLE_54_90._replace(
        name="durable-1455",
        title="Durable 1455 inserts, 54 × 90 mm",
        source=f"no data sheet found; taken to be as 1445, which has the same size: {_PRETIX}; calibrate",
    ),
    _tight(
        *("durable-1456", "Durable 1456 inserts, 60 × 90 mm", _A4, Size(90 * MM, 60 * MM), (2, 4)),
        (15 * MM, 28.5 * MM),
        f"no data sheet found; {_PRETIX} (1456-02)",
    ),
    Template(
        *("cr80", "Plastic card (CR80, Badgy and other card printers), one a page", _CARD, _CARD, 1, 1, 0.0, 0.0),
        *_CARD,
        corner=3.18 * MM,
        source="ISO/IEC 7810, ID-1",
    ),
    Template(
        *("cr80-upright", "Plastic card, upright, one a page", _flat(_CARD), _flat(_CARD), 1, 1, 0.0, 0.0),
        *_flat(_CARD),
        corner=3.18 * MM,
        source="ISO/IEC 7810, ID-1",
    ),
    _cut("a6", "A6 inserts, upright", _flat(_A4), _A6, (2, 1)),
    _cut("a6-flat", "A6 inserts, landscape", _A4, _flat(_A6), (1, 2)),
    _cut("a6-quarters", "A6 inserts, a sheet cut in four: no margin, no marks", _A4, _A6, (2, 2)),
    _cut("a6-letter", "A6 inserts, upright", _flat(_LETTER), _A6, (2, 1)),
    _cut("a7", "A7 inserts, upright", _A4, _A7, (2, 2)),
    _cut("a7-flat", "A7 inserts, landscape", _flat(_A4), _flat(_A7), (2, 2)),
    _cut("a7-eighths", "A7 inserts, a sheet cut in eight: no margin, no marks", _A4, _flat(_A7), (2, 4)),
    _cut("a7-letter", "A7 inserts, upright", _LETTER, _A7, (2, 2)),
    _cut("4x3-letter", "4″ × 3″ inserts", _flat(_LETTER), _FOUR_BY_THREE, (2, 2)),
    _cut("4x3-a4", "4″ × 3″ inserts", _flat(_A4), _FOUR_BY_THREE, (2, 2)),
    _cut("4x6-letter", "4″ × 6″ inserts, upright", _flat(_LETTER), _FOUR_BY_SIX, (2, 1)),
    _cut("4x6-a4", "4″ × 6″ inserts, upright", _flat(_A4), _FOUR_BY_SIX, (2, 1)),
    _cut("butterfly-a6", "A6 fold-over badge, landscape: A5 folded once", _A4, _flat(_A6), (1, 1), fold="top"),
    _cut("butterfly-a6-upright", "A6 fold-over badges, upright", _A4, _A6, (2, 1), fold="top"),
    _cut("butterfly-a5", "A5 fold-over badge, landscape: A4 folded once", _A4, _A5_FLAT, (1, 1), fold="top"),
    _cut("butterfly-4x3", "4″ × 3″ fold-over badges", _flat(_LETTER), _FOUR_BY_THREE, (2, 1), fold="top"),
    _cut("lanyard-a6", "A6 badges with a slot for a lanyard, upright", _flat(_A4), _A6, (2, 1), slot=_SLOT),
    _cut("lanyard-4x6", "4″ × 6″ badges with a slot for a lanyard", _flat(_LETTER), _FOUR_BY_SIX, (2, 1), slot=_SLOT),
)

TEMPLATES: Final[Mapping[str, Template]] = {template.name: template for template in _ALL}
"""All templates by name: makers' sheets first, then cards and plain paper."""

_MAKERS: Final = ("avery-", "herma-", "durable-")

_KEYS: Final = {
    **{name.removeprefix(maker): name for name in TEMPLATES for maker in _MAKERS if name.startswith(maker)},
    **{name: name for name in TEMPLATES},
    "badgy": "cr80",
}
"""What a template may be called, with its name."""
