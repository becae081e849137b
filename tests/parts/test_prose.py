"""Emphasis, links and lists of a program's prose, as they are printed and tagged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun, Link
from booklet.make import SetBook, set_book
from tests.books import Library
from tests.setting import house_of, lines_of

PROGRAM = """
event: {{title: Prose, language: en-US}}
days: [{{date: 2026-03-03, sessions: [{{time: 9-10, talk: Title, speaker: Ada, abstract: {abstract}}}]}}]
"""


def made(folder: Path, abstract: str) -> SetBook:
    """A booklet with this abstract, a YAML scalar."""
    (folder / "program.yaml").write_text(PROGRAM.format(abstract=abstract), encoding="utf-8")
    return set_book(folder / "program.yaml")


def runs(done: SetBook) -> list[GlyphRun]:
    marks = (mark for page in done.book.pages for content in page.contents for mark in content.marks)
    return [mark for mark in marks if isinstance(mark, GlyphRun)]


def faces(done: SetBook, *wanted: str) -> dict[str, str]:
    """The face of each run that says one of these."""
    return {run.text.strip(): run.face for run in runs(done) if run.text.strip() in wanted}


def outline(element: Element) -> str:
    """The roles of an element and all below it."""
    inner = " ".join(outline(child) for child in element.children)
    return f"{element.role}({inner})" if inner else element.role


def walked(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from walked(child)


def entry(done: SetBook) -> Element:
    """The last section with a heading of the third level: an abstract."""
    return [one for one in walked(done.book.root) if any(child.role == "H3" for child in one.children)][-1]


def test_emphasis_is_set_in_italics_and_strong_emphasis_in_semibold(tmp_path: Path) -> None:
    done = made(tmp_path, "'plain *slanted* upright **heavy** light ***both*** end'")

    assert faces(done, "plain", "slanted", "upright", "heavy", "light", "both", "end") == {
        "plain": "serif", "slanted": "serif-italic", "upright": "serif", "heavy": "serif-bold", "light": "serif",
        "both": "serif-bold", "end": "serif",
    }  # fmt: skip


def test_marks_are_not_printed_and_asterisks_are(tmp_path: Path) -> None:
    done = made(tmp_path, r"'A *b* \*c\* C*-algebra 2*3*4.'")

    [line] = [line for line in lines_of(done) if line.text.startswith("A ")]
    assert line.text == "A b *c* C*-algebra 2*3*4."


def test_links_lead_where_they_say(tmp_path: Path) -> None:
    done = made(tmp_path, "'See [our *new* notes](https://a.example.org/n_(1)) or [write](mailto:a@b.org).'")

    marks = [mark for page in done.book.pages for content in page.contents for mark in content.marks]
    links = [(mark.target, mark.says) for mark in marks if isinstance(mark, Link) and not mark.target.startswith("#")]
    assert [target for target, _ in links] == ["https://a.example.org/n_(1)"] * 3 + ["mailto:a@b.org"]
    assert [says.strip() for _, says in links] == ["our", "new", "notes", "write"]
    assert outline(entry(done)).endswith("P(Span Link Link Link Span Link Span))")


def test_code_is_set_in_a_face_of_fixed_pitch_as_it_stands(tmp_path: Path) -> None:
    done = made(tmp_path, """'See "this": `x = "a" -- b` so.'""")

    assert [(run.text, run.face) for run in runs(done) if "x" in run.text and run.face == "mono"] == [
        ('x\u00a0=\u00a0"a"\u00a0--\u00a0b', "mono")
    ]
    [line] = [line for line in lines_of(done) if line.text.startswith("See")]
    assert line.text.replace("\u00a0", " ") == 'See “this”: x = "a" -- b so.'


def test_small_letters_of_code_are_as_high_as_the_text(tmp_path: Path) -> None:
    done = made(tmp_path, "'See `code` here.'")

    heights = {run.face: run.size * done.typesetter.faces[run.face].x_height for run in runs(done)}
    assert abs(heights["mono"] - heights["serif"]) < 0.01 * heights["serif"]


def test_scripts_stand_off_the_line_and_stick_to_their_words(tmp_path: Path) -> None:
    done = made(tmp_path, "'" + "so H~2~O and x^n+1^ or v~max~ is " * 30 + "'")

    [size] = {run.size for run in runs(done) if run.text.startswith("so") and run.face == "serif"}
    raised = [run for run in runs(done) if run.text.strip() == "n+1"]
    lowered = [run for run in runs(done) if run.text.strip() == "max"]
    assert len(raised) == len(lowered) == 30
    assert {run.size < 0.7 * size for run in (*raised, *lowered)} == {True}
    lines = [line for line in lines_of(done) if line.page == lines_of(done)[-1].page or "H2O" in line.text]
    assert not any(line.text.startswith(("2", "n+1", "max")) for line in lines)


def test_scripts_use_the_forms_of_the_face(tmp_path: Path) -> None:
    done = made(tmp_path, "'m^2^ and Ca^2+^.'")

    sizes = {run.text.strip(): (run.size, run.y) for run in runs(done) if run.text.strip() in {"m", "2", "2+"}}
    assert sizes["2"] == sizes["m"]
    assert sizes["2+"][0] < sizes["m"][0]
    assert sizes["2+"][1] < sizes["m"][1]


def test_scripts_and_code_of_headings_keep_their_looks(tmp_path: Path) -> None:
    done = made(tmp_path, '"## On x^n+1^ and `code`"')

    looks = {run.text.strip(): run for run in runs(done) if run.text.strip() in {"On x", "n+1", "code"}}
    assert {text: run.face for text, run in looks.items()} == {"On x": "sans-bold", "n+1": "sans-bold", "code": "mono"}
    assert looks["n+1"].size < 0.7 * looks["On x"].size


def test_blocks_of_code_keep_their_lines(tmp_path: Path) -> None:
    done = made(tmp_path, r'"Try:\n```\nif x:\n    y  (\"--\")\n\nend\n```\nSo it is."')

    lines = [line for line in lines_of(done) if line.runs[0].face == "mono"]
    assert [line.text.replace("\u00a0", " ").rstrip() for line in lines] == ["if x:", '    y  ("--")', "end"]
    grid = house_of(done).grid
    assert [round((line.base - lines[0].base) / grid, 2) for line in lines] == [0.0, 1.0, 3.0]
    so = next(line for line in lines_of(done) if line.text.startswith("So it is"))
    assert round((so.base - lines[-1].base) / grid, 2) == 2.0
    assert outline(entry(done)) == "Sect(P(Link) H3 P P P(Code) P)"


def test_long_lines_of_code_are_broken_and_not_cut(tmp_path: Path) -> None:
    code = "x = " + "a" * 300 + " + " + "word " * 60
    done = made(tmp_path, f'"```\\n{code}\\n```"')

    lines = [line for line in lines_of(done) if line.runs[0].face == "mono"]
    house = house_of(done)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(code.split())
    assert all(line.right <= house.frame(line.page + 1).right + 0.01 for line in lines)
    assert done.faults == ()


def test_long_code_in_a_line_is_broken_and_not_cut(tmp_path: Path) -> None:
    done = made(tmp_path, "'Use `" + "a" * 200 + "` or `" + "one_two." * 20 + "x`.'")

    assert done.faults == ()


def test_a_text_in_another_language_is_set_by_its_rules(tmp_path: Path) -> None:
    program = PROGRAM.replace("talk: Title", 'talk: "Titel \\"a\\"", language: de, keywords: [\'"b"\']')
    (tmp_path / "program.yaml").write_text(
        program.format(
            abstract='\'Ein "Wort" und Donaudampfschifffahrtsgesellschaftskapitänsmützen' + " sagt er" * 9 + "'"
        ),
        encoding="utf-8",
    )
    done = set_book(tmp_path / "program.yaml")

    text = " ".join(run.text for run in runs(done))
    assert [said in text for said in ("Titel „a“", "„b“", "„Wort“")] == [True] * 3
    assert "Titel “a”" not in text, "in the timetable, too"


def test_what_looks_like_html_is_printed_as_it_stands(tmp_path: Path) -> None:
    done = made(tmp_path, "'A <dev> and <script>x</script> &amp; &lt; stay.'")

    assert "A <dev> and <script>x</script> &amp; &lt; stay." in [line.text for line in lines_of(done)]


def test_items_hang_beside_a_dash(tmp_path: Path) -> None:
    done = made(tmp_path, '"We ask:\\n- why, ' + "which takes more than a line to say, " * 4 + '\\n- how.\\n\\nSo."')

    house = house_of(done)
    lines = [line for line in lines_of(done) if line.size == house.scale.text]
    texts = [line.text for line in lines]
    asked, dash, why, which, *_, second, how, so = lines[texts.index("We ask:") : texts.index("So.") + 1]
    frame = house.frame(asked.page + 1)
    lefts = [round(line.left - frame.x, 2) for line in (asked, why, which, how, so)]
    assert lefts == [0.0, house.grid, house.grid, house.grid, 0.0]
    assert (dash.text, second.text) == ("–", "–")
    assert (dash.base, second.base) == (why.base, how.base)
    assert dash.left < frame.x
    assert round(how.base - why.base, 2) % house.grid == 0


def test_items_are_tagged_as_one_list(tmp_path: Path) -> None:
    done = made(tmp_path, '"We ask:\\n- why,\\n- how.\\n\\n- who?\\n\\nSo."')

    item = "LI(Lbl LBody)"
    assert outline(entry(done)) == f"Sect(P(Link) H3 P P L({item} {item} {item}) P)"


def test_numbered_items_keep_their_numbers_which_end_on_one_line(tmp_path: Path) -> None:
    items = "\\n".join(f"{number}. item {number}" for number in range(1, 12))
    done = made(tmp_path, f'"We ask:\\n{items}\\n\\nSo."')

    lines = lines_of(done)
    labels = {label for label in walked(done.book.root) if label.role == "Lbl"}
    numbers = [line for line in lines if line.element in labels and line.text.endswith(".")]
    texts = [line for line in lines if line.text.startswith("item ")]
    assert [line.text for line in numbers] == [f"{number}." for number in range(1, 12)]
    assert [line.base for line in numbers] == [line.base for line in texts]
    assert len({round(line.left, 2) for line in texts}) == 1
    assert len({round(line.right, 1) for line in numbers}) == 1
    assert numbers[-1].right < texts[0].left
    frame = house_of(done).frame(numbers[-1].page + 1)
    assert numbers[-1].left >= frame.x - 0.01


def test_a_dash_begins_another_list_than_a_number(tmp_path: Path) -> None:
    done = made(tmp_path, '"1. one\\n- dash\\n- dash\\n\\nEnd."')

    item = "LI(Lbl LBody)"
    assert outline(entry(done)) == f"Sect(P(Link) H3 P L({item}) L({item} {item}) P)"


def test_headings_in_an_abstract_are_strong_words(tmp_path: Path) -> None:
    done = made(tmp_path, '"Before.\\n## What *we* did\\nAfter."')

    assert outline(entry(done)) == "Sect(P(Link) H3 P P P P)"
    assert faces(done, "What", "we", "did", "What we did", "After.") == {
        "What": "sans-bold", "we": "sans-bold", "did": "sans-bold", "After.": "serif",
    }  # fmt: skip


def test_a_list_is_not_parted_from_what_leads_to_it(tmp_path: Path) -> None:
    for above in range(24, 34):
        filling = ("Filling.\\n\\n" * above, "\\n\\nFilling." * 20)
        done = made(tmp_path, f'"{filling[0]}We ask:\\n- why,\\n- how.{filling[1]}"')
        pages = {line.text: line.page for line in lines_of(done)}

        assert pages["We ask:"] == pages["why,"]


def test_prose_is_marked_wherever_it_stands(library: Library) -> None:
    done = library.book("marks")

    assert faces(done, "small", "kind", "tram 7", "left", "your", "the", "saw", "Mathematician") == {
        "small": "serif-italic", "kind": "serif-bold", "tram 7": "serif-bold", "left": "serif-italic",
        "your": "sans-italic", "the": "sans-italic", "saw": "sans-italic", "Mathematician": "sans-italic",
    }  # fmt: skip


def test_passwords_and_titles_are_printed_as_they_are(library: Library) -> None:
    texts = [line.text for line in lines_of(library.book("marks"))]

    assert "Password: *a* *b*" in texts
    assert "C*-algebras and *-homomorphisms" in texts


def test_displayed_formulas_are_centred_and_their_paragraph_goes_on(tmp_path: Path) -> None:
    done = made(tmp_path, r"'First: \[ x=y, \] and $z$ so.'")

    house = house_of(done)
    runs_of = {run.text.strip(): run for run in runs(done)}
    first, shown, after = runs_of["First:"], runs_of["x=y,"], runs_of["and"]
    frame = house.frame(next(line.page for line in lines_of(done) if line.text.startswith("First:")) + 1)
    assert abs((shown.x + shown.x + shown.width) / 2 - (frame.x + frame.width / 2)) < 1.0
    assert after.x == first.x
    lower = (after.y - first.y) / house.grid
    assert round(lower, 6) == round(lower)
    assert outline(entry(done)).endswith("P P(Formula) P(Span Formula Span))")


def test_a_new_paragraph_after_a_formula_is_indented(tmp_path: Path) -> None:
    done = made(tmp_path, r'"One $$x$$ two.\n\nThree."')

    starts = {run.text.strip(): run.x for run in runs(done) if run.text.strip() in {"One", "two.", "Three."}}
    assert starts["two."] == starts["One"]
    assert starts["Three."] == starts["One"] + house_of(done).grid


def test_formulas_in_items_and_emphasis_stay_in_their_line(tmp_path: Path) -> None:
    done = made(tmp_path, r'"We ask:\n- why $x_i$,\n- *how $y*z*w$ is*."')

    assert outline(entry(done)).endswith("L(LI(Lbl LBody(Span Formula Span)) LI(Lbl LBody(Span Formula Span Span))))")
    assert faces(done, "how", "is") == {"how": "serif-italic", "is": "serif-italic"}


def test_list_of_a_text_in_the_other_direction_has_its_labels_at_its_own_side(tmp_path: Path) -> None:
    done = made(tmp_path, '"## خاتمة\\n\\n- أول الكلام\\n- آخر الكلام"')
    house = house_of(done)
    labels = [run for run in runs(done) if run.text == "–" and run.size == house.scale.text]
    bodies = [run for run in runs(done) if "الكلام" in run.text]

    assert len(labels) == 2
    assert min(run.x for run in labels) > max(run.x + run.width for run in bodies)
