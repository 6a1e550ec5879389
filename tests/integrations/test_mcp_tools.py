"""The tools for coding agents, without the protocol."""

import json
import re

import pytest

from why400.cli.source_lines import in_source
from why400.errors import FormatError, UsageError
from why400.formats.read import Reading, read_all
from why400.integrations import mcp_tools as tools
from why400.integrations.mcp_tools import Answer, CheckRequest, ExplainError, FixRequest, ListRules, ReadRule
from why400.rules.catalogue import catalogue

KEY = "sk-ant-api03-" + "not-a-key-" * 8 + "wxyz"
BAD = '{\n  "model": "claude-sonnet-5",\n  "max_tokens": "16",\n  "messages": [{"role": "user", "content": "Hello"}]\n}'


def check(request: object, **options: object) -> Answer:
    given = tools.arguments_of(CheckRequest, {"request": request, **options})
    assert isinstance(given, CheckRequest)
    return tools.check_request(given, in_source)


def rules_of(answer: Answer) -> list[str]:
    return [finding["rule"] for one in answer.data["requests"] for finding in one["findings"]]


def test_check_says_place_answer_and_mend_in_few_words() -> None:
    answer = check(BAD)
    assert answer.text.splitlines() == [
        "1 error, 0 warnings (POST /v1/messages, claude-sonnet-5, 2023-06-01)",
        "error wrong-type at max_tokens (line 3, column 17); the API answers this first",
        "  400: max_tokens: Input should be a valid integer",
        "  why: max_tokens is a string; the API takes an integer and converts nothing",
        "  mend: send an integer (fix_request does)",
    ]
    assert list(answer.data) == ["tool", "version", "contract", "requests", "summary"]
    assert answer.data["requests"][0]["source"] == "request"


def test_an_object_is_checked_as_a_body_without_lines() -> None:
    answer = check(json.loads(BAD))
    assert rules_of(answer) == ["wrong-type"]
    assert answer.data["requests"][0]["findings"][0]["line"] is None
    assert "at max_tokens;" in answer.text


def test_lines_are_those_of_the_command_that_was_given() -> None:
    command = f"curl https://api.anthropic.com/v1/messages \\\n -H 'x-api-key: {KEY}' -H 'content-type: application/json' \\\n -H 'anthropic-version: 2023-06-01' -d '{BAD}'"
    finding = next(one for one in check(command).data["requests"][0]["findings"] if one["rule"] == "wrong-type")
    assert command.splitlines()[finding["line"] - 1][finding["column"] - 1 :].startswith('"16"')


def test_circumstances_are_taken_and_mistakes_named() -> None:
    body = {**json.loads(BAD), "max_tokens": 16, "context_management": {"edits": []}}
    assert [one["severity"] for one in check(body).data["requests"][0]["findings"]] == ["warning"]
    assert [one["severity"] for one in check(body, betas=[]).data["requests"][0]["findings"]] == ["error"]
    assert rules_of(check(body, betas=["context-management-2025-06-27"])) == []
    assert check(BAD, endpoint="/v1/messages/count_tokens").data["requests"][0]["endpoint"] == "POST /v1/messages/count_tokens"
    with pytest.raises(UsageError, match="did you mean bedrock"):
        check(BAD, platform="bedrok")
    with pytest.raises(UsageError, match="'yesterday'"):
        check(BAD, as_of="yesterday")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "argument 'request' is missing: known are request, endpoint"),
        ({"request": BAD, "platfrom": "aws"}, "no argument 'platfrom': known are request, endpoint, platform"),
        ({"request": BAD, "betas": "a,b"}, "argument 'betas' is to be of the type array | null, not str"),
        ({"request": 5}, "argument 'request' is to be of the type str | object, not int"),
    ],
)
def test_arguments_that_do_not_fit_are_one_clear_line(given: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)) as caught:
        tools.arguments_of(CheckRequest, given)
    assert "\n" not in str(caught.value)


def test_what_is_no_request_is_sent_to_the_other_tool() -> None:
    with pytest.raises(FormatError, match="try the tool explain_error") as caught:
        check("APIError: 400 overloaded, see log")
    assert "`why400" not in str(caught.value)


def test_no_file_is_read_for_a_command_that_names_one() -> None:
    with pytest.raises(FormatError, match="comes from a file"):
        check("curl https://api.anthropic.com/v1/messages -d @/etc/hostname")


def test_many_findings_are_cut_and_counted() -> None:
    answer = check({"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": 5}] * 100})
    one = answer.data["requests"][0]
    assert len(one["findings"]) == tools.MOST
    assert one["left_out"] + tools.MOST == answer.data["summary"]["errors"]
    assert f"and {one['left_out']} more" in answer.text


def test_errors_are_explained_and_placed() -> None:
    answer = tools.explain_error(ExplainError("messages.3: `tool_use` ids must be unique"), in_source)
    assert answer.data["errors"][0]["rule"] == "tool-use-id-duplicate"
    assert answer.text.startswith("400 · tool-use-id-duplicate · in your request · sending it again will fail again")
    placed = tools.explain_error(ExplainError("max_tokens: Input should be a valid integer", BAD), in_source)
    assert placed.data["errors"][0]["line"] == 3
    assert "place  /max_tokens (line 3, column 17 of the body)" in placed.text


def test_a_text_without_errors_and_one_with_many_kinds() -> None:
    assert tools.explain_error(ExplainError("all is well"), in_source).text == "no error found in this text"
    log = "\n".join(
        f'{{"type":"error","error":{{"type":"invalid_request_error","message":"messages.{n}: what {n} is this"}}}}' for n in range(90)
    )
    answer = tools.explain_error(ExplainError(log), in_source)
    assert len(answer.data["errors"]) == tools.MOST
    assert answer.data["left_out"] == 90 - tools.MOST
    assert "and 85 more kinds, in the structured result" in answer.text


def fix(request: object, *, unsafe: bool = False) -> Answer:
    given = tools.arguments_of(FixRequest, {"request": request, "unsafe": unsafe})
    assert isinstance(given, FixRequest)
    return tools.fix_request(given, in_source)


def test_fix_keeps_the_bytes_that_no_mend_touches() -> None:
    answer = fix(BAD)
    assert answer.data["body"] == BAD.replace('"16"', "16")
    assert answer.data["masked"] is False
    assert answer.text == f"mended wrong-type at max_tokens (line 3, column 17): send an integer\n\n{answer.data['body']}"
    assert answer.data["remaining"] == []


def test_fix_says_what_unsafe_would_do_and_does_it() -> None:
    request = '{"model": "claude-sonnet-5", "max_tokens": 16, "nonsense": 1, "messages": [{"role": "user", "content": "Hi"}]}'
    left = fix(request)
    assert left.text.startswith("nothing was mended\nnot mended: error field-unknown at nonsense")
    assert "with unsafe: take nonsense away" in left.text
    assert "nonsense" not in fix(request, unsafe=True).data["body"]
    assert '(by hand: send an integer in digits, without quotes: "2k" spells none)' in fix(request.replace("16", '"2k"')).text


def test_fix_takes_one_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "read", lambda data, *, source: Reading(read_all(data, source=source) * 2, []))
    with pytest.raises(UsageError, match="the text holds 2 requests: give the one that is to be mended"):
        fix(BAD)


def test_no_credential_comes_out() -> None:
    body = json.dumps({"model": "claude-sonnet-5", "max_tokens": "16", "messages": [{"role": "user", "content": f"my key {KEY}"}], KEY: 1})
    for answer in (check(body), fix(body), tools.explain_error(ExplainError(f"401 invalid x-api-key {KEY}"), in_source)):
        assert KEY not in answer.text
        assert KEY not in json.dumps(answer.data)
    assert fix(body).data["masked"] is True
    assert "credentials are masked in the body below" in fix(body).text


def test_halves_of_characters_can_be_written() -> None:
    answer = check('{"model": "\\ud800", "max_tokens": 1, "messages": [], "\\udfff": 1}')
    assert "lone-surrogate" in rules_of(answer)
    json.dumps(answer.data, ensure_ascii=False).encode()
    assert check('{"model": "\ud800", "max_tokens": 1, "messages": []}').data["summary"]["errors"] > 0


def test_rules_are_read_and_listed() -> None:
    page = tools.read_rule(ReadRule("Tool_Result-missing "), in_source)
    assert page.data["slug"] == "tool-result-missing"
    assert page.text.startswith("tool-result-missing (tool-use): ")
    with pytest.raises(UsageError, match=r"did you mean [^?]*wrong-type"):
        tools.read_rule(ReadRule("wrong-typ"), in_source)
    assert [one["slug"] for one in tools.list_rules(ListRules(), in_source).data["rules"]] == list(catalogue())
    family = tools.list_rules(ListRules("tool-use"), in_source)
    assert {one["family"] for one in family.data["rules"]} == {"tool-use"}
    assert set(family.data["rules"][0]) == {"slug", "family", "title", "severity", "side", "retry", "evidence", "docs"}
    with pytest.raises(UsageError, match="one of account, "):
        tools.list_rules(ListRules("nonsense"), in_source)


def test_a_command_that_cannot_be_read_is_said_beside_the_others() -> None:
    """`check_request` checks the rest; `fix_request` takes one request only."""
    url = "https://api.anthropic.com/v1/messages"
    text = f"curl {url} -H 'x-api-key: x' -H 'anthropic-version: 2023-06-01' -d '{json.dumps(json.loads(BAD))}'\ncurl {url} -d @-\n"
    answer = check(text)
    lost = "request, command 2 (line 2): the body is not in the command but comes from standard input: check it by itself"
    assert answer.data["passed_over"] == [{"source": "request", "line": 2, "message": lost}]
    assert answer.text.startswith(f"passed over: {lost}\n")
    assert answer.data["summary"]["errors"] == 1
    with pytest.raises(UsageError, match="the text holds 2 requests"):
        fix(text)
