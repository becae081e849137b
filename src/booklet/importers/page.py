"""Web pages and pasted text, as a format among the others."""

from __future__ import annotations

from typing import Final

from booklet.agendas.read import read_page
from booklet.importers.material import Format, Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript


def _recognise(material: Material) -> bool:
    return bool(material.text.strip())


def _read(material: Material, asked: Asked) -> Manuscript:
    return read_page(material.name, material.text, asked)


FORMAT: Final = Format("page", "a web page or pasted text", _recognise, _read)
