"""A contract built on the user's machine: the packaged one and more; a request that it takes is not refused by what is left of it."""

import importlib.metadata
import importlib.util
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.contract.fake_sdk import edited, write
from why400.contract.build.build_contract import build_contract
from why400.contract.build.plain import packaged, plain_of
from why400.contract.in_force import decode, packaged_mark
from why400.errors import FormatError

DAY = date(2026, 11, 24)
BODY = {"model": "claude-opus-5", "max_tokens": 9, "messages": [{"role": "user", "content": "hi"}]}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return build_contract(sdk=write(tmp_path_factory.mktemp("sdk")), day=DAY)[0]


def test_the_sdk_of_the_packaged_contract_changes_nothing() -> None:
    sdk = f"anthropic {importlib.metadata.version('anthropic')}"
    if sdk != packaged().sdk:
        pytest.skip(f"the packaged contract is of {packaged().sdk}")
    found = importlib.util.find_spec("anthropic")
    assert found is not None
    assert found.origin is not None
    data, _ = build_contract(sdk=Path(found.origin).parent, day=DAY)
    assert decode(data, "built").about.changed == ()


def test_what_an_sdk_adds(built: bytes) -> None:
    contract = decode(built, "built")
    assert contract.about.sdk == "anthropic 3.0.0"
    assert contract.about.base == packaged_mark()
    assert contract.about.changed == ("schemas", "bodies", "endpoints", "models", "betas")
    plain = plain_of(contract, "built")
    things = {f"{one['method']} {one['path']}": one for one in plain.endpoints if one["path"].startswith("/v1/things")}
    assert things["POST /v1/things"]["betas"] == ["things-2027-01-01"]
    assert things["POST /v1/things"]["body"] == {
        "content_type": "application/json",
        "fields": ["name", "labels", "note"],
        "required": ["name"],
    }
    assert things["POST /v1/things"]["query"] == [{"name": "order", "type": "string", "values": ["asc", "desc"]}]
    assert things["POST /v1/things/upload"]["body"]["content_type"] == "multipart/form-data"
    resize = plain.other["types"][plain.other["roots"]["POST /v1/things/{thing_id}"]]
    assert {name: field.get("required", False) for name, field in resize["fields"].items()} == {"size": True, "colour": False}
    assert plain.types["TextBlock"]["fields"]["mood"]["in"] == "sdk"
    assert plain.types["ContentBlock"]["variants"]["sound"]["in"] == "sdk"
    assert {"claude-opus-9"} == {one["id"] for one in plain.models} - {one["id"] for one in packaged().models}
    ends = {one["id"]: one.get("retired") for one in plain.models}
    assert ends["claude-opus-5"] == "2099-06-01"  # ahead of the packaged contract: news
    assert ends["claude-2.1"] == next(one.get("retired") for one in packaged().models if one["id"] == "claude-2.1")
    assert "things-2027-01-01" in {one["name"] for one in plain.betas}


def test_nothing_that_was_accepted_is_lost(built: bytes) -> None:
    """An SDK that lacks almost everything takes nothing away."""
    new = plain_of(decode(built, "built"), "built")
    for before, after in ((packaged().types, new.types), (packaged().other["types"], new.other["types"])):
        for name, old in before.items():
            _takes_as_much(old, after[name], name)
    assert {f"{one['method']} {one['path']}" for one in packaged().endpoints} <= {f"{one['method']} {one['path']}" for one in new.endpoints}


def _takes_as_much(old: dict, new: dict, where: str) -> None:
    if new["kind"] == "any":
        return
    if new["kind"] == "choice" and old["kind"] != "choice":
        new = next(one for one in new["options"] if one["kind"] == old["kind"])
    if old["kind"] == "enum" and new["kind"] == "string":
        return
    assert new["kind"] == old["kind"], where
    assert new.get("nullable", False) or not old.get("nullable", False), where
    assert set(old.get("values", ())) <= set(new.get("values", ())), where
    assert set(old.get("variants", ())) <= set(new.get("variants", ())), where
    assert not (new.get("closed") and not old.get("closed")), where
    for limit in ("min", "max", "pattern", "ge", "le", "gt", "lt"):
        assert new.get(limit) == old.get(limit), where
    fields = new.get("fields", {})
    for name, field in old.get("fields", {}).items():
        assert not fields[name].get("required") or field.get("required"), f"{where}.{name}"
        assert not fields[name].get("betas") or field.get("betas"), f"{where}.{name}"
        _takes_as_much(field["node"], fields[name]["node"], f"{where}.{name}")
    for name, field in fields.items():
        assert name in old.get("fields", {}) or not field.get("required"), f"{where}.{name}"
    if "items" in old:
        _takes_as_much(old["items"], new["items"], f"{where}[]")


def check(contract: Path | None, body: dict, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The check of a body under a built contract, or under the packaged one."""
    command = [str(Path(sys.executable).parent / "why400"), "check", "-", *arguments]
    environment = {**os.environ, "WHY400_CONTRACT": str(contract) if contract is not None else "packaged"}
    done = subprocess.run(command, input=json.dumps(body).encode(), env=environment, capture_output=True, timeout=60, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def file(built: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contract") / "contract.json"
    path.write_bytes(built)
    return path


def with_content(*blocks: dict) -> dict:
    return {**BODY, "messages": [{"role": "user", "content": list(blocks)}]}


@pytest.mark.parametrize(
    "body",
    [
        {**BODY, "echo": {"a": True}},
        with_content({"type": "text", "text": "hi", "mood": "calm"}),
        with_content({"type": "sound", "from": 3}, {"type": "text", "text": "hi"}),
        {**BODY, "model": "claude-opus-9"},
    ],
    ids=["field", "field of a known block", "new block", "model"],
)
def test_a_check_takes_what_the_newer_sdk_has(file: Path, body: dict) -> None:
    assert check(None, body, "--strict").returncode == 1
    done = check(file, body, "--strict")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("body", "slug"),
    [
        (with_content({"type": "text", "text": "hi", "mood": "cold"}), "value-not-in-enum"),
        (with_content({"type": "sound", "from": "x"}), "wrong-type"),
        ({**BODY, "max_tokens": "9"}, "wrong-type"),
        ({**BODY, "sound": 1}, "field-unknown"),
    ],
)
def test_and_still_refuses_the_rest(file: Path, body: dict, slug: str) -> None:
    assert f"error[{slug}]" in check(file, body).stdout


def test_a_new_endpoints_body_warns(file: Path) -> None:
    done = check(file, {"labels": {"a": 1}}, "--endpoint", "POST /v1/things", "--format", "json")
    found = json.loads(done.stdout)["requests"][0]["findings"]
    assert [(one["rule"], one["severity"], one["evidence"], one["path"]) for one in found] == [
        ("field-missing", "warning", "inferred", "name"),
        ("wrong-type", "warning", "inferred", "labels.a"),
    ]


def test_one_of_another_version_rests(built: bytes, tmp_path: Path) -> None:
    contract = decode(built, "built")
    stale = msgspec.structs.replace(contract, about=msgspec.structs.replace(contract.about, base="00000000"))
    path = tmp_path / "stale.json"
    path.write_bytes(msgspec.json.encode(stale))
    assert check(path, {**BODY, "echo": {"a": True}}).returncode == 1


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b"[" * 9000])
def test_a_contract_that_is_none_is_one_line_and_exit_2(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "contract.json"
    if content is not None:
        path.write_bytes(content)
    done = check(path, BODY)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert str(path) in done.stderr


def test_a_damaged_sdk_builds_nothing(tmp_path: Path) -> None:
    with pytest.raises(FormatError):
        build_contract(sdk=write(tmp_path, types__message_create_params="def ("), day=DAY)
    loop = edited("types/model_param.py", ("ModelParam: TypeAlias = ", "ModelParam: TypeAlias = Union['ModelParam', int]\n        Old = "))
    data, _ = build_contract(sdk=write(tmp_path / "loop", types__model_param=loop), day=DAY)
    assert decode(data, "built").about.sdk == "anthropic 3.0.0"


def test_what_left_its_beta_needs_none(tmp_path: Path) -> None:
    gated = packaged().types["MessagesRequest"]["fields"]["billing_policy"]
    assert gated["betas"]
    changed = edited("types/message_create_params.py", ('echo: "Dict[str, bool]"', "billing_policy: Dict[str, str]"))
    plain = plain_of(decode(build_contract(sdk=write(tmp_path, types__message_create_params=changed), day=DAY)[0], "built"), "built")
    assert "betas" not in plain.types["MessagesRequest"]["fields"]["billing_policy"]
    assert plain.types["MessagesRequest"]["fields"]["speed"]["betas"] == packaged().types["MessagesRequest"]["fields"]["speed"]["betas"]


def test_an_openapi_document_brings_its_constraints(tmp_path: Path) -> None:
    text = {"type": "object", "additionalProperties": False, "required": ["type", "text"],
            "properties": {"type": {"const": "text"}, "text": {"type": "string", "maxLength": 77}}}  # fmt: skip
    message = {"type": "object", "additionalProperties": False, "required": ["role", "content"],
               "properties": {"role": {"enum": ["user", "assistant"]},
                              "content": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/c/RequestTextBlock"}}]}}}  # fmt: skip
    root = {"type": "object", "additionalProperties": False, "required": ["model", "messages"],
            "properties": {"model": {"type": "string"}, "messages": {"type": "array", "items": {"$ref": "#/c/InputMessage"}, "maxItems": 5}}}  # fmt: skip
    names = ("CreateMessageParams", "CountMessageTokensParams", "CreateMessageBatchParams", "CompletionRequest")
    schemas = {prefix + name: root for name in names for prefix in ("", "Beta")} | {"RequestTextBlock": text, "InputMessage": message}
    data, _ = build_contract(openapi=("api.json", {"components": {"schemas": schemas}}), day=DAY)
    plain = plain_of(decode(data, "built"), "built")
    assert plain.openapi == "api.json"
    assert plain.types["MessagesRequest"]["fields"]["messages"]["node"]["max"] == 5
    assert plain.types["TextBlock"]["fields"]["text"]["node"]["max"] == 77
    assert "cache_control" in plain.types["TextBlock"]["fields"]  # known before, and kept
    assert "tools" in plain.types["MessagesRequest"]["fields"]
    file = tmp_path / "contract.json"
    file.write_bytes(data)
    many = {**BODY, "messages": BODY["messages"] * 6}
    assert check(None, many).returncode == 0
    assert "messages: " in check(file, many).stdout  # narrower than the generated views: the fast yes is not asked
    with pytest.raises(FormatError, match=r"api\.json"):
        build_contract(openapi=("api.json", {"components": {"schemas": {}}}), day=DAY)
