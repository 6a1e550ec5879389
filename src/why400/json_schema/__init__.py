"""Facts about the JSON Schemas in a request: tools' `input_schema` and the output format's `schema`."""

from why400.json_schema.draft2020 import draft_faults, is_valid_draft2020
from why400.json_schema.fault import SchemaFault
from why400.json_schema.limits import SchemaCounts, count_schema
from why400.json_schema.references import circles
from why400.json_schema.structured import structured_faults
from why400.json_schema.top_level import top_level_faults

__all__ = [
    "SchemaCounts",
    "SchemaFault",
    "circles",
    "count_schema",
    "draft_faults",
    "is_valid_draft2020",
    "structured_faults",
    "top_level_faults",
]
