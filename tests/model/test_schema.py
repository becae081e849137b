from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from booklet.model.agenda import KINDS
from booklet.model.program import PARTS, Kind
from booklet.model.schema import json_schema

SCHEMA = json_schema()


def records() -> Iterator[dict[str, Any]]:
    yield SCHEMA
    yield from SCHEMA["$defs"].values()


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def test_every_record_is_closed_and_named() -> None:
    for record in records():
        assert record["additionalProperties"] is False
        assert record["title"]
        assert record["description"]


def test_every_key_is_described() -> None:
    bare = [name for record in records() for name, key in record["properties"].items() if not key.get("description")]
    assert bare == []


def test_every_reference_leads_somewhere() -> None:
    references = {node["$ref"] for node in nodes(SCHEMA) if isinstance(node.get("$ref"), str)}
    assert references == {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


def test_kinds_are_the_program_s() -> None:
    assert get_args(Kind) == KINDS
    assert SCHEMA["$defs"]["Entry"]["oneOf"] == [{"required": [kind]} for kind in KINDS]


def test_keys_with_hyphens_are_allowed() -> None:
    profile = SCHEMA["$defs"]["Profile"]
    assert profile["patternProperties"] == {"^sort-as$": profile["properties"]["sort_as"]}


def test_editors_may_take_texts_for_numbers() -> None:
    entry, event = SCHEMA["$defs"]["Entry"]["properties"], SCHEMA["$defs"]["Signup"]["properties"]
    assert entry["time"]["type"] == entry["room"]["type"] == ["string", "number"]
    assert event["capacity"]["anyOf"][0]["type"] == ["integer", "string"]


def test_parts_are_listed() -> None:
    assert SCHEMA["$defs"]["Booklet"]["properties"]["parts"]["anyOf"][0]["items"]["enum"] == list(PARTS)
