"""Fixtures that the tests of every room share."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from booklet.text.faces import Face
from booklet.text.font_folders import VARIABLE
from booklet.text.typesetter import Typesetter
from tests.beside import COMMANDS, Beside
from tests.books import Library
from tests.em_square import write_em_square

# The same examples in every run, so that a commit is green or not, whoever looks; making a failing one smaller can take
# minutes, so that is left to a search for new ones: pytest --hypothesis-profile=search
settings.register_profile(
    "same", derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("same")

_BESIDE = pytest.StashKey[dict[str, Beside]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Goldens can be accepted: tests/test_proofs.py then writes them anew."""
    parser.addoption("--accept", action="store_true", help="accept the text proofs as they are now")


@pytest.fixture(scope="session", autouse=True)
def no_fonts_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test depends on what fonts a machine has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("fonts")))
        yield


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start the checks of the source that are asked for: they run while the other tests do."""
    asked = {item.name for item in session.items} if not session.config.option.collectonly else set()
    session.config.stash[_BESIDE] = {
        name: Beside(name) for name in COMMANDS if f"test_source_is_clean[{name}]" in asked
    }


def pytest_unconfigure(config: pytest.Config) -> None:
    """End what was not waited for."""
    for started in config.stash.get(_BESIDE, {}).values():
        started.close()


@pytest.fixture
def beside(pytestconfig: pytest.Config) -> Callable[[str], Beside]:
    """A check of the source (tests/beside.py), by its name."""
    return pytestconfig.stash[_BESIDE].__getitem__


@pytest.fixture(scope="session")
def verapdf() -> Callable[[Iterable[Path], Iterable[str]], list[str]]:
    """`failed_rules(paths, flavours)` of tests/verapdf/checker.py; the test is skipped where it cannot run."""
    source = Path(__file__).parent / "verapdf" / "checker.py"
    spec = importlib.util.spec_from_file_location("verapdf_checker", source)
    assert spec
    assert spec.loader
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)

    def failed_rules(paths: Iterable[Path], flavours: Iterable[str] = ("ua1", "2a")) -> list[str]:
        try:
            rules: list[str] = checker.failed_rules(paths, flavours)
        except checker.MissingError as missing:
            pytest.skip(str(missing))
        return rules

    return failed_rules


@pytest.fixture(scope="session")
def em_square_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The font of em squares: every glyph is 1 em wide, the spaces half an em; it stands from -0.2 to 0.8 em."""
    path = tmp_path_factory.mktemp("fonts") / "em_square.ttf"
    write_em_square(path)
    return path


@pytest.fixture
def em_square(em_square_path: Path) -> Typesetter:
    """A typesetter for American English with the one face "em", of em squares."""
    return Typesetter([Face("em", em_square_path)], "en-US")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Every booklet of tests/books.py, made when it is first asked for."""
    return Library(tmp_path_factory.mktemp("library"))
