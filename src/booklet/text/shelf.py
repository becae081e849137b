"""A shelf of faces: font files that are opened when they are asked for, and who lends what others lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from booklet.errors import Fault
from booklet.text.clusters import clusters
from booklet.text.faces import Face
from booklet.text.finding import Finder, Found

_SHOWN: Final = 16
"""So many characters that a font lends are shown."""

_NOBODY: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})


class FaceFile(NamedTuple):
    """Where a face is: its file and its number there, since collections hold several.

    `scale` is the factor that it is set by, `weight` that of a variable font (0: as it is).
    """

    path: Path
    number: int = 0
    scale: float = 1.0
    weight: int = 0


class Shelf(Mapping[str, Face]):
    """Faces by name. Each is opened when it is first asked for, so that a book costs only the faces that it uses.

    As a mapping it holds all names, opened or not; `opened` are those that somebody has asked for.
    """

    def __init__(
        self,
        files: Mapping[str, FaceFile],
        lenders: Mapping[str, Sequence[str]] = _NOBODY,
        finder: Finder | None = None,
        own: Finder | None = None,
    ) -> None:
        """Put files on the shelf, and open none.

        Args:
            files: the file of each face.
            lenders: for each face that styles name, those that lend what it does not have, the first to be asked first.
            finder: looks for faces that have what none of these has.
            own: looks for faces that are asked before those that lend.
        """
        self._files = dict(files)
        self._lenders = lenders
        self._finder, self._own = finder, own
        self._found: dict[Found, str] = {}
        self._faces: dict[str, Face] = {}
        self._asked: dict[str, Face] = {}
        self._lent: dict[tuple[str, str, str], str | None] = {}

    @classmethod
    def of(cls, faces: Iterable[Face]) -> Shelf:
        """A shelf of faces that are open already and lend each other nothing."""
        shelf = cls({})
        for face in faces:
            shelf._faces[face.name] = shelf._asked[face.name] = face
            shelf._files[face.name] = FaceFile(face.path, face.number, face.scale, face.weight)
        return shelf

    def __getitem__(self, name: str) -> Face:
        face = self._asked.get(name)
        if face is None:
            face = self._asked[name] = self._open(name)
        return face

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    @property
    def opened(self) -> Mapping[str, Face]:
        """The faces that have been asked for, in the order of the shelf."""
        return {name: self._asked[name] for name in self._files if name in self._asked}

    @property
    def styles(self) -> Iterable[str]:
        """The faces that styles name, if it is known who lends to them."""
        return self._lenders.keys()

    def lender(self, face: str, cluster: str, language: str = "") -> str | None:
        """The name of the face that lends a grapheme cluster to a face that lacks it; None if there is none.

        Args:
            face: the name of a face that styles use.
            cluster: what must be shown in one face; see `clusters`.
            language: BCP 47 tag of the text, where faces differ by language.
        """
        key = (face, cluster, language)
        if key not in self._lent:
            self._lent[key] = (
                self._look_for(self._own, *key)
                or next((name for name in self._lenders.get(face, ()) if self._open(name).covers(cluster)), None)
                or self._look_for(self._finder, *key)
            )
        return self._lent[key]

    @property
    def found(self) -> Mapping[str, Found]:
        """The faces that were found on this machine, by name."""
        return {name: found for found, name in self._found.items()}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the files that were looked into."""
        return tuple([fault for finder in (self._own, self._finder) if finder for fault in finder.faults])

    def _look_for(self, finder: Finder | None, face: str, cluster: str, language: str) -> str | None:
        """The name of a face that a finder finds for a cluster."""
        found = finder and finder.find(face, cluster, language, self._open(face).x_height)
        if not found:
            return None
        name = self._found.setdefault(found, f"found{len(self._found)}")
        self._files.setdefault(name, FaceFile(found.path, found.number, found.scale, found.weight))
        return name

    def foresee(self, texts: Iterable[str], language: str = "") -> None:
        """Open every face that styles name, and all that must lend them something for these texts."""
        wanted = dict.fromkeys(cluster for text in texts for cluster in clusters(text))
        for style in self._lenders:
            face = self[style]
            for cluster in wanted:
                if not face.covers(cluster) and (name := self.lender(style, cluster, language)) is not None:
                    self[name]

    def _open(self, name: str) -> Face:
        """A face, opened only to look into it."""
        face = self._faces.get(name)
        if face is None:
            file = self._files[name]
            face = self._faces[name] = Face(name, file.path, number=file.number, scale=file.scale, weight=file.weight)
        return face


def lent_here(shelf: Shelf) -> list[str]:
    """What fonts of this machine have lent, a line a family: another machine may not have them."""
    lent: dict[str, dict[str, None]] = {}
    for name, found in shelf.found.items():
        if not found.own and name in shelf.opened:
            texts = (text for _, text, _ in shelf[name].codes.values())
            # Commas and brackets come from the font of the letters that they stand beside, and are no news.
            characters = (character for character in "".join(texts) if not character.isascii())
            lent.setdefault(found.family, {}).update(dict.fromkeys(characters))
    return [
        f"Lent by fonts of this machine: {family} for {''.join(list(characters)[:_SHOWN])}"
        f"{'…' if len(characters) > _SHOWN else ''} ({len(characters)} character{'' if len(characters) == 1 else 's'})"
        for family, characters in lent.items()
        if characters
    ]
