"""Inputs that nobody means well with: too deep, too many, not UTF-8, numbers without end."""

import json

import pytest

import why400
from bench import hostile
from tests.robustness.good import AS_OF, GOOD, GOOD_BYTES, assert_sound

DEEP = 100_000
ERROR = b'{"type":"error","error":{"type":"api_error","message":"Internal server error"}}'
USER = b'{"role":"user","content":"a"}'
HEAD = b'{"model":"claude-sonnet-5","max_tokens":10,"messages":['
TOOL = HEAD + USER + b'],"tools":[{"name":"f","input_schema":{"type":"object","properties":'


def at_max_tokens(number: bytes) -> bytes:
    return HEAD.replace(b"10", number) + USER + b"]}"


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "space": b" \n\t",
    "arrays in arrays": b"[" * DEEP + b"]" * DEEP,
    "objects in objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "arrays in the messages": hostile.brackets(DEEP),
    "objects in an input": hostile.deep_input(DEEP),
    "objects in an input_schema": TOOL + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}}]}",
    "arrays that never end": b"[" * DEEP,
    "closing brackets": b"]" * DEEP,
    "arrays and objects by turns": b'[{"a":' * DEEP,
    "a million braces": b"{" * 1_000_000,
    "80,000 missing commas": hostile.missing_commas(80_000),
    "quotes without escapes": hostile.quotes(20_000),
    "invalid UTF-8": GOOD_BYTES.replace(b"brief", b"br\xff\xfe\xc3\x28"),
    "invalid UTF-8 in a key": GOOD_BYTES.replace(b'"system"', b'"sys\xe9tem"'),
    "UTF-16": GOOD_BYTES.decode().encode("utf-16"),
    "UTF-32": GOOD_BYTES.decode().encode("utf-32"),
    "byte order mark": b"\xef\xbb\xbf" + GOOD_BYTES,
    "nothing but NUL": b"\x00" * 100_000,
    "NUL inside": GOOD_BYTES.replace(b"brief", b"br\x00ief"),
    "lone surrogate, escaped": GOOD_BYTES.replace(b"brief", b"\\ud83d"),
    "lone low surrogate, escaped": GOOD_BYTES.replace(b'"max_tokens"', b'"\\udead"'),
    "lone surrogate, as bytes": GOOD_BYTES.replace(b"brief", b"\xed\xa0\xbd"),
    "infinity": at_max_tokens(b"Infinity"),
    "NaN": at_max_tokens(b"NaN"),
    "control characters": GOOD_BYTES.replace(b"brief", bytes(range(32))),
    "every byte": bytes(range(256)) * 400,
    "colons": b'{"a"' + b":" * 100_000,
    "commas": b"[" + b"," * 100_000 + b"]",
    "comments": b"/*" * 100_000,
    "backslashes": b'{"a": "' + b"\\" * 100_001,
    "single quotes": b"{'a': '" + b"it's " * 50_000 + b"'}",
    "words": b"a b c " * 50_000,
    "two bodies": GOOD_BYTES + GOOD_BYTES,
}
ODD: dict[str, bytes] = {
    "401 digits": at_max_tokens(b"9" * 401),
    "5,000 digits": at_max_tokens(b"9" * 5_000),
    "a million digits": at_max_tokens(b"1" * 1_000_000),
    "1e999": at_max_tokens(b"1e999"),
    "-1e999": at_max_tokens(b"-1e999"),
    "1e-999": at_max_tokens(b"1e-999"),
    "2**64": at_max_tokens(b"18446744073709551616"),
    "a key many times": hostile.one_key(1_000_000),
    "unknown keys": hostile.unknown_keys(2_000),
    "an unknown key of a megabyte": HEAD + USER + b'],"' + b"k" * 1_000_000 + b'":1}',
    "a role of a megabyte": HEAD + b'{"role":"' + b"r" * 1_000_000 + b'","content":"a"}]}',
    "a tag of a megabyte": HEAD + b'{"role":"user","content":[{"type":"' + b"t" * 1_000_000 + b'"}]}]}',
    "a model of a megabyte": HEAD.replace(b"claude-sonnet-5", b"m" * 1_000_000) + USER + b"]}",
    "keys with slashes and tildes": HEAD + USER + b'],"a/b":1,"c~d":2,"":3,"~1":4}',
    "arrays 900 deep": HEAD + b'{"role":"user","content":' + b"[" * 900 + b"]" * 900 + b"}]}",
    "input 900 deep": hostile.deep_input(900),
    "unanswered calls": hostile.unanswered_calls(2_000),
    "faulty blocks": hostile.faulty_blocks(2_000),
    "tools of one name": hostile.many_tools(1_000),
    "just null": b"null",
    "just a number": b"17",
    "just an array": b"[1, 2]",
    "just a string": b'"hello"',
    "a string that holds a body": json.dumps(GOOD_BYTES.decode()).encode(),
    "a string in a string in a string": json.dumps(json.dumps(json.dumps(GOOD))).encode(),
}
FINE: dict[str, bytes] = {
    "input_schema 900 deep": TOOL + b'{"a":' * 900 + b"{}" + b"}" * 900 + b"}}]}",
    "input_schema, items 900 deep": TOOL + b'{"a":' + b'{"items":' * 450 + b"{}" + b"}" * 450 + b"}}}]}",
    "input_schema, a reference to itself": TOOL.replace(b'"properties":', b'"$ref":"#"}}]}'),
}
EVERYTHING = {**BROKEN, **ODD, **FINE}


@pytest.mark.parametrize("name", BROKEN)
def test_check_says_that_it_is_no_good_json(name: str) -> None:
    findings = why400.check(BROKEN[name], as_of=AS_OF)
    assert any(one.severity == "error" for one in findings)
    for one in findings:
        if one.pointer is None:  # a place in the text; those in the value are of a repaired body that is not shown
            assert_sound([one], None)


@pytest.mark.parametrize("name", ODD)
def test_check_finds_what_is_odd(name: str) -> None:
    findings = why400.check(ODD[name], as_of=AS_OF)
    assert findings
    try:
        value = json.loads(ODD[name])
    except (ValueError, RecursionError):  # Python's own limits, not the API's
        return
    if isinstance(value, dict):
        assert_sound(findings, value)


@pytest.mark.parametrize("name", FINE)
def test_check_lets_deep_schemas_pass(name: str) -> None:
    assert why400.check(FINE[name], as_of=AS_OF) == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_fix_returns(name: str) -> None:
    assert isinstance(why400.fix(EVERYTHING[name], unsafe=True, as_of=AS_OF).request.body, bytes)


@pytest.mark.parametrize("name", EVERYTHING)
def test_explain_returns(name: str) -> None:
    assert isinstance(why400.explain(EVERYTHING[name]), list)


def test_explain_points_into_any_request() -> None:
    error = '{"type":"error","error":{"type":"invalid_request_error","message":"messages.3.content.7.text.text: Field required"}}'
    for data in (*BROKEN.values(), *ODD.values()):
        if len(data) < 100_000:
            assert why400.explain(error, request=data)


def test_a_million_messages() -> None:
    findings = why400.check(hostile.messages(1_000_000), as_of=AS_OF)
    assert not [one for one in findings if one.pointer and one.pointer != "/messages"], "no single message is at fault"


def test_a_dict_that_is_too_deep_for_json() -> None:
    inner: dict[str, object] = {}
    for _ in range(DEEP):
        inner = {"a": inner}
    body = {**GOOD, "metadata": inner}
    try:
        with pytest.raises(why400.UsageError):  # it cannot be sent as it is: no body, so no finding
            why400.check(body, as_of=AS_OF)
    finally:
        while inner:  # taken apart by hand, as Python's own end of it would be recursive
            inner = inner.pop("a", {})


LONG_LINES = {
    "words": b"error: 400 bad request " * 50_000,
    "no spaces": b"x" * 1_000_000,
    "braces": b"{" * 1_000_000,
    "braces and quotes": b'{"' * 500_000,
    "bodies that never end": b'{"type":"error","error":{"message":"' * 20_000,
    "escaped quotes": b'\\"' * 500_000,
    "backslashes": b'"' + b"\\" * 1_000_000 + b'{"type":"error"}',
    "one body in a long line": b"y" * 1_000_000 + ERROR + b"y" * 1_000_000,
    "a message of a megabyte": b'{"type":"error","error":{"type":"api_error","message":"' + b"very " * 200_000 + b'"}}',
    "nested strings": b'{"error":"' * 20_000,
    "brackets of Python": b"[('a', " * 100_000,
    "status lines": b"HTTP/1.1 400 Bad Request\r\n" * 40_000,
    "tracebacks": b"Traceback (most recent call last):\n" * 30_000,
    "html": b"<html><head><title>502 Bad Gateway</title></head>" * 20_000,
    "open html": b"<html><" * 150_000,
    "percent escapes": b"%7B%22" * 150_000,
    "HTML entities": b"&quot;&#123;" * 80_000,
    "NUL": b"\x00" * 1_000_000,
    "invalid UTF-8": b"\xff\xfe" * 500_000,
    "new lines": b"\n" * 1_000_000,
    "carriage returns": b"\r" * 1_000_000,
    "colons": b"a: " * 300_000,
    "terminal colours": b"\x1b[31m" * 200_000,
    "one error many times": hostile.same_error(5_000),
}  # fmt: skip


@pytest.mark.parametrize("name", LONG_LINES)
def test_explain_returns_from_long_lines(name: str) -> None:
    assert isinstance(why400.explain(LONG_LINES[name]), list)
