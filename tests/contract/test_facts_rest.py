"""Betas, versions, platforms, limits, order, foreign spellings, and showing them."""

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.contract import betas, limits, models, order, platforms, show, spellings, versions
from why400.errors import UsageError


def test_every_beta_of_the_sdk_is_known() -> None:
    pytest.importorskip("anthropic", reason="the SDK is a development dependency")
    from typing import get_args

    from anthropic.types import AnthropicBetaParam

    listed = {name for part in get_args(AnthropicBetaParam) for name in get_args(part)}
    assert len(listed) > 50
    assert {beta.name for beta in betas.known() if beta.listed} == listed


def test_betas_carry_their_day_and_name_one_another() -> None:
    named = [entry["name"] for entry in tomllib.loads((Path(betas.__file__).parent / "betas.toml").read_text())["beta"]]
    names = {beta.name for beta in betas.known()}
    assert sorted(named) == sorted(names)  # none stands there twice
    for beta in betas.known():
        assert beta.since <= show.contract_date()
        assert {*beta.requires, *beta.conflicts} <= names
        assert set(beta.refused_on) <= set(platforms.names())
        assert beta.status in ("beta", "ga", "obsolete")
    assert betas.find("agent-memory-2026-07-22") is not None
    assert betas.find("no-such-beta-2026-01-01") is None


def test_measured_betas_open_what_they_opened() -> None:
    assert {beta.name for beta in betas.opening("output_config.task_budget")} == {"task-budgets-2026-03-13"}
    assert {beta.name for beta in betas.opening("context_management")} == {"context-management-2025-06-27", "compact-2026-01-12"}
    assert {beta.name for beta in betas.opening("messages.*.output_config")} == {
        "mid-conversation-output-config-2026-07-01",
        "per-turn-control-2026-07-01",
    }
    assert {beta.name for beta in betas.opening("computer_20251124")} == {"computer-use-2025-11-24"}
    assert betas.opening("metadata") == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("prompt-caching", "prompt-caching-2024-07-31"),
        ("pdf-2024-09-25", "pdfs-2024-09-25"),
        ("computer_use-2025-11-24", "computer-use-2025-11-24"),
        ("compact-2026-01-21", "compact-2026-01-12"),
        ("compact", "compact-2026-09-04"),
        ('"context-1m-2025-08-07"', "context-1m-2025-08-07"),
        ("zzz", None),
        ("", None),
    ],
)
def test_names_the_beta_that_was_meant(written: str, meant: str | None) -> None:
    assert betas.nearest(written) == meant


def test_versions() -> None:
    assert [version.name for version in versions.known()] == ["2023-01-01", "2023-06-01", "2026-10-21"]
    assert versions.default().name == "2023-06-01"
    newest = versions.find("2026-10-21")
    assert newest is not None
    assert newest.removed_fields == ("temperature", "top_p", "top_k")
    assert versions.find("2024-01-01") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2023-6-1", "2023-06-01"), ("20230601", "2023-06-01"), ("2026-10-12", "2026-10-21"), ("'2023-06-01'", "2023-06-01"), ("v1", None)],
)
def test_names_the_version_that_was_meant(written: str, meant: str | None) -> None:
    assert versions.nearest(written) == meant


@pytest.mark.parametrize(
    ("host", "platform"),
    [
        ("api.anthropic.com", "anthropic"),
        ("API.Anthropic.com:443", "anthropic"),
        ("bedrock-runtime.eu-central-1.amazonaws.com", "bedrock"),
        ("bedrock-mantle.us-east-1.api.aws", "bedrock"),
        ("us-east5-aiplatform.googleapis.com", "vertex"),
        ("aiplatform.googleapis.com", "vertex"),
        ("mine.services.ai.azure.com", "foundry"),
        ("aws-external-anthropic.us-east-1.api.aws", "aws"),
        ("api.anthropic.com.evil.example", None),
        ("localhost:8080", None),
        ("", None),
    ],
)
def test_a_host_tells_its_platform(host: str, platform: str | None) -> None:
    assert platforms.of_host(host) == platform


def test_ids_and_refusals_tell_the_platform() -> None:
    assert platforms.names() == ("anthropic", "bedrock", "vertex", "foundry", "aws")
    assert platforms.of_id("toolu_bdrk_01A") == "bedrock"
    assert platforms.of_id("req_vrtx_01A") == "vertex"
    assert platforms.of_id("toolu_01A") is None
    bedrock, direct = platforms.find("bedrock"), platforms.find("anthropic")
    assert bedrock is not None
    assert direct is not None
    assert bedrock.body_version == "bedrock-2023-05-31"
    assert bedrock.refuses_tool("web_search_20250305")
    assert not bedrock.refuses_tool("bash_20250124")
    assert not direct.refuses_tool("web_search_20250305")


def value(name: str, platform: str = "anthropic", endpoint: str | None = None, on: date | None = None) -> int:
    found = limits.find(name, platform, endpoint, on)
    assert found is not None
    return found.value


def test_limits_differ_by_platform_endpoint_and_day() -> None:
    assert value("cache_breakpoints") == 4
    assert value("body", endpoint="POST /v1/messages") == 32 * 2**20
    assert value("body", endpoint="POST /v1/messages/batches") == 256 * 2**20
    assert value("body", "bedrock", "POST /v1/messages") == 20 * 2**20
    assert value("image_base64") == 10 * 2**20
    assert value("image_base64", "vertex") == 5 * 2**20
    assert value("image_base64", on=date(2025, 10, 1)) == 5 * 2**20
    assert value("image_base64", on=date(2026, 6, 1)) == 10 * 2**20
    assert limits.find("no_such_limit") is None


def test_a_limit_says_what_an_amount_means() -> None:
    body = limits.find("body", endpoint="POST /v1/messages")
    user_id = limits.find("metadata_user_id")
    least = limits.find("task_budget")
    assert body is not None
    assert user_id is not None
    assert least is not None
    assert [body.broken_by(size) for size in (32_000_000, 32_000_001, 33_554_432, 33_554_433)] == [None, "warning", "warning", "error"]
    assert [user_id.broken_by(size) for size in (256, 257, 513)] == [None, "warning", "warning"]
    assert [least.broken_by(size) for size in (20_000, 19_999)] == [None, "error"]


@given(st.sampled_from(limits.known()), st.integers(0, 10**9), st.integers(0, 10**9))
def test_going_further_beyond_a_limit_never_becomes_milder(limit: limits.Limit, one: int, other: int) -> None:
    near, far = (max(one, other), min(one, other)) if limit.minimum else (min(one, other), max(one, other))
    grave = [None, "warning", "error"]
    assert grave.index(limit.broken_by(near)) <= grave.index(limit.broken_by(far))


MEASURED_PAIRS = [
    ("model", "tool_choice"), ("tool_choice", "tools"), ("tools", "messages"), ("messages", "system"), ("system", "thinking"),
    ("thinking", "output_config"), ("output_config", "cache_control"), ("cache_control", "max_tokens"), ("max_tokens", "metadata"),
    ("stop_sequences", "temperature"), ("service_tier", "top_k"), ("top_k", "top_p"), ("stream", "container"),
    ("container", "inference_geo"), ("inference_geo", "zzz_unknown"), ("messages", "temperature"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), MEASURED_PAIRS)
def test_fields_rank_as_measured(first: str, second: str) -> None:
    assert order.field_rank(first) < order.field_rank(second)


def test_phases_rank_as_measured() -> None:
    assert order.phase_rank("fields") < order.phase_rank("unknown-keys") < order.phase_rank("conversation") < order.phase_rank("model")
    assert order.field_rank("zzz") == order.field_rank("bogus")
    assert order.field_rank("inference_geo") < order.field_rank("mcp_servers") < order.field_rank("zzz")
    assert set(order.order().null_is_absent) == {"metadata", "inference_geo", "stop_sequences", "cache_control", "container"}


@pytest.mark.parametrize(
    ("path", "name", "kind", "write", "safe"),
    [
        ("", "max_completion_tokens", "key", "max_tokens", True),
        ("max_completion_tokens", "max_completion_tokens", "key", "max_tokens", True),
        ("", "maxOutputTokens", "key", "max_tokens", True),
        ("", "response_format", "key", "output_config.format", False),
        ("", "seed", "key", None, False),
        ("tools.0.custom", "parameters", "key", "input_schema", True),
        ("tools.12", "function", "value", "custom", False),
        ("messages.3.role", "developer", "value", "system", False),
        ("messages.3.content.0", "image_url", "value", "image", False),
        ("messages.0.content.1.tool_result.content.0", "input_text", "value", "text", True),
        ("messages.0.content.0.tool_result", "tool_call_id", "key", "tool_use_id", True),
        ("messages.0.content.0.image.source.base64", "mime_type", "key", "media_type", True),
        ("tool_choice", "required", "value", "any", True),
        ("thinking.adaptive", "effort", "key", "output_config.effort", False),
    ],
)
def test_foreign_spellings(path: str, name: str, kind: str, write: str | None, safe: bool) -> None:
    found = spellings.find(path, name, kind)
    assert found is not None
    assert (found.write, found.safe) == (write, safe)


def test_a_foreign_name_in_another_place_is_not_one() -> None:
    assert spellings.find("metadata", "max_completion_tokens") is None
    assert spellings.find("", "parameters") is None
    assert spellings.find("tools.0.input_schema.properties", "parameters") is None
    assert spellings.find("", "max_tokens") is None


def test_a_missing_member_is_found_in_another_spelling() -> None:
    assert spellings.written_for("max_tokens", "max_tokens", ["model", "maxTokens"]) == "maxTokens"
    assert spellings.written_for("tools.0.custom.input_schema", "input_schema", ["name", "parameters"]) == "parameters"
    assert spellings.written_for("messages", "messages", ["model", "input"]) is None
    assert spellings.written_for("max_tokens", "max_tokens", ["model", "metadata"]) is None


@given(st.from_regex(r"[a-z]{2,8}(_[a-z]{2,8}){1,3}", fullmatch=True))
def test_other_writings_of_our_names_are_recognised(name: str) -> None:
    first, *rest = name.split("_")
    camel = first + "".join(word.capitalize() for word in rest)
    for written in (camel, camel[0].upper() + camel[1:], name.replace("_", "-"), name.upper(), f" {name}"):
        assert spellings.respelled(written, ["zzzz", name]) == name


@given(st.text(max_size=200), st.text(max_size=200), st.lists(st.text(max_size=120), max_size=4))
def test_any_names_are_answered(path: str, name: str, others: list[str]) -> None:
    spellings.find(path, name)
    assert spellings.written_for(path, name, others) in (None, *others)
    assert spellings.respelled(name, others) in (None, *others)
    betas.nearest(name)
    versions.nearest(name)
    platforms.of_host(name)


def test_safe_spellings_have_something_to_write() -> None:
    for spelling in spellings.known():
        assert spelling.write is not None or not spelling.safe or spelling.name in ("cache_control", "strict"), spelling


def test_everything_can_be_shown_as_json() -> None:
    overview = show.show()
    assert overview["contract"] == show.contract_date().isoformat()
    for kind in show.KINDS:
        shown = json.loads(json.dumps(show.show(kind)))
        assert shown[kind]
    one = show.show("models", "claude-haiku-4-5")["models"]
    assert isinstance(one, list)
    assert [entry["id"] for entry in one] == ["claude-haiku-4-5-20251001"]
    assert one[0]["evidence"]["max_output"]["source"]
    assert len(json.loads(json.dumps(show.show("models")))["models"]) == len(models.known())


def test_showing_what_is_not_there_names_what_is() -> None:
    with pytest.raises(UsageError, match="claude-sonnet-4-5"):
        show.show("models", "claude-sonet-4-5")
    with pytest.raises(UsageError, match="limits"):
        show.show("limit")
    with pytest.raises(UsageError, match="no limit"):
        show.show("limits", "nothing")


def test_the_contract_is_old_after_ninety_days() -> None:
    day = show.contract_date()
    assert not show.is_old(day + timedelta(days=90))
    assert show.is_old(day + timedelta(days=91))
    assert not show.is_old(day - timedelta(days=400))
