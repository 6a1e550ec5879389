"""Shapes that the service was seen to accept, or that say nothing of what it was sent, and that once were flagged."""

import base64

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

import why400
from why400 import Request

FORMAT = {
    "type": "json_schema",
    "schema": {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False},
}
STRUCTURED = "structured-outputs-2025-11-13"
DAY = "2026-03-01"


def body(**members: object) -> dict[str, object]:
    return {"model": "claude-sonnet-4-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}], **members}


def found(request: object, **options: object) -> dict[str, str]:
    return {one.rule: one.severity for one in why400.check(request, **{"as_of": DAY, **options})}  # type: ignore[arg-type]  # any options


def test_output_format_warns_where_the_betas_are_not_known() -> None:
    assert found(body(output_format=FORMAT))["output-format-deprecated"] == "warning"
    assert found(body(output_format=FORMAT), betas=())["output-format-deprecated"] == "error"
    assert found(body(output_format=FORMAT), betas=[STRUCTURED]) == {}
    assert found(body(output_format=FORMAT), platform="foundry")["output-format-deprecated"] == "error"


@pytest.mark.parametrize(
    ("prompt", "flagged"),
    [
        ("Human: Say hello.\n\nAssistant:", False),
        ("\nHuman: Say hello.\n\nAssistant:", False),
        ("\n\nHuman: Say hello.\n\nAssistant:", False),
        ("Be brief.\n\nHuman: Say hello.\n\nAssistant:", False),
        ("Say hello to the Human: now", True),
        ("Say hello.", True),
    ],
)
def test_the_human_turn_of_a_prompt(prompt: str, flagged: bool) -> None:
    request = {"model": "claude-2.1", "max_tokens_to_sample": 3, "prompt": prompt}
    assert ("completion-prompt-format" in found(request, endpoint="/v1/complete", as_of="2025-03-07")) is flagged


def replayed(result: dict[str, object]) -> dict[str, object]:
    call = {"type": "server_tool_use", "id": "srvtoolu_1", "name": "code_execution", "input": {"code": "1"}}
    answer = {"type": "code_execution_tool_result", "tool_use_id": "srvtoolu_1", "content": {"type": "code_execution_result", **result}}
    turns = [
        {"role": "user", "content": "Go"},
        {"role": "assistant", "content": [call, answer, {"type": "text", "text": "1"}]},
        {"role": "user", "content": "More"},
    ]
    return body(messages=turns, tools=[{"type": "code_execution_20250522", "name": "code_execution"}])


def test_a_replayed_result_of_code_may_say_why_it_was_aborted() -> None:
    result = {"content": [], "return_code": 0, "stdout": "1", "stderr": ""}
    assert "field-unknown" not in found(replayed({**result, "abort_reason": None}))
    assert found(replayed({**result, "abort_cause": None}))["field-unknown"] == "error"


def with_data(data: str, kind: str) -> dict[str, object]:
    media_type = "application/pdf" if kind == "document" else "image/png"
    block = {"type": kind, "source": {"type": "base64", "media_type": media_type, "data": data}}
    return body(messages=[{"role": "user", "content": [block, {"type": "text", "text": "What is it?"}]}])


@pytest.mark.parametrize("kind", ["image", "document"])
@pytest.mark.parametrize("data", ["REDACTED", "[redacted]", "***", "<base64 data>", "[BASE64]", "$IMAGE", "iVBORw0KGgo...", "JVBERi0xLjQ…"])
def test_media_that_were_left_out_are_not_judged(data: str, kind: str) -> None:
    assert found(with_data(data, kind)) == {}


@given(st.binary(min_size=1, max_size=60).map(lambda raw: base64.b64encode(raw).decode()))
def test_media_that_are_there_are_judged(data: str) -> None:
    assert "error" in found(with_data(data, "image")).values()  # none of these is a whole PNG


def test_a_credential_that_a_recorder_dropped_is_not_missed() -> None:
    sent = {"content-type": "application/json", "anthropic-version": "2023-06-01"}
    url = "https://api.anthropic.com/v1/messages"
    text = b'{"model": "claude-sonnet-4-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}'
    assert found(Request("POST", url, {**sent, "accept": "*/*"}, text)) == {}
    assert found(Request("POST", url, sent, text)) == {"api-key-missing": "error"}


def test_foundry_takes_the_key_in_a_header_of_azure() -> None:
    sent = {"content-type": "application/json", "anthropic-version": "2023-06-01", "api-key": "REDACTED"}
    text = b'{"model": "claude-sonnet-4-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}'
    assert found(Request("POST", "https://example.services.ai.azure.com/anthropic/v1/messages", sent, text)) == {}
    assert found(Request("POST", "https://api.anthropic.com/v1/messages", sent, text)) == {"api-key-missing": "error"}


@pytest.mark.parametrize("variable", ["$IMAGE_MEDIA_TYPE", "${IMAGE_MEDIA_TYPE}"])
def test_what_a_shell_fills_in_is_not_judged(variable: str) -> None:
    picture = with_data("$IMAGE_BASE64", "image")
    text = orjson.dumps(picture)
    assert found(text.replace(b"image/png", variable.encode())) == {}
    assert found(text.replace(b"image/png", b"$5"))["value-not-in-enum"] == "error"


def advised(**members: object) -> dict[str, object]:
    call = {"type": "server_tool_use", "id": "srvtoolu_1", "name": "advisor", "input": {}}
    advice = {"type": "advisor_tool_result", "tool_use_id": "srvtoolu_1", "content": {"type": "advisor_result", "text": "Begin."}}
    turns = [{"role": "user", "content": "Go"}, {"role": "assistant", "content": [call, advice]}, {"role": "user", "content": "More"}]
    return body(messages=turns, tools=[{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-4-8"}], **members)


def test_a_value_that_a_beta_opens_is_said_to_need_it() -> None:
    options = {"as_of": "2026-09-02"}
    assert found(advised(), betas=["advisor-tool-2026-03-01"], **options) == {}
    assert set(found(advised(), **options).items()) == {("beta-header-missing", "warning")}
    unsaid = [one for one in why400.check(advised(), as_of="2026-09-02") if (one.pointer or "").endswith("/name")]
    assert [one.cause for one in unsaid] == ["name advisor exists only with the beta advisor-tool-2026-03-01"]
    assert "Input should be 'web_search'" in (unsaid[0].api_error.message or "")


def cited(first: int, last: int) -> dict[str, object]:
    place = {"type": "search_result_location", "source": "s", "title": "t", "cited_text": "c", "search_result_index": 0}
    citation = {**place, "start_block_index": first, "end_block_index": last}
    result = {
        "type": "search_result",
        "source": "s",
        "title": "t",
        "content": [{"type": "text", "text": "c"}],
        "citations": {"enabled": True},
    }
    turns = [
        {"role": "user", "content": [result, {"type": "text", "text": "Go"}]},
        {"role": "assistant", "content": [{"type": "text", "text": "c", "citations": [citation]}]},
        {"role": "user", "content": "More"},
    ]
    return body(messages=turns)


def test_a_citation_of_a_search_result_as_the_documentation_prints_it() -> None:
    assert found(cited(0, 0)) == {}
    assert found(cited(1, 0)) == {"citation-range-empty": "warning"}


def test_claude_3_5_sonnet_writes_8192_tokens_since_they_left_their_beta() -> None:
    long = body(model="claude-3-5-sonnet-20240620", max_tokens=8192)
    assert found(long, as_of="2024-08-20") == {}
    assert found({**long, "max_tokens": 8193}, as_of="2024-08-20") == {"max-tokens-above-model-limit": "error"}


def test_no_warning_of_an_api_version_before_there_was_one() -> None:
    assert "sampling-depends-on-version" not in found(body(temperature=0.5), as_of="2026-10-20")
    assert found(body(temperature=0.5), as_of="2026-10-21")["sampling-depends-on-version"] == "warning"


SCOPED = {"type": "ephemeral", "ttl": "1h", "scope": "global"}


def test_the_scope_of_a_cache_marker_that_claude_code_sends() -> None:
    request = body(system=[{"type": "text", "text": "Long.", "cache_control": SCOPED}])
    assert "error" not in found(request).values()
    assert found(request, betas=["prompt-caching-scope-2026-01-05"]) == {}
    wrong = {**SCOPED, "scopes": "global"}
    assert found(body(system=[{"type": "text", "text": "Long.", "cache_control": wrong}]))["field-unknown"] == "error"


CLAUDE_CODE = "claude-code-20250219,mid-conversation-system-2026-04-07,afk-mode-2026-01-31,redact-thinking-2026-02-12"


@pytest.mark.parametrize(
    ("betas", "severity"),
    [(CLAUDE_CODE, None), ("some-newer-20270101", "warning"), ("some-newer-2027-01-01", "warning"), ("bogus", "error")],
)
def test_a_beta_may_end_in_a_date_of_either_form(betas: str, severity: str | None) -> None:
    """Claude Code's first one has no hyphens in it (a recording of 2026-04-24 was answered 200); one without a date never was."""
    headers = {"x-api-key": "REDACTED", "anthropic-version": "2023-06-01", "content-type": "application/json", "anthropic-beta": betas}
    request = Request("POST", "https://api.anthropic.com/v1/messages?beta=true", headers, orjson.dumps(body()))
    assert found(request).get("unknown-beta") == severity


def test_a_conversation_that_ends_with_the_assistant_can_be_summarized() -> None:
    """The loop of the documentation asks for the summary after the assistant's turn; nothing is continued there."""
    said = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
    request = body(model="claude-opus-5", messages=said, compaction={"type": "summarize"})
    assert found(request, betas=["compact-2026-09-04"], as_of="2026-10-10") == {}
    assert found(body(model="claude-opus-5", messages=said), betas=(), as_of="2026-10-10") == {"prefill-unsupported": "error"}
