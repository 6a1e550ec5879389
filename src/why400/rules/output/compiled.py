"""The schemas that the API compiles, of strict tools and of the output format, with what is wrong with each; no rule of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from why400.contract.views.blocks import CustomTool, JsonOutputFormat, OutputConfig
from why400.json_schema import SchemaCounts, SchemaFault, count_schema, structured_faults
from why400.rules import Conversation


@dataclass(frozen=True, slots=True)
class Compiled:
    """One schema: where it stands, and how the API calls the place."""

    place: tuple[object, ...]
    path: str
    in_tool: bool
    schema: dict[str, object]

    def at(self, fault: SchemaFault) -> tuple[object, ...]:
        """The fault's place."""
        return (*self.place, *fault.path)


Found = list[tuple[Compiled, SchemaFault]]


def compiled_schemas(talk: Conversation) -> Iterator[Compiled]:
    """The schemas that are compiled for this request, in the order in which they are read."""
    for index, tool in enumerate(talk.tools):
        if isinstance(tool, CustomTool) and tool.strict and isinstance(tool.input_schema, dict):
            yield Compiled((tool, "input_schema"), f"tools.{index}.custom", True, tool.input_schema)
    config, legacy = talk.request.output_config, talk.request.output_format
    if isinstance(config, OutputConfig) and isinstance(config.format, JsonOutputFormat) and isinstance(config.format.schema, dict):
        yield Compiled((config.format, "schema"), "output_config.format.schema", False, config.format.schema)
    if isinstance(legacy, JsonOutputFormat) and isinstance(legacy.schema, dict):
        yield Compiled((legacy, "schema"), "output_format.schema", False, legacy.schema)


def schema_faults(talk: Conversation, *kinds: str) -> Found:
    """The faults of these kinds; every schema is looked through once, whichever rule asks first."""
    return [(one, fault) for one, fault in talk.once(_all_faults) if fault.kind in kinds]


def _all_faults(talk: Conversation) -> Found:
    return [(one, fault) for one in compiled_schemas(talk) for fault in structured_faults(one.schema)]


def counts(talk: Conversation) -> SchemaCounts:
    """What the API counts over all compiled schemas together."""
    total = SchemaCounts(0, 0)
    for one in compiled_schemas(talk):
        total += count_schema(one.schema)
    return total


def certainty(fault: SchemaFault) -> str | None:
    """The severity of a hit for the fault: a warning where nobody has seen exactly this refused."""
    return None if fault.sure else "warning"
