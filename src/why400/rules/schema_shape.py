"""The quick yes for tools' input schemas: what fits this plain shape is sound under every rule on schemas of tools.

One typed conversion in C for all tools; whatever does not fit is looked at in full by the rules.
"""

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from why400.contract.views.blocks import CustomTool

_Named = Literal["string", "number", "integer", "boolean", "object", "array"]
_TypeName = Literal["string", "number", "integer", "boolean", "object", "array", "null"]
_Count = Annotated[int, Meta(ge=0)] | UnsetType
_Number = float | UnsetType
_Text = str | UnsetType
_KEYS = re.compile(r"(?:[a-zA-Z0-9_.-]{1,64}\n)*").fullmatch


class _Names:
    """Names without repetition, as `required` wants them."""


def _names(kind: type, value: object) -> object:
    """Raises ValueError, which the conversion reports, for anything else than a list of different names."""
    del kind
    if type(value) is not list or not set(map(type, value)) <= _STRINGS or len(set(value)) != len(value):
        raise ValueError("required")
    return _NAMES


_STRINGS = {str}
_NAMES = _Names()


class _Plain(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
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


class _PlainInput(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    """The schema of a tool's input: an object's, without alternatives on top."""

    type: Literal["object"]
    properties: dict[str, _Plain] | UnsetType = UNSET
    required: _Names | UnsetType = UNSET
    description: _Text = UNSET
    title: _Text = UNSET
    additional_properties: bool | UnsetType = UNSET


class _Schemas(msgspec.Struct):
    schemas: list[_PlainInput]


def surely_sound(tools: Sequence[CustomTool]) -> bool:
    """Whether no rule on schemas of tools can find anything in these; False: don't know."""
    try:
        found = msgspec.convert({"schemas": [tool.input_schema for tool in tools]}, _Schemas, dec_hook=_names).schemas
    except (msgspec.ValidationError, RecursionError):
        return False
    keys = [key for one in found if one.properties for key in one.properties]
    joined = "\n".join(keys)
    return not keys or (joined.count("\n") == len(keys) - 1 and _KEYS(joined + "\n") is not None)
