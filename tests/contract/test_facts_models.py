"""Models: names, lookups, capabilities as they were measured."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.contract import models

NAMES = [name for model in models.known() for name in (model.id, *model.aliases)]


def model(name: str) -> models.Model:
    found = models.find(name)
    assert found is not None, name
    return found


# Measured on the wire: (case, model, attribute, value).
MEASURED = [
    ("jc-system-item-sonnet-5", "claude-sonnet-5", "system_messages", True),
    ("or-system-mid-opus-4-8", "claude-opus-4-8", "system_messages", True),
    ("jc-system-item-opus-5-5", "claude-opus-5-5", "system_messages", True),
    ("jc-tool-addition-inline-sonnet-5", "claude-sonnet-5", "tool_changes", False),
    ("jc-tool-addition-inline-opus-5", "claude-opus-5", "tool_changes", True),
    ("rx-tool-addition-fable-5-1", "claude-fable-5-1", "tool_changes", True),
    ("rx-message-effort-sonnet-5", "claude-sonnet-5", "message_effort", False),
    ("rx-message-effort-sonnet-5-5", "claude-sonnet-5-5", "message_effort", True),
    ("co-compact-haiku", "claude-haiku-4-5", "compaction_edit", False),
    ("o55d-edits-compact-alone", "claude-opus-5-5", "compaction_edit", True),
    ("lt-forced-tool-fable-5-1", "claude-fable-5-1", "forced_tool_choice", False),
    ("lt-forced-tool-sonnet-5-5", "claude-sonnet-5-5", "forced_tool_choice", False),
    ("rl-forced-tool-opus-5-5", "claude-opus-5-5", "forced_tool_choice", False),
    ("lt-forced-tool-fable-5", "claude-fable-5", "forced_tool_choice", True),
    ("lt-forced-tool-sonnet-5", "claude-sonnet-5", "forced_tool_choice", True),
    ("rl-forced-tool-opus-5", "claude-opus-5", "forced_tool_choice", True),
    ("h45-tool-choice-any", "claude-haiku-4-5", "forced_tool_choice", True),
    ("cm-prefill", "claude-sonnet-5", "prefill", False),
    ("pf-haiku-4-5-thinking", "claude-haiku-4-5-20251001", "prefill", True),
    ("lt-temperature-0-5-opus-4-7", "claude-opus-4-7", "sampling", "default-only"),
    ("lt-temperature-0-5-sonnet-5", "claude-sonnet-5", "sampling", "default-only"),
    ("lt-temperature-0-5-fable-5-1", "claude-fable-5-1", "sampling", "default-only"),
    ("lt-temperature-and-top-p-haiku-4-5", "claude-haiku-4-5", "sampling", "one-of"),
    ("lt-temperature-and-top-p-opus-4-6", "claude-opus-4-6", "sampling", "one-of"),
    ("lt-temperature-and-top-p-sonnet-4-6", "claude-sonnet-4-6", "sampling", "one-of"),
    ("o55b-task-budget-beta", "claude-opus-5-5", "task_budget", True),
    ("al-speed-sonnet-5", "claude-sonnet-5", "fast_mode", "no"),
    ("ba-item-max-tokens-huge", "claude-haiku-4-5", "max_output", 64_000),
    ("cm-inference-geo-us", "claude-sonnet-5", "inference_geo", True),
    ("jc-binding-error-edited-opus-5", "claude-opus-5", "block_binding_checked", False),
]

THINKING = [
    ("td-adaptive-haiku-4-5", "claude-haiku-4-5", "adaptive", False),
    ("ba-item-ok-thinking-enabled-haiku", "claude-haiku-4-5", "enabled", True),
    ("td-enabled-sonnet-5", "claude-sonnet-5", "enabled", False),
    ("b55-disabled-sonnet-5", "claude-sonnet-5", "disabled", True),
    ("bw-sonnet-5", "claude-sonnet-5", "between_tools", False),
    ("s55-between-tools", "claude-sonnet-5-5", "between_tools", True),
    ("s55-thinking-disabled", "claude-sonnet-5-5", "disabled", False),
    ("fb-thinking-enabled", "claude-sonnet-5-5", "enabled", False),
    ("lt-thinking-disabled-opus-5-5", "claude-opus-5-5", "disabled", False),
    ("bw-opus-5-5", "claude-opus-5-5", "between_tools", False),
    ("jc-thinking-disabled-opus-5", "claude-opus-5", "disabled", True),
    ("xl-thinking-enabled-new", "claude-opus-5", "enabled", False),
    ("lt-thinking-disabled-fable-5", "claude-fable-5", "disabled", False),
    ("h55-thinking-disabled", "claude-haiku-5-5", "disabled", True),
    ("bw-sonnet-4-5", "claude-sonnet-4-5", "between_tools", False),
]


@pytest.mark.parametrize(("case", "name", "attribute", "value"), MEASURED)
def test_agrees_with_what_was_measured(case: str, name: str, attribute: str, value: object) -> None:
    assert getattr(model(name), attribute) == value, case
    assert models.evidence()[model(name).id][attribute].certainty in ("observed", "documented")


@pytest.mark.parametrize(("case", "name", "kind", "accepted"), THINKING)
def test_thinking_kinds_agree_with_what_was_measured(case: str, name: str, kind: str, accepted: bool) -> None:
    assert model(name).takes_thinking(kind) is accepted, case


def test_tool_types_agree_with_what_was_measured() -> None:
    assert model("claude-opus-5-5").takes_tool("computer_20251124") is False
    assert model("claude-opus-5-5").takes_tool("computer_20251124", "bedrock") is True
    assert model("claude-opus-5").takes_tool("computer_20251124") is True
    assert model("claude-opus-5").takes_tool("no_such_tool") is None


def test_effort_levels_rise_and_are_known_ones() -> None:
    rising = ["low", "medium", "high", "xhigh", "max"]
    for one in models.known():
        if one.efforts is not None:
            assert [level for level in rising if level in one.efforts] == list(one.efforts)
    assert model("claude-opus-4-6").takes_effort("xhigh") is False
    assert model("claude-opus-4-6").takes_effort("max") is True
    assert model("claude-opus-4-5").takes_effort("max") is False
    assert model("claude-haiku-4-5").efforts == ()


def test_no_kind_of_thinking_is_both_accepted_and_refused() -> None:
    for one in models.known():
        assert not set(one.thinking or ()) & set(one.thinking_refused), one.id


def test_what_is_unsure_never_reaches_an_attribute() -> None:
    for one in models.known():
        for attribute, said in models.evidence()[one.id].items():
            if said.certainty in ("inferred", "disputed") and not attribute.startswith("tools."):
                assert getattr(one, attribute) is None, (one.id, attribute)
                assert attribute in one.presumed
    assert model("claude-mythos-5").forced_tool_choice is None
    assert model("claude-mythos-preview").retired is None


def test_every_alias_prints_the_dated_id() -> None:
    assert model("claude-haiku-4-5").printed_id == "claude-haiku-4-5-20251001"
    assert model("claude-sonnet-4-0").printed_id == "claude-sonnet-4-20250514"
    assert model("claude-opus-5-5").printed_id == "claude-opus-5-5"


def test_names_are_unique() -> None:
    assert len(NAMES) == len(set(NAMES))


def test_every_model_of_the_sdk_is_known() -> None:
    pytest.importorskip("anthropic", reason="the SDK is a development dependency")
    from typing import get_args

    from anthropic.types.model_param import ModelParam

    listed = [name for part in get_args(ModelParam) for name in get_args(part)]
    assert len(listed) > 10
    for name in listed:
        assert models.find(name) is not None, name


@pytest.mark.parametrize(
    ("name", "platform", "found"),
    [
        ("us.anthropic.claude-haiku-4-5-20251001-v1:0", "bedrock", "claude-haiku-4-5-20251001"),
        ("eu.anthropic.claude-sonnet-4-6", "bedrock", "claude-sonnet-4-6"),
        ("global.anthropic.claude-opus-4-6-v1", "bedrock", "claude-opus-4-6"),
        ("anthropic.claude-3-haiku-20240307-v1:0:200k", "bedrock", "claude-3-haiku-20240307"),
        ("arn:aws:bedrock:us-east-1:012345678901:inference-profile/us.anthropic.claude-opus-4-8", "bedrock", "claude-opus-4-8"),
        ("anthropic.claude-v2:1", "bedrock", "claude-2.1"),
        ("claude-sonnet-4-5@20250929", "vertex", "claude-sonnet-4-5-20250929"),
        ("claude-3-5-sonnet-v2@20241022", "vertex", "claude-3-5-sonnet-20241022"),
        ("claude-opus-5-5@default", "vertex", "claude-opus-5-5"),
        ("anthropic.claude-opus-4-8", "anthropic", None),
        ("claude-sonnet-4-5@20250929", "anthropic", None),
        ("CLAUDE-OPUS-5-5", "anthropic", None),
        ("claude-opus-9", "bedrock", None),
    ],
)
def test_finds_the_forms_of_each_platform(name: str, platform: str, found: str | None) -> None:
    there = models.find(name, platform)
    assert (there.id if there else None) == found


def test_tells_whose_form_an_id_has() -> None:
    assert models.platform_of("us.anthropic.claude-opus-4-8") == "bedrock"
    assert models.platform_of("claude-sonnet-4@20250514") == "vertex"
    assert models.platform_of("claude-opus-5-5") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("claude-sonet-4-5", "claude-sonnet-4-5"),
        ("claude-4.5-haiku", "claude-haiku-4-5"),
        ("claude-opus-4.7", "claude-opus-4-7"),
        ("anthropic/claude-sonnet-4.5", "claude-sonnet-4-5"),
        ("claude-sonnet-4-5-20250930", "claude-sonnet-4-5"),
        ("claude-opus-5-20260723", "claude-opus-5"),
        ("opus-5.5", "claude-opus-5-5"),
        ("haiku", "claude-haiku-5-5"),
        ("claude-sonnet-latest", "claude-sonnet-5-5"),
        ("us.anthropic.claude-opus-4-8", "claude-opus-4-8"),
        ("Claude Opus 5", "claude-opus-5"),
        ("gpt-4o", None),
        ("there-is-no-such-model", None),
        ("", None),
    ],
)
def test_names_the_model_that_was_meant(written: str, meant: str | None) -> None:
    assert models.nearest(written) == meant


def test_names_one_that_is_still_served() -> None:
    assert models.nearest("claude-3-5-haiku", date(2026, 11, 24)) == "claude-haiku-5-5"
    assert models.nearest("claude-3-5-haiku", date(2025, 11, 24)) == "claude-3-5-haiku-20241022"


@given(st.sampled_from(NAMES), st.integers(0, 40), st.sampled_from("xyz"))
def test_one_slip_of_the_pen_still_finds_a_claude(name: str, place: int, letter: str) -> None:
    place = min(place, len(name))
    meant = models.nearest(name[:place] + letter + name[place:])
    assert meant is not None
    assert models.find(meant) is not None


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    meant = models.nearest(text)
    assert meant is None or models.find(meant) is not None
    for platform in ("anthropic", "bedrock", "vertex", "elsewhere"):
        models.find(text, platform)


def test_retirement_binds_only_the_platforms_that_it_is_said_for() -> None:
    haiku = model("claude-3-haiku-20240307")
    assert not haiku.retired_on(date(2026, 4, 19))
    assert haiku.retired_on(date(2026, 4, 20))
    assert haiku.retired_on(date(2026, 4, 20), "foundry")
    assert not haiku.retired_on(date(2026, 4, 20), "bedrock")
    assert not model("claude-opus-5-5").retired_on(date(2030, 1, 1))


def test_every_replacement_is_a_model_that_is_not_retired() -> None:
    for one in models.known():
        if one.retired is not None:
            assert one.replacement is not None, one.id
        if one.replacement is not None:
            assert model(one.replacement).retired is None


def test_fast_mode_needed_its_beta_until_it_left_preview() -> None:
    opus = model("claude-opus-5-5")
    assert opus.needs_fast_mode_beta(date(2026, 9, 29))
    assert not opus.needs_fast_mode_beta(date(2026, 11, 1))
    assert model("claude-opus-5").needs_fast_mode_beta(date(2026, 11, 1))


def test_image_limits_follow_the_context() -> None:
    assert model("claude-opus-5-5").max_images == 600
    assert model("claude-haiku-4-5").max_images == 100
    assert model("claude-2.1").max_images is None
