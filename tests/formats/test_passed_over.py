"""What of an input cannot be read does not keep the rest from being checked, and is said: where, why, and what to do."""

import json
from pathlib import Path

import pytest

from why400.errors import FormatError, UsageError
from why400.formats.read import Reading, read

SAMPLES = Path(__file__).parent / "samples"
URL = "https://api.anthropic.com/v1/messages"
BODY = '{"model": "claude-sonnet-5", "max_tokens": 1, "messages": []}'
CURL = f"curl {URL} -H 'x-api-key: k' -d '{BODY}'\n"
POST = f"https POST api.anthropic.com/v1/messages --raw '{BODY}'\n"
PSH = f"Invoke-RestMethod -Uri {URL} -Method Post -Body '{BODY}'\n"
PYTHON = "client.messages.create(model='m', max_tokens=1, messages=[])\n"
JS = "await client.messages.create({model: 'm', max_tokens: 1, messages: []})\n"
HTTP = f"POST /v1/messages HTTP/1.1\nHost: api.anthropic.com\n\n{BODY}\n"
LOG = "[log_{}, request] sending request {{\n  method: 'post',\n  url: '" + URL + "',\n  options: {{ body: {} }},\n  headers: {{}}\n}}\n"


def har(*bodies: str | None) -> str:
    sent = {"method": "POST", "url": URL, "headers": []}
    entries = [{"request": {**sent, **({"postData": {"text": body}} if body else {})}, "response": {"status": 200}} for body in bodies]
    return json.dumps({"log": {"entries": [*entries, {"request": {}}]}})


def session(*lines: object) -> str:
    """A session of Claude Code's; a text stands as it is."""
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)


def said(number: int, parent: int | None, role: str, text: str) -> dict[str, object]:
    message = {"role": role, "content": text, **({"id": f"msg_{number}", "model": "claude-sonnet-5"} if role == "assistant" else {})}
    return {
        "type": role,
        "uuid": f"u{number}",
        "parentUuid": parent and f"u{parent}",
        "isSidechain": False,
        "sessionId": "s",
        "message": message,
    }


CASES = {
    "curl, standard input": (CURL + f"curl {URL} -d @-\n" + CURL, 2, [(2, "x, command 2 (line 2): the body is not in the command but comes from")]),
    "curl, a variable": (f"curl {URL} -d \"$BODY\"\n" + CURL, 1, [(1, "x, command 1 (line 1): the body is what `$BODY` holds")]),
    "curl, a quote": (CURL + f"\ncurl {URL} -d '{{\n" + CURL, 2, [(3, "x: line 4: the quote that opens here is never closed")]),
    "HTTPie": (POST + "https POST api.anthropic.com/v1/messages --raw \"$BODY\"\n", 1, [(2, "x, command 2 (line 2): the body is what")]),
    "PowerShell, a body": (PSH + f"irm -Uri {URL} -Method Post -Body (Get-Body)\n", 1, [(2, "x: line 2: ")]),
    "PowerShell, a URL": (PSH + "irm -Uri $uri -Method Post -Body 'x'\n", 1, [(2, "x: line 2: the URL is no literal")]),
    "PowerShell, a bracket": (f"irm -Uri {URL} -Headers @{{ a = 1 -Body 'x'\n" + PSH, 1, [(1, "x: line 1: a `}` is missing")]),
    "Python": (PYTHON + "client.messages.create(model=m, max_tokens=1, messages=history)\n" + PYTHON, 2, [(2, "x: line 2: ")]),
    "Python, a fault": (PYTHON + "print 'x'\n" + PYTHON, 2, [(2, "x: line 2: this part of the Python cannot be read (")]),
    "Python in fences": (f"```python\n{PYTHON}```\n\n```python\nclient.messages.create(model=\n```\n", 1, [(6, "x: line 6: this Python cannot")]),
    "JavaScript": (JS + "await client.messages.create(params)\n" + JS, 2, [(2, "x: line 2: ")]),
    "HTTP": (HTTP + "###\nPOST /v1/messages HTTP/1.1\nno header\n\n{}\n###\n" + HTTP, 2, [(6, "x: line 7 is no HTTP header")]),
    "curl -v": (
        "* Connected\n> GET /v1/models HTTP/1.1\n> Host: api.anthropic.com\n>\n> POST /v1/messages HTTP/1.1\n> Host: api.anthropic.com\n>\n",
        1, [(5, "x: line 5: `curl -v` does not print the body")],
    ),
    "SDK's log": (
        "Anthropic:DEBUG:x\n" + LOG.format("a", "{ model: 'm', messages: [ [Object] ] }") + LOG.format("b", "{ model: 'm', messages: [] }"),
        1, [(2, "x: line 2: the printed body is cut off (messages.0 is printed as [Object]): log it in full")],
    ),
    "HAR": (har(BODY, None), 1, [
        (None, "x: entry 2 (/v1/messages) was saved without the request body: record with bodies"),
        (None, "x: entry 3 holds no request with a method and a URL"),
    ]),
    "cassette": (
        json.dumps({"interactions": [
            {"request": {"method": "POST", "uri": URL, "body": BODY}, "response": {"status": {"code": 200}}},
            {"request": {"method": "POST", "uri": URL, "body": None}, "response": {"status": {"code": 200}}}, {"request": None},
        ]}),
        1, [(None, "x: interaction 2 (/v1/messages) was saved without"), (None, "x: interaction 3 holds no request")],
    ),
    "batch": (
        json.dumps({"custom_id": "a", "method": "POST", "url": "/v1/messages", "body": {}}) + '\n{"custom_id": "b", "url": "/v1/messages"}\n',
        1, [(2, "x: line 2 has no `body`")],
    ),
    "Claude Code": (
        session(said(1, None, "user", "Hi"), '{"cut off', said(2, 1, "assistant", "Hello"), "[]", said(3, 2, "user", "Bye")),
        1, [(2, "x: line 2 is no JSON object"), (4, "x: line 4 is no JSON object")],
    ),
    "messages": ('[{"role": "user", "content": "Hi"},\n 7,\n {"role": "assistant", "content": "Hello"}]', 1, [(2, "x: the item in line 2 is no message")]),
}  # fmt: skip


def test_the_line_of_a_recorded_call_is_said() -> None:
    """Where the recording has lines: the entry of a HAR and of each kind of cassette, in JSON and in YAML."""
    lost = "was saved without the request body: record with bodies"
    text = json.dumps(json.loads(har(BODY, None)), indent=1)
    begins = [number for number, line in enumerate(text.split("\n"), 1) if line == "   {"]
    assert [one.line for one in reading(text).passed_over] == begins[1:]
    before, second, third = (SAMPLES / "vcrpy_requests.yaml").read_text().split("- request:\n")[1:]
    bodiless = "    body: null\n" + second[second.index("    headers:") :]
    found = reading(
        "- request:\n".join(("interactions:\n", before, bodiless, third)).replace("\nversion: 1", "\n- request: {}\nversion: 1")
    )
    assert len(found.requests) == 2
    assert [one.line for one in found.passed_over] == [47, None]
    assert found.passed_over[0].text == f"x: interaction 2 (/v1/messages) {lost} (line 47)"
    calls = [{"request": {"method": "POST", "uri": URL, "body": body}, "response": {"status": {"code": 200}}} for body in (BODY, None)]
    (one,) = reading(json.dumps({"interactions": calls}, indent=1)).passed_over
    assert one.text == f"x: interaction 2 (/v1/messages) {lost} (line 15)"


def reading(text: str) -> Reading:
    return read(text.encode(), source="x")


@pytest.mark.parametrize("name", CASES)
def test_the_rest_is_read_and_this_is_said(name: str) -> None:
    text, count, wanted = CASES[name]
    found = reading(text)
    assert len(found.requests) == count
    assert [one.line for one in found.passed_over] == [line for line, _ in wanted]
    for one, (_, words) in zip(found.passed_over, wanted, strict=True):
        assert one.text.startswith(words)
        assert "\n" not in one.text


def test_what_goes_elsewhere_is_none_of_it() -> None:
    """Requests to other APIs are not lost: nobody wants to know."""
    assert reading(CURL + "curl https://example.com/upload -d @-\n").passed_over == []
    assert reading(PSH + "irm -Uri https://example.com -Method Post -Body (Get-Body)\n").passed_over == []
    assert (
        reading(LOG.format("a", "{ model: 'm' }") + LOG.replace(URL, "https://example.com").format("b", "{ a: [Object] }")).passed_over
        == []
    )


def test_attempts_of_one_request_are_passed_over_once() -> None:
    cut = LOG.format("a", "{ model: 'm', messages: [ [Object] ] }")
    again = cut.replace("url:", "retryOf: 'a',\n  url:").replace("log_a,", "log_c,").replace("'a'", "'log_a'")
    found = reading("Anthropic:DEBUG:x\n" + cut + again + LOG.format("b", "{ model: 'm', messages: [] }"))
    assert len(found.passed_over) == 1


def test_where_nothing_can_be_read_the_first_reason_is_the_error() -> None:
    with pytest.raises(FormatError, match=r"^x, command 1 \(line 1\): the body is not in the command"):
        reading(f'curl {URL} -d @-\ncurl {URL} -d "$BODY"\n')

    def load(name: str) -> bytes:
        raise UsageError(f"{name} is not there")

    with pytest.raises(UsageError, match="body is not there"):
        read(f"curl {URL} -d @body".encode(), source="x", load=load)
    found = read(f"{CURL}curl {URL} -d @body\n".encode(), source="x", load=load)
    assert [one.text for one in found.passed_over] == ["body is not there (line 2)"]


def test_commands_that_cannot_be_taken_apart_are_not_sought_for_ever() -> None:
    """Each is looked at up to the end of the text: after twenty the rest is left alone."""
    found = reading(CURL + f"curl {URL} -d $(\n" * 200)
    assert len(found.passed_over) == 20
