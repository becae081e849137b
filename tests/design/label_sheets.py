"""What sources say of sheets of labels, in their own units: the table that templates are compared with.

It was written from the sources, not from the templates. Each row names its document.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Stated(NamedTuple):
    """A sheet as a document states it: sizes, the first label's corner and the distances between corners."""

    name: str
    unit: str
    sheet: tuple[float, float]
    label: tuple[float, float]
    grid: tuple[int, int]
    corner: tuple[float, float]
    pitch: tuple[float, float]
    document: str


_LETTER_HUNDREDTHS: Final = (21590, 27940)
_LIBREOFFICE: Final = "LibreOffice 7.4, share/labels/labels.xml"
_GLABELS: Final = "gLabels 3.4.1, libglabels-3.0/templates"
_PAPER_SPECS: Final = "CPAN, Paper-Specs, lib/Paper/Specs/Avery"
_PRETIX: Final = "pretix, src/pretix/plugins/badges/exporters.py, OPTIONS"

STATED: Final = (
    # In hundredths of a millimetre: pitch across and down, width, height, left, top, columns, rows, sheet.
    Stated(
        "avery-5392", "0.01 mm", _LETTER_HUNDREDTHS, (10160, 7620), (2, 3), (635, 2540), (10160, 7620), _LIBREOFFICE
    ),
    Stated(
        "avery-74541", "0.01 mm", _LETTER_HUNDREDTHS, (10160, 7620), (2, 3), (635, 2540), (10160, 7620), _LIBREOFFICE
    ),
    Stated("avery-5395", "0.01 mm", _LETTER_HUNDREDTHS, (8573, 5926), (2, 4), (1748, 1482), (9525, 6350), _LIBREOFFICE),
    Stated("avery-l7418", "0.01 mm", (21000, 29700), (8600, 5500), (2, 4), (1900, 3850), (8600, 5500), _LIBREOFFICE),
    Stated("herma-5080", "0.01 mm", (21000, 29700), (5250, 2120), (4, 14), (0, 0), (5250, 2120), _LIBREOFFICE),
    # In inches, to three decimals: width, height, rows, columns, margins on four sides.
    Stated("avery-5392", "in", (8.5, 11), (4, 3), (2, 3), (0.25, 1), (4, 3), f"{_PAPER_SPECS}/5392.pm"),
    Stated("avery-74541", "in", (8.5, 11), (4, 3), (2, 3), (0.25, 1), (4, 3), f"{_PAPER_SPECS}/74541.pm"),
    Stated(
        "avery-5390", "in", (8.5, 11.001), (3.5, 2.219), (2, 4), (0.75, 1.0625), (3.5, 2.219), f"{_PAPER_SPECS}/5390.pm"
    ),
    Stated(
        *("avery-5395", "in", (8.5, 11), (3.375, 2.333), (2, 4), (0.688, 0.583)),
        # From the margins: (8.5 - 0.688 - 0.687 - 2 × 3.375) / 1 and (11 - 0.583 - 0.584 - 4 × 2.333) / 3 are the gaps.
        *((3.75, 2.5003), f"{_PAPER_SPECS}/5395.pm"),
    ),
    # In inches: x0, y0, dx, dy.
    Stated(
        *("avery-5395", "in", (8.5, 11), (3.375, 2.333333333), (2, 4), (0.6875, 0.583333333), (3.75, 2.5)),
        f"{_GLABELS}/avery-us-templates.xml",
    ),
    Stated(
        *("avery-8395", "in", (8.5, 11), (3.375, 2.333333333), (2, 4), (0.6875, 0.583333333), (3.75, 2.5)),
        f"{_GLABELS}/avery-us-templates.xml: 8395 is equivalent to 5395",
    ),
    # In points: outlines in the PDFs of Avery's own templates, as measured in
    # https://github.com/pacphi/slappy, docs/quality/avery-geometry.md.
    Stated("avery-5392", "pt", (612, 792), (288, 216), (2, 3), (18, 72), (288, 216), "Avery, U-0114-01.pdf"),
    Stated("avery-5390", "pt", (612, 792), (252, 159.75), (2, 4), (54, 76.5), (252, 159.75), "Avery, U-0119-01.pdf"),
    # In millimetres.
    Stated(
        *("avery-l4785", "mm", (210, 297), (80, 50), (2, 5), (17.5, 13.5), (95, 55)),
        "after avery-zweckform.com/vorlage-l4785: margins 17.5 and 13.5, gaps 15 and 5; gLabels has 18 and 13",
    ),
    # In millimetres: margins above, right, below, left; the offsets from label to label; columns and rows.
    Stated("herma-4412", "mm", (210, 297), (80, 50), (2, 5), (17.5, 13.5), (95, 55), _PRETIX),
    Stated("durable-1445", "mm", (210, 297), (90, 54), (2, 5), (15, 12), (90, 54), _PRETIX),
    Stated("durable-1453", "mm", (210, 297), (75, 40), (2, 6), (30, 28.5), (75, 40), _PRETIX),
    Stated("durable-1456", "mm", (210, 297), (90, 60), (2, 4), (15, 28.5), (90, 60), _PRETIX),
    Stated("cr80", "mm", (85.60, 53.98), (85.60, 53.98), (1, 1), (0, 0), (85.60, 53.98), "ISO/IEC 7810:2019, ID-1"),
)
"""Of sheets whose makers' documents could be had, or whose measures others have published."""

UNSTATED: Final = {
    "avery-74459": "avery-5392",
    "durable-1455": "durable-1445",
}
"""Sheets of which no document was found, and what they are taken to be like."""

PLAIN: Final = {
    "cr80-upright": (53.98, 85.60),
    "a6": (105, 148),
    "a6-flat": (148, 105),
    "a6-quarters": (105, 148),
    "a6-letter": (105, 148),
    "a7": (74, 105),
    "a7-flat": (105, 74),
    "a7-eighths": (105, 74),
    "a7-letter": (74, 105),
    "4x3-letter": (101.6, 76.2),
    "4x3-a4": (101.6, 76.2),
    "4x6-letter": (101.6, 152.4),
    "4x6-a4": (101.6, 152.4),
    "butterfly-a6": (148, 105),
    "butterfly-a6-upright": (105, 148),
    "butterfly-a5": (210, 148),
    "butterfly-4x3": (101.6, 76.2),
    "lanyard-a6": (105, 148),
    "lanyard-4x6": (101.6, 152.4),
}
"""Badges on paper of their own or cut out of it, with their sizes in millimetres (ISO 216; 1 in = 25.4 mm)."""
