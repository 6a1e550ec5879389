"""What the API counts over all strict tools and the output format of a request together."""

from dataclasses import dataclass

from why400.json_schema.walk import subschemas

# "Schemas contains too many optional parameters (25), …(limit: 24)": dev-245 dev-590 schema-limit-optional
MAX_OPTIONAL = 24
# "Schemas contains too many parameters with union types (17 …)": schema-limit-unions
MAX_UNIONS = 16
# "Too many strict tools (21). …": dev-647 dev-648 dev-649 schema-limit-strict-tools
MAX_STRICT_TOOLS = 20


@dataclass(frozen=True, slots=True)
class SchemaCounts:
    """Counts over one schema; definitions count once, however often they are referred to."""

    optional: int
    """Properties that their object does not list in `required`."""
    unions: int
    """Properties with `anyOf` or a list of types."""

    def __add__(self, other: "SchemaCounts") -> "SchemaCounts":
        return SchemaCounts(self.optional + other.optional, self.unions + other.unions)


def count_schema(schema: object) -> SchemaCounts:
    """Count what the limits on strict schemas are about. Linear, without recursion."""
    optional = unions = 0
    stack = [schema]
    while stack:
        node = stack.pop()
        if not isinstance(node, dict):
            continue
        stack.extend(value for _, value in subschemas(node))
        properties = node.get("properties")
        if not isinstance(properties, dict):
            continue
        required = node.get("required")
        listed = {name for name in required if isinstance(name, str)} if isinstance(required, list) else set()
        optional += sum(name not in listed for name in properties)
        unions += sum(
            isinstance(value, dict) and ("anyOf" in value or isinstance(value.get("type"), list)) for value in properties.values()
        )
    return SchemaCounts(optional, unions)
