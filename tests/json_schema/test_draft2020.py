"""Schema validity agrees with an independent implementation of the draft's meta-schema."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given

from tests.json_schema.schema_strategies import schemas
from why400.json_schema import draft_faults, is_valid_draft2020

RECORDED = [json.loads(line) for line in (Path(__file__).parent / "recorded_schemas.jsonl").read_text().splitlines()]


@given(schemas)
def test_agrees_with_the_meta_schema(schema: object) -> None:
    """A fault is reported exactly where the meta-schema refuses."""
    assert is_valid_draft2020(schema) == jsonschema_rs.meta.is_valid(schema), list(draft_faults(schema))


@given(schemas)
def test_every_fault_is_at_its_path(schema: object) -> None:
    """The path leads to the value that the fault names."""
    for fault in draft_faults(schema):
        found = schema
        for step in fault.path:
            found = found[step]  # type: ignore[index]  # the walk is over JSON values
        assert found is fault.detail["got"] or found == fault.detail["got"]


@pytest.mark.parametrize("record", RECORDED, ids=str)
def test_recorded_schemas_are_clean(record: dict[str, object]) -> None:
    """What the API accepted has no fault."""
    assert list(draft_faults(record["schema"])) == []


@pytest.mark.parametrize(
    ("bad", "path"),
    [
        ({"items": [{"type": "string"}]}, ("items",)),
        ({"properties": {"a": {"type": "string", "required": True}}}, ("properties", "a", "required")),
        ({"required": ["a", "b", "a"]}, ("required",)),
        ({"properties": {"n": {"type": "INTEGER"}}}, ("properties", "n", "type")),
        ({"anyOf": [{"exclusiveMinimum": True, "minimum": 0}]}, ("anyOf", 0, "exclusiveMinimum")),
        ({"properties": {"description": "a text"}}, ("properties", "description")),
    ],
)
def test_measured_refusals(bad: dict[str, object], path: tuple[object, ...]) -> None:
    """What the API was seen to refuse is found at its place."""
    faults = list(draft_faults({"type": "object", **bad}))
    assert [(fault.path, fault.sure) for fault in faults] == [(path, True)]


def test_a_declared_older_draft_decides() -> None:
    """rx-draft04-tool-schema-haiku: boolean bounds under draft-04 are accepted; nonsense only warns."""
    old = {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object"}
    bounds = {"properties": {"n": {"type": "number", "minimum": 0, "exclusiveMinimum": True}}}
    assert list(draft_faults(old | bounds)) == []
    assert [fault.sure for fault in draft_faults(old | {"properties": {"n": {"type": "any"}}})] == [False]
    assert list(draft_faults({"$schema": "http://json-schema.org/draft-03/schema#", "required": True})) == []


def test_depth_is_no_limit() -> None:
    """A schema 200,000 levels deep is walked without recursion, and a fault at the bottom is found."""
    schema: dict[str, object] = {"type": "any"}
    for _ in range(200_000):
        schema = {"items": schema}
    (fault,) = draft_faults(schema)
    assert len(fault.path) == 200_001
