"""JSON Schemas, most of them broken in some place."""

from hypothesis import strategies as st

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.sampled_from([0.0, 1.5, -0.5, 2.0])
    | st.sampled_from(["", "string", "object", "any", "a b", "#x", "x#", "integer"]),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["a", "type", "items"]), below, max_size=3),
    max_leaves=5,
)
KEYWORDS = """
    $anchor $comment $defs $dynamicAnchor $dynamicRef $id $recursiveAnchor $recursiveRef $ref $vocabulary
    additionalProperties additionalItems allOf anyOf const contains contentEncoding contentMediaType contentSchema
    default definitions dependencies dependentRequired dependentSchemas deprecated description else enum examples
    exclusiveMaximum exclusiveMinimum format if items maxContains maxItems maxLength maxProperties maximum minContains
    minItems minLength minProperties minimum multipleOf not nullable oneOf pattern patternProperties prefixItems
    properties propertyNames readOnly required then title type unevaluatedItems unevaluatedProperties uniqueItems
    writeOnly x-own
""".split()  # noqa: SIM905
plausible = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", "object", ["string", "null"], "Object", [], ["string", "string"]]),
        "required": st.lists(st.sampled_from(["a", "b", 3]), max_size=3),
        "minItems": st.sampled_from([0, 1, 1.0, -1, 0.5, True]),
        "exclusiveMinimum": st.sampled_from([0, 1.5, True]),
    },
)


def node(below: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    anything = values | below
    return st.builds(
        lambda *parts: {key: value for part in parts for key, value in part.items()},
        plausible,
        st.dictionaries(st.sampled_from(KEYWORDS), anything, max_size=3),
        st.fixed_dictionaries(
            {},
            optional={
                "properties": st.dictionaries(st.sampled_from(["a", "b"]), below, max_size=2),
                "items": below,
                "anyOf": st.lists(below, max_size=2),
                "$defs": st.dictionaries(st.sampled_from(["d"]), below, max_size=1),
            },
        ),
    )


schemas = st.recursive(plausible | st.booleans(), node, max_leaves=6)
