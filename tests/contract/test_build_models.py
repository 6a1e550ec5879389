"""The account's list of models, laid over what the contract knows."""

import json
from datetime import date

import pytest

from why400.contract.build.models_list import lay_models, read_models
from why400.errors import FormatError

DAY = date(2026, 11, 24)


def laid(model: dict, **entry: object) -> tuple[dict, dict]:
    models, evidence = [dict(model)], {}
    lay_models(models, evidence, [{"id": model["id"], "type": "model", **entry}], DAY)
    return models[0], evidence.get(model["id"], {})


def can(**flags: object) -> dict:
    return {"capabilities": {name: {"supported": flag} if isinstance(flag, bool) else flag for name, flag in flags.items()}}


KNOWN = {"id": "claude-a", "family": "claude", "context_window": 200_000, "thinking": ["enabled"], "presumed": {"max_output": 1}}


def test_capabilities_of_the_answer_win() -> None:
    types = {"enabled": {"supported": False}, "adaptive": {"supported": True}}
    efforts = {"supported": True, "low": {"supported": True}, "high": {"supported": True}, "max": {"supported": False}}
    model, evidence = laid(
        KNOWN,
        max_input_tokens=1_000_000,
        max_tokens=64_000,
        **can(image_input=True, pdf_input=False, effort=efforts, thinking={"types": types}),
    )
    assert (model["context_window"], model["max_output"], model["presumed"]) == (1_000_000, 64_000, {})
    assert (model["image_input"], model["pdf_input"], model["efforts"]) == (True, False, ["low", "high"])
    assert (model["thinking"], model["thinking_refused"]) == (["adaptive"], ["enabled"])
    assert evidence["max_output"] == {"source": ["GET /v1/models"], "date": "2026-11-24", "certainty": "observed"}


def test_what_it_does_not_say_stays() -> None:
    model, evidence = laid(KNOWN)
    assert model == KNOWN
    assert evidence == {}
    assert laid({**KNOWN, "efforts": ["low"]}, **can(effort={"supported": False}))[0]["efforts"] == []


@pytest.mark.parametrize(
    ("entry", "deprecated", "retired"),
    [
        ({"lifecycle": "active", "retires_at": None}, None, None),
        (
            {"lifecycle": "deprecated", "deprecated_at": "2026-10-01T00:00:00Z", "retires_at": "2027-01-05T00:00:00Z"},
            "2026-10-01",
            "2027-01-05",
        ),
        (
            {"lifecycle": "deprecated", "deprecated_at": "2026-01-01T00:00:00Z", "retires_at": "2026-06-01T00:00:00Z"},
            "2026-01-01",
            None,
        ),  # overdue
        ({"lifecycle": "retired", "retires_at": "2026-06-01T00:00:00Z"}, "2026-01-01", "2026-06-01"),
        ({}, "2026-01-01", "2026-06-01"),
    ],
)
def test_life(entry: dict, deprecated: str | None, retired: str | None) -> None:
    model, _ = laid({"id": "claude-a", "family": "claude", "deprecated": "2026-01-01", "retired": "2026-06-01"}, **entry)
    assert (model.get("deprecated"), model.get("retired")) == (deprecated, retired)


def test_a_model_is_found_by_its_alias_and_a_new_one_added() -> None:
    models = [{"id": "claude-a-20260101", "family": "claude", "aliases": ["claude-a"]}]
    lay_models(models, {}, [{"id": "claude-a", "max_tokens": 5}, {"id": "claude-opus-9"}], DAY)
    assert [(one["id"], one["family"], one.get("max_output")) for one in models] == [
        ("claude-a-20260101", "claude", 5),
        ("claude-opus-9", "opus", None),
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"{", "no JSON"),
        (b"[" * 5000, "no JSON"),
        (b"{}", "no list of models"),
        (b'{"data": []}', "no list of models"),
        (b'{"data": [{"name": "x"}]}', "no list of models"),
        (b'{"type": "error", "error": {"type": "authentication_error", "message": "invalid x-api-key"}}', "why400 explain"),
    ],
)
def test_what_is_no_list(given: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_models(given, "models.json")


def test_a_bare_list_will_do() -> None:
    assert read_models(json.dumps([{"id": "claude-a"}]).encode(), "-") == [{"id": "claude-a"}]
