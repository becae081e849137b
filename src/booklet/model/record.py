"""What all records of program.yaml share, and the record of a person."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from booklet.model.fields import Line, Title, listed
from booklet.model.people import read_person
from booklet.model.texts import line


def nothing() -> list[Any]:
    """An empty list; pydantic looks at the signature of what makes it, which takes long for `list` itself."""
    return []


class Record(BaseModel):
    """What all entries share: hyphens in keys are as good as underscores, and an empty value says nothing."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    speaks: ClassVar[frozenset[str]] = frozenset()
    """Keys that say something even when nothing follows them."""

    @classmethod
    @cache
    def allowed(cls) -> dict[str, bool]:
        """The keys that may be given, and whether one must be."""
        return {field.alias or name: field.is_required() for name, field in cls.model_fields.items()}

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        keys, speaks = cls.allowed(), cls.speaks
        tidy = {}
        for written, value in raw.items():
            plain = written.replace("-", "_")
            key = plain if plain in keys and plain not in tidy else written
            if value != "" or key in speaks or keys.get(key, True):
                tidy[key] = value
        return tidy


class Person(Record):
    """Somebody who is named at a session."""

    model_config = ConfigDict(title="Person")

    name: Title = Field(description="The name, as it is printed.")
    position: Line = Field("", description="What they are, such as Professor of Mathematics.")
    affiliation: Line = Field("", description="Where they are from, such as Boston College.")


def _person(value: object) -> object:
    return _somebody(value) if isinstance(value, str) else value


@lru_cache(maxsize=2**16)
def _somebody(text: str) -> object:
    """A person as the schema would make one of the text's parts, or those parts for it to find fault with.

    Nobody changes a record, so that all places that write somebody in the same way can share one.
    """
    speaker = read_person(text)
    name, position, affiliation = line(speaker.name), line(speaker.position), line(speaker.affiliation)
    if not name:
        return {"name": speaker.name, "position": speaker.position, "affiliation": speaker.affiliation}
    return Person.model_construct(name=name, position=position, affiliation=affiliation)


Somebody: TypeAlias = Annotated[Person, BeforeValidator(_person, json_schema_input_type=str | Person)]
"""A person, written as "Name, Position, Affiliation", as "Name (Affiliation)", or key by key."""

People: TypeAlias = Annotated[
    list[Somebody], BeforeValidator(listed, json_schema_input_type=str | Person | list[str | Person])
]
