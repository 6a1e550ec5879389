"""What the API asks of the top level of a tool's `input_schema`, beyond its being a JSON Schema.

Only the top level is looked at: nested combinators and nested property names are accepted.
"""

import re
from collections.abc import Iterator

from why400.json_schema.fault import SchemaFault

PROPERTY_KEY = "^[a-zA-Z0-9_.-]{1,64}$"
_ALL_KEYS = re.compile(r"(?:[a-zA-Z0-9_.-]{1,64}\n)*")
_KEY = re.compile(r"[a-zA-Z0-9_.-]{1,64}")
_COMBINATORS = ("oneOf", "allOf", "anyOf")

# Sentences behind the path that the API puts in front (`tools.N.custom.input_schema`, for the keys with
# `.properties`, for the type with `.type`); evidence in the comment.
SENTENCE = {
    "top-level-combinator": "input_schema does not support oneOf, allOf, or anyOf at the top level",  # dev-324 dev-665
    "property-key": "Property keys should match pattern '" + PROPERTY_KEY + "'",  # dev-329 dev-330 dev-331 dev-666
    "type-missing": "Field required",  # dev-332
}


def top_level_faults(schema: object) -> Iterator[SchemaFault]:
    """Faults of the kinds `type-missing`, `type-not-object`, `top-level-combinator` and `property-key`.

    `property-key` is reported once, at the first bad key; `detail["keys"]` names all. Anything but an object yields
    nothing: that it is no schema at all is for the request's own schema to say.
    """
    if not isinstance(schema, dict):
        return
    if "type" not in schema:
        yield SchemaFault("type-missing", ("type",))
    elif schema["type"] != "object":
        yield SchemaFault("type-not-object", ("type",), {"got": schema["type"]})
    found = [name for name in _COMBINATORS if name in schema]
    if found:
        yield SchemaFault("top-level-combinator", (found[0],), {"keywords": found})
    properties = schema.get("properties")
    if isinstance(properties, dict) and not _keys_are_fine(properties):
        bad = [key for key in properties if not (isinstance(key, str) and _KEY.fullmatch(key))]
        if bad:
            yield SchemaFault("property-key", ("properties", bad[0]), {"keys": bad})


def _keys_are_fine(properties: dict[str, object]) -> bool:
    """One match for all the keys of a sound schema. A key with a line break in it fails or is looked at one by one."""
    joined = "".join([f"{key}\n" for key in properties])
    return "\n\n" not in joined and joined.count("\n") == len(properties) and _ALL_KEYS.fullmatch(joined) is not None
