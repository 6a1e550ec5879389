"""More strict tools than the API compiles.

## What happens
More than 20 entries of `tools` set `strict: true`.

## Why the API refuses it
All strict schemas are compiled into one grammar. Usual way there: `strict` as a default for every tool of a large set.

## Example
```json
{"tools": [
  {"name": "t0", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t1", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t2", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t3", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t4", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t5", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t6", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t7", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t8", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t9", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t10", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t11", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t12", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t13", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t14", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t15", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t16", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t17", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t18", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t19", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t20", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}}]}
```

## Use instead
```json
{"tools": [
  {"name": "t0", "strict": true, "input_schema": {"type": "object", "additionalProperties": false}},
  {"name": "t1", "input_schema": {"type": "object", "additionalProperties": false}}]}
```

## Fix
None: which tools need it is yours to say.
"""

from why400.contract.limits import find
from why400.rules import Conversation, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "Too many strict tools ({count:n}). The maximum number of strict tools supported is {limit:n}.",
            since="2026-08",
            source="corpus dev-647 dev-648 dev-649 rules-messages schema-limit-strict-tools",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=59,
    needs="tools.strict",
    cause="{count} tools are strict, {limit} are allowed",
    mend="set strict on the tools that need it",
)
def strict_tools_too_many(talk: Conversation) -> Hits:
    limit = find("strict_tools")
    strict = [tool for tool in talk.tools if getattr(tool, "strict", None) is True]
    if limit is not None and limit.broken_by(len(strict)):
        yield Hit((strict[limit.value], "strict"), path="tools", count=len(strict), limit=limit.value, label="the first that is too many")
