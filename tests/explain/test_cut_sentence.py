"""Messages of which a paste has only the beginning."""

import pytest

import why400

_MODIFIED = "messages.7.content.12: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be"


@pytest.mark.parametrize(
    ("cut", "rule"),
    [
        (_MODIFIED, "thinking-block-modified"),
        (_MODIFIED + " mod...", "thinking-block-modified"),
        (_MODIFIED + "…", "thinking-block-modified"),
        (
            "tools.17.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-sch",
            "tool-schema-invalid",
        ),
        ("Your credit balance is too low to access the Anthropic", "credit-balance-too-low"),
    ],
)
def test_the_beginning_of_one_rules_sentence_is_that_rule(cut: str, rule: str) -> None:
    body = f'API Error: 400 {{"type":"error","error":{{"type":"invalid_request_error","message":"{cut}'
    (one,) = why400.explain(body)
    assert (one.rule, one.match, one.origin) == (rule, "exact", "api")


@pytest.mark.parametrize(
    "text", ["messages.7.content.12: `thinking` or", "Your credit", "tools.0: JSON schema is odd. It must match nothing"]
)
def test_too_little_or_another_continuation_is_no_rule(text: str) -> None:
    body = f'API Error: 400 {{"type":"error","error":{{"type":"invalid_request_error","message":"{text}"}}}}'
    (one,) = why400.explain(body)
    assert one.rule is None
