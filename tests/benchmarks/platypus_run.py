"""The made-up meeting by reportlab's Platypus, naively: python platypus_run.py DATA.json OUT.pdf FONTS.

As a tutorial has it: paragraphs and tables in a MultiBuildTemplate, page numbers found in a second pass. No total fit,
no tags; hyphenation by pyphen.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table


class Document(BaseDocTemplate):  # type: ignore[misc]
    """Notes on which page each abstract begins, and the outline."""

    def __init__(self, out: str) -> None:
        super().__init__(out, pagesize=A5, title="Annual Meeting", author="The Society")
        frame = Frame(16 * mm, 18 * mm, A5[0] - 30 * mm, A5[1] - 33 * mm, id="page")
        self.addPageTemplates([PageTemplate(id="page", frames=[frame])])
        self.pages: dict[str, int] = {}

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - reportlab's
        key = getattr(flowable, "key", "")
        if key:
            self.pages[key] = self.page
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level=0)


def story(data: Any, pages: dict[str, int]) -> list[Any]:
    """All flowables, with the page numbers of the pass before."""
    text = ParagraphStyle(
        "text", fontName="serif", fontSize=9.4, leading=12, alignment=4, hyphenationLang="en_US", embeddedHyphenation=1
    )
    small = ParagraphStyle("small", fontName="sans", fontSize=8.2, leading=10)
    head = ParagraphStyle("head", fontName="serif-bold", fontSize=14, leading=18, spaceBefore=12)
    out: list[Any] = [Spacer(1, 200), Paragraph("Annual Meeting", head), PageBreak()]
    for number, day in enumerate(data["days"], 1):
        out.append(Paragraph(f"Day {number}", head))
        rows = [
            [
                talk["time"],
                Paragraph(f"<b>{escape(talk['title'])}</b><br/>{escape(talk['speaker'])}, {talk['room']}", small),
                str(pages.get(talk["key"], "")),
            ]
            for talk in day
        ]
        out.append(Table(rows, colWidths=[60, 240, 30]))
    for day in data["days"]:
        for talk in day:
            title = Paragraph(escape(talk["title"]), head)
            title.key = talk["key"]
            out += [Paragraph(f"{talk['time']} · {talk['room']}", small), title]
            out += [Paragraph(escape(talk["authors"]), small), Paragraph(escape(talk["text"]), text)]
    out.append(PageBreak())
    for person in data["people"]:
        folios = ", ".join(str(pages.get(key, "")) for key in person["keys"])
        out.append(Paragraph(f"{escape(person['name'])} {folios}", small))
    return out


def main() -> None:
    """Build it twice: the first time to find the pages."""
    source, out, fonts = sys.argv[1:]
    folder = Path(fonts)
    pdfmetrics.registerFont(TTFont("serif", folder / "source-serif-4/SourceSerif4-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("serif-bold", folder / "source-serif-4/SourceSerif4-SemiBold.ttf"))
    pdfmetrics.registerFont(TTFont("sans", folder / "source-sans-3/SourceSans3-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("sans-bold", folder / "source-sans-3/SourceSans3-SemiBold.ttf"))
    pdfmetrics.registerFontFamily("sans", normal="sans", bold="sans-bold", italic="sans", boldItalic="sans-bold")
    data = json.loads(Path(source).read_text("utf-8"))
    first = Document(out)
    first.build(story(data, {}))
    Document(out).build(story(data, first.pages))


if __name__ == "__main__":
    main()
