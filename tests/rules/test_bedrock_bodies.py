"""Bedrock's own bodies: Converse, and CountTokens with a Messages body inside."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import why400
from why400 import Finding, Request

HOST = "https://bedrock-runtime.us-east-1.amazonaws.com/model/"
SONNET = "us.anthropic.claude-sonnet-4-5-20250929-v1%3A0"
S3 = {"s3Location": {"uri": "s3://bucket/key"}}


def converse(body: object, model: str = SONNET, operation: str = "converse") -> list[Finding]:
    """The findings in that body, sent to Bedrock."""
    request = Request("POST", f"{HOST}{model}/{operation}", {"content-type": "application/json"}, json.dumps(body).encode())
    return why400.check(request, as_of="2026-11")


def blocks(*content: object) -> dict[str, object]:
    return {"messages": [{"role": "user", "content": [{"text": "Hello"}, *content]}]}


def result(*content: object) -> dict[str, object]:
    return {"toolResult": {"toolUseId": "t1", "content": list(content)}}


def counted(inner: object, model: str = "anthropic.claude-sonnet-4-20250514-v1%3A0") -> list[Finding]:
    """The findings in a request to count the tokens of that Messages body."""
    body = base64.b64encode(json.dumps(inner).encode()).decode()
    return converse({"input": {"invokeModel": {"body": body}}}, model, "count-tokens")


@pytest.mark.parametrize(
    ("body", "pointer", "rule"),
    [
        (blocks({"video": {"format": "mp4", "source": S3}}), "/messages/0/content/1/video", "bedrock-converse-block-unsupported"),
        (
            blocks(result({"text": "a"}, {"image": {"format": "png", "source": S3}})),
            "/messages/0/content/1/toolResult/content/1/image/source/s3Location",
            "bedrock-converse-block-unsupported",
        ),
        (
            blocks({"document": {"name": "a", "format": "pdf", "source": S3}}),
            "/messages/0/content/1/document/source/s3Location",
            "bedrock-converse-document-location",
        ),
        (
            blocks(result({"document": {"name": "a", "format": "txt", "source": {"bytes": "YQ=="}, "citations": {"enabled": True}}})),
            "/messages/0/content/1/toolResult/content/0/document/citations",
            "bedrock-converse-citations-in-result",
        ),
    ],
)
def test_faults_are_found_where_they_are(body: object, pointer: str, rule: str) -> None:
    assert [(one.rule, one.pointer, one.severity, one.first) for one in converse(body)] == [(rule, pointer, "error", True)]


def test_bedrock_checks_before_the_model_does() -> None:
    found = converse(blocks({"document": {"name": "a", "format": "pdf", "source": S3}}, {"video": {"format": "mp4", "source": S3}}))
    assert [one.rule for one in found] == ["bedrock-converse-block-unsupported", "bedrock-converse-document-location"]


@pytest.mark.parametrize(
    "body",
    [
        blocks(result({"document": {"name": "a", "format": "pdf", "source": S3}})),  # recorded with a 200
        blocks({"image": {"format": "png", "source": {"bytes": "YQ=="}}}, {"cachePoint": {"type": "default"}}),
        blocks({"document": {"name": "a", "format": "txt", "source": {"bytes": "YQ=="}, "citations": {"enabled": True}}}),
    ],
)
def test_taken(body: object) -> None:
    assert converse(body) == []


def test_a_profile_whose_model_is_not_told_warns() -> None:
    name = "arn%3Aaws%3Abedrock%3Aus-east-1%3A012345678901%3Aapplication-inference-profile%2Fabc123"
    assert [one.severity for one in converse(blocks({"video": {"format": "mp4", "source": S3}}), name)] == ["warning"]


@pytest.mark.parametrize(
    ("model", "severities"),
    [
        ("global.anthropic.claude-sonnet-4-6", ["error"]),
        ("us-gov.anthropic.claude-sonnet-4-5-20250929-v1%3A0", ["error"]),
        ("arn%3Aaws%3Abedrock%3Aus-east-1%3A012345678901%3Ainference-profile%2Fus.anthropic.claude-sonnet-4-6", ["error"]),
        ("arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Fanthropic.claude-sonnet-4-6", []),
        ("anthropic.claude-opus-4-8", ["warning"]),
        ("anthropic.claude-haiku-4-5-20251001-v1%3A0", []),
    ],
)
def test_profiles_do_not_count(model: str, severities: list[str]) -> None:
    assert [one.severity for one in counted({"messages": []}, model)] == severities


@given(st.text(alphabet="abcdefghij_0123456789", min_size=1))
def test_server_tools_are_refused_and_others_only_warned_of(tail: str) -> None:
    tools = [
        {"type": "custom", "name": "f"},
        {"name": "g"},
        {"type": "bash_20250124"},
        {"type": f"web_search_{tail}"},
        {"type": f"x{tail}"},
    ]
    found = counted({"tools": tools})
    assert [(one.severity, one.path, one.pointer) for one in found] == [
        ("error", "tools.3", "/input/invokeModel/body"),
        ("warning", "tools.4", "/input/invokeModel/body"),
    ]
    assert [one.severity for one in counted({"tools": tools, "anthropic_beta": ["any"]})] == ["warning", "warning"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(
            st.sampled_from(["messages", "content", "video", "image", "source", "toolResult", "toolConfig", "tools", "input"]), below
        )
    ),
    max_leaves=20,
)


@given(JSON, st.sampled_from(["converse", "converse-stream", "count-tokens"]))
def test_any_body_ends_in_findings(body: object, operation: str) -> None:
    converse(body, operation=operation)


@pytest.mark.parametrize("body", ["", "%%%", "bm90IGpzb24=", None, 7, "W10="])
def test_what_is_no_messages_body_inside_is_left_alone(body: object) -> None:
    assert converse({"input": {"invokeModel": {"body": body}}}, "anthropic.claude-sonnet-4-20250514-v1%3A0", "count-tokens") == []
