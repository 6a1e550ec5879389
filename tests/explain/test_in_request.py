"""What an error means for the request that it answers."""

import json

import why400

CALL = {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {}}
RESULT = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "r"}
NO_RESULT = (
    "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1. Each `tool_use` block must have a "
    "corresponding `tool_result` block in the next message."
)


def asked(*turns: tuple[str, object], **members: object) -> str:
    messages = [{"role": role, "content": content} for role, content in turns]
    return json.dumps({"model": "claude-haiku-4-5", "max_tokens": 16, "messages": messages, **members}, indent=1)


def explained(message: str, request: str) -> why400.Diagnosis:
    body = {"type": "error", "error": {"type": "invalid_request_error", "message": message}}
    (found,) = why400.explain(json.dumps(body), request=request)
    return found


def test_the_fault_that_the_request_has_decides_between_two_of_one_sentence() -> None:
    behind = asked(("user", "a"), ("assistant", [CALL, {"type": "text", "text": "x"}]), ("user", [RESULT]))
    found = explained(NO_RESULT, behind)
    assert (found.rule, found.family, found.pointer) == ("text-after-tool-use", "tool-use", "/messages/1/content/1")
    assert behind.splitlines()[(found.line or 0) - 1].strip() == "{"
    assert (found.docs or "").endswith("/text-after-tool-use")


def test_a_member_that_a_beta_would_open() -> None:
    found = explained("context_management: Extra inputs are not permitted", asked(("user", "a"), context_management={"edits": []}))
    assert (found.rule, found.pointer) == ("beta-header-missing", "/context_management")
    found = explained("zzz: Extra inputs are not permitted", asked(("user", "a"), zzz=1))
    assert (found.rule, found.pointer) == ("field-unknown", "/zzz")


def test_where_the_request_has_no_such_fault_the_path_is_followed() -> None:
    found = explained(NO_RESULT, asked(("user", "a"), ("assistant", "b"), ("user", "c")))
    assert (found.rule, found.pointer) == ("tool-result-missing", "/messages/1")
