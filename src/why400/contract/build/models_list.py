"""The answer of `GET /v1/models`, laid over the models of the contract: what an account is told of a model wins."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

import msgspec

from why400.contract.build.node import Json
from why400.contract.models import Model
from why400.errors import FormatError

CURL = "curl -s 'https://api.anthropic.com/v1/models?limit=1000' -H \"x-api-key: $ANTHROPIC_API_KEY\" -H 'anthropic-version: 2023-06-01'"
"""What fetches the list."""
_FAMILIES = ("opus", "sonnet", "haiku", "fable", "mythos", "instant")
_EFFORTS = ("low", "medium", "high", "xhigh", "max")
_FLAGS = {
    "image_input": "image_input",
    "pdf_input": "pdf_input",
    "structured_outputs": "structured_outputs",
    "code_execution": "programmatic_tools",
}
_SOURCE = "GET /v1/models"


def read_models(data: bytes, name: str) -> list[Json]:
    """The entries of the answer. Raises FormatError where it is none."""
    try:
        answer = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError(f"{name} is no JSON ({exc}); wanted is the answer of: {CURL}") from None
    entries = answer.get("data") if isinstance(answer, dict) else answer
    if isinstance(answer, dict) and answer.get("type") == "error":
        raise FormatError(f"{name} is an error of the API, not its list of models: see `why400 explain {name}`")
    if not isinstance(entries, list) or not entries or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in entries):
        raise FormatError(f"{name} is no list of models; wanted is the answer of: {CURL}")
    return entries


def new_model(model_id: str) -> Json:
    """A model of which nothing is known but its id."""
    return {"id": model_id, "family": next((word for word in _FAMILIES if word in model_id), "claude")}


def lay_models(models: list[Json], evidence: dict[str, dict[str, Json]], answer: list[Json], day: date) -> None:
    """Lays the answer over the models and their evidence, in place; models that it does not list stay as they are."""
    index = {name: model for model in models for name in (model["id"], *cast("list[str]", model.get("aliases", [])))}
    for entry in answer:
        model = index.get(entry["id"])
        if model is None:
            model = index[entry["id"]] = new_model(str(entry["id"]))
            models.append(model)
        said = _said(entry, day)
        notes = evidence.setdefault(str(model["id"]), {})
        presumed = cast("Json", model.get("presumed", {}))
        for key, value in said.items():
            presumed.pop(key, None)
            if key in ("thinking", "thinking_refused"):
                value = _joined(model, said, key)
            if model.get(key) == value:
                continue
            if value is None:
                if model.pop(key, None) is None:
                    continue
            else:
                model[key] = value
            notes[key] = {"source": [_SOURCE], "date": day.isoformat(), "certainty": "observed"}
    for model in models:
        try:
            msgspec.convert(model, Model)
        except msgspec.ValidationError as exc:
            raise FormatError(f"the list of models says of {model['id']} what cannot be: {exc}") from None


def _joined(model: Json, said: Json, key: str) -> object:
    """Kinds of thinking that the answer does not name stay as they were known."""
    named = {*cast("list[str]", said["thinking"]), *cast("list[str]", said["thinking_refused"])}
    before = cast("list[str] | None", model.get(key))
    merged = [*(kind for kind in before or () if kind not in named), *cast("list[str]", said[key])]
    return before if before is not None and set(before) == set(merged) else merged or (None if before is None else [])


def _said(entry: Json, day: date) -> Json:
    """What one entry says, in the contract's words; None for what it denies."""
    said: Json = {}
    for theirs, ours in (("max_input_tokens", "context_window"), ("max_tokens", "max_output")):
        if type(entry.get(theirs)) is int:
            said[ours] = entry[theirs]
    said.update(_life(entry, day))
    can = entry.get("capabilities")
    if not isinstance(can, dict):
        return said
    for theirs, ours in _FLAGS.items():
        if (flag := _supported(can.get(theirs))) is not None:
            said[ours] = flag
    effort, types, edits = can.get("effort"), can.get("thinking"), can.get("context_management")
    if _supported(effort) is False:
        said["efforts"] = []
    elif isinstance(effort, dict) and any(_supported(effort.get(level)) is not None for level in _EFFORTS):
        known = [level for level in (*_EFFORTS, *(k for k in effort if k not in _EFFORTS)) if _supported(effort.get(level))]
        said["efforts"] = known
    types = types.get("types") if isinstance(types, dict) else None
    if isinstance(types, dict):
        said["thinking"] = [kind for kind, flag in types.items() if _supported(flag) is True]
        said["thinking_refused"] = [kind for kind, flag in types.items() if _supported(flag) is False]
    if isinstance(edits, dict) and (flag := _supported(edits.get("compact_20260112"))) is not None:
        said["compaction_edit"] = flag
    return said


def _life(entry: Json, day: date) -> Json:
    """Deprecation and retirement; a date that has passed on a model that still answers is no retirement."""
    stage, ends = entry.get("lifecycle"), _date(entry.get("retires_at"))
    if stage == "active":
        return {"deprecated": None, "retired": None}
    if stage == "deprecated":
        said: Json = {"retired": ends if ends is not None and ends > day.isoformat() else None}
        return {**said, "deprecated": _date(entry.get("deprecated_at")) or day.isoformat()}
    return {"retired": min(ends or day.isoformat(), day.isoformat())} if stage == "retired" else {}


def _supported(value: object) -> bool | None:
    flag = value.get("supported") if isinstance(value, dict) else None
    return flag if isinstance(flag, bool) else None


def _date(value: object) -> str | None:
    return value[:10] if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value) else None
