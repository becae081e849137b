"""The path of `booklet fonts`: fonts from files, wheels and Debian packages are put where booklets find them."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.text.finding import font_paths
from booklet.text.font_files import ENDINGS, read_fonts
from booklet.text.font_folders import added_folder
from booklet.text.font_packages import PACKAGES, Package, Wheel

_LICENCE: Final = re.compile(r"^(ofl|licen[cs]e|copying|copyright)\b", re.IGNORECASE)

_PATIENCE: Final = 600
"""Seconds that a download may take."""

_LARGEST: Final = 300 * 1024 * 1024
"""The most bytes of a font in a wheel."""

Run = Callable[[Sequence[str], Path], bool]
"""Runs a command in a folder, and says whether it went well."""


class Added(NamedTuple):
    """What was added: the folder, the files that are new in it, and how many were there already."""

    folder: Path
    files: tuple[Path, ...]
    known: int


def add_fonts(what: str) -> Added:
    """Copy fonts, with their licences, into the folder of added fonts.

    Args:
        what: a font file, a folder with some, or a name of `PACKAGES`; only for a name the network is used.

    Raises:
        BookletError: there is no such file, folder or name, the fonts cannot be had, or must not be embedded.
    """
    path = Path(what)
    if path.is_file() or path.is_dir():
        return _copied(path, path.stem if path.is_file() else path.resolve().name)
    package = PACKAGES.get(what.lower())
    if package is None:
        hint = f"name a font file, a folder, or one of: {', '.join(PACKAGES)}"
        raise BookletError([Fault(f"there is no file or folder {what!r}, and no fonts by that name", None, hint)])
    with tempfile.TemporaryDirectory() as folder:
        return _copied(_fetched(what.lower(), package, Path(folder), _run), what.lower())


def _fetched(name: str, package: Package, folder: Path, run: Run) -> Path:
    """Get a package's fonts into a folder, from wherever they are to be had."""
    for fetch in (_from_wheel, _from_debian):
        found = fetch(package, folder, run)
        if found is not None and font_paths(found):
            return found
    ways = [f"the package {package.wheel.name} by pip"] if package.wheel else []
    ways.append(f"the Debian package {package.debian} by apt-get")
    hint = f"get the fonts in another way, and add them by 'booklet fonts add FOLDER': {package.about}"
    raise BookletError([Fault(f"the fonts {name!r} cannot be had: neither {' nor '.join(ways)}", None, hint)])


def _from_wheel(package: Package, folder: Path, run: Run) -> Path | None:
    """The fonts of a wheel. Nothing of it is run, and its content must be the one that we know."""
    wheel = package.wheel
    if wheel is None:
        return None
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "-d", "."]
    if not run([*command, f"{wheel.name}=={wheel.version}"], folder):
        return None
    file = next(iter(sorted(folder.glob("*.whl"))), None)
    return _unpacked(file, wheel, folder / "wheel") if file else None


def _unpacked(file: Path, wheel: Wheel, target: Path) -> Path:
    """The fonts and licences of a wheel."""
    if hashlib.sha256(file.read_bytes()).hexdigest() != wheel.sha256:
        what = f"{file.name} is not the file that it was when this version of booklet was made"
        raise BookletError([Fault(what, None, "nothing was added; a newer version of booklet may know it")])
    target.mkdir()
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            name = Path(member.filename).name
            wanted = Path(name).suffix.lower() in ENDINGS or _LICENCE.match(name)
            if wanted and not member.is_dir() and member.file_size <= _LARGEST:
                (target / name).write_bytes(archive.read(member))
    return target


def _from_debian(package: Package, folder: Path, run: Run) -> Path | None:
    """The fonts of a Debian package; needs no rights of a superuser."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return None
    if not run(["apt-get", "download", package.debian], folder):
        return None
    file = next(iter(sorted(folder.glob("*.deb"))), None)
    target = folder / "debian"
    return target if file and run(["dpkg-deb", "-x", file.name, target.name], folder) else None


def _run(command: Sequence[str], folder: Path) -> bool:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _copied(source: Path, name: str) -> Added:
    """Copy fonts, and the licences that lie beside them."""
    paths = [source] if source.is_file() else font_paths(source)
    if not paths:
        hint = f"names of fonts end in {', '.join(sorted(ENDINGS))}"
        raise BookletError([Fault("there is no font in this folder", Place(str(source)), hint)])
    faults = [fault for path in paths for fault in _unfit(path)]
    if faults:
        raise BookletError(faults)
    target = added_folder() / name
    new: list[Path] = []
    try:
        target.mkdir(parents=True, exist_ok=True)
        for path in [*paths, *_licences(source)]:
            copy = target / path.name
            if copy.exists() and copy.read_bytes() == path.read_bytes():
                continue
            shutil.copyfile(path, copy)
            if path in paths:
                new.append(copy)
    except OSError as error:
        what = f"the fonts cannot be copied: {error.strerror}"
        raise BookletError([Fault(what, Place(str(target)), "look whether you may write there")]) from None
    return Added(target, tuple(new), len(paths) - len(new))


def _unfit(path: Path) -> Iterator[Fault]:
    """Why a font cannot be used."""
    try:
        fonts = read_fonts(path)
    except OSError as error:
        yield Fault(f"the font cannot be read: {error.strerror}", Place(str(path)), "look whether you may read it")
    except ValueError as error:
        yield Fault(f"the font file cannot be used: {error}", Place(str(path)), "get a whole one")
    else:
        if all(font.restricted for font in fonts):
            what = f"the maker of {fonts[0].family} does not allow that it is embedded in documents"
            yield Fault(what, Place(str(path)), "choose a font with a free licence, such as one of Noto")
        elif not any(font.usable for font in fonts):
            yield Fault(
                f"{fonts[0].family} has no outlines that can be printed", Place(str(path)), "choose another font"
            )


def _licences(source: Path) -> list[Path]:
    if source.is_dir():
        return sorted(path for path in source.rglob("*") if path.is_file() and _LICENCE.match(path.name))
    return sorted(path for path in source.resolve().parent.iterdir() if path.is_file() and _LICENCE.match(path.name))
