"""The plain shape of tools' input schemas: what fits it is a valid JSON Schema of which the API refuses nothing but names of properties.

The decoder of requests reads tools into it; a request with any other tool is decoded again, its schemas as dicts, and the rules look at them.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

_Named = Literal["string", "number", "integer", "boolean", "object", "array"]
_TypeName = Literal["string", "number", "integer", "boolean", "object", "array", "null"]
_Count = Annotated[int, Meta(ge=0)] | UnsetType
_Number = float | UnsetType
_Text = str | UnsetType


class _Names:
    """Names without repetition, as `required` wants them."""

    __slots__ = ("names",)

    def __init__(self, names: list[str]) -> None:
        self.names = names


def different_names(kind: type, value: object) -> object:
    """Decodes `required`. Raises ValueError, which the decoder reports, for anything else than a list of different names."""
    del kind
    if type(value) is not list or not set(map(type, value)) <= _STRINGS or len(set(value)) != len(value):
        raise ValueError("required")
    return _Names(value)


_STRINGS = {str}


class _Plain(msgspec.Struct, forbid_unknown_fields=True, rename="camel", gc=False):
    """A schema of common keywords with values of the right types."""

    type: _TypeName | tuple[_Named, Literal["null"]] | UnsetType = UNSET
    description: _Text = UNSET
    title: _Text = UNSET
    format: _Text = UNSET
    pattern: _Text = UNSET
    default: Any = UNSET
    const: Any = UNSET
    examples: list[Any] | UnsetType = UNSET
    enum: list[Any] | UnsetType = UNSET
    minimum: _Number = UNSET
    maximum: _Number = UNSET
    min_length: _Count = UNSET
    max_length: _Count = UNSET
    min_items: _Count = UNSET
    max_items: _Count = UNSET
    required: _Names | UnsetType = UNSET
    additional_properties: "bool | _Plain | UnsetType" = UNSET
    properties: "dict[str, _Plain] | UnsetType" = UNSET
    items: "_Plain | UnsetType" = UNSET
    any_of: "Annotated[list[_Plain], Meta(min_length=1)] | UnsetType" = UNSET


class PlainInput(msgspec.Struct, forbid_unknown_fields=True, rename="camel", gc=False):
    """The schema of a tool's input: an object's, without alternatives on top."""

    type: Literal["object"]
    properties: dict[str, _Plain] | UnsetType = UNSET
    required: list[str] | UnsetType = UNSET
    description: _Text = UNSET
    title: _Text = UNSET
    additional_properties: bool | UnsetType = UNSET


def plain_dict(schema: PlainInput) -> dict[str, object]:
    """The schema as the JSON object that it was."""
    text = msgspec.json.encode(schema, enc_hook=lambda names: names.names)
    return msgspec.json.decode(text, type=dict[str, object])


def plain_shape(schema: dict[str, object]) -> PlainInput | None:
    """The schema in the plain shape; None where it has another."""
    try:
        return msgspec.convert(schema, PlainInput, dec_hook=different_names)
    except (msgspec.ValidationError, RecursionError):
        return None
