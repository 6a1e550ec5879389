"""Code is read as its literals say, and never run."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from checked_places import findings, places
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError
from why400.formats.read import read, read_all, recognise

SAMPLES = Path(__file__).parent / "samples"
URL = "https://api.anthropic.com/v1/messages"
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
scalars = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False) | text
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3), max_leaves=8)
OWN = ("betas", "timeout", "max_iterations", "output_format_class", "model")
bodies = st.dictionaries(text.filter(lambda name: not name.startswith("extra_") and name not in OWN), values, min_size=1, max_size=4)


def sent(code: str, number: int = 0) -> dict[str, object]:
    body = json.loads(read_all(code.encode(), source="x")[number].request.body)
    assert isinstance(body, dict)
    return body


@given(bodies)
def test_python_literals_come_back(body: dict[str, object]) -> None:
    """What repr writes, as keyword arguments and as a variable."""
    assert sent(f"import requests\nbody = {body!r}\nrequests.post({URL!r}, json=body)") == body
    assert sent(f"client.messages.create(model='m', **{body!r})") == {"model": "m", **body}


@pytest.mark.parametrize("words", ["a => b", "fetch(x)", "axios", "const x\nlet y", "*/ // #", "create({"])
def test_python_that_speaks_of_javascript(words: str) -> None:
    """What stands in strings decides nothing."""
    assert sent(f"client.messages.create(model='m', system={words!r})") == {"model": "m", "system": words}
    assert sent(f"x = '''\n{words}\n'''\nclient.messages.create(model='m')") == {"model": "m"}


@given(bodies)
def test_javascript_literals_come_back(body: dict[str, object]) -> None:
    """JSON is JavaScript."""
    written = json.dumps(body)
    assert sent(f"fetch({URL!r}, {{method: 'POST', body: JSON.stringify({written}, null, 2)}})") == body
    assert sent(f"const body = {json.dumps(body, indent=1)};\nawait axios.post('{URL}', body, {{}})") == body
    assert sent(f"fetch({URL!r}, {{method: 'POST', body: {json.dumps(written)}}})") == body


def test_a_text_that_reads_like_an_assignment_changes_no_variable() -> None:
    """Found by hypothesis: a member `body=` was taken for a change of `body`."""
    assert sent(f"const body = {{system: 'set body = 1; body.x = 2'}};\nawait axios.post('{URL}', body)") == {
        "system": "set body = 1; body.x = 2"
    }


JAVASCRIPT = [
    r"""{a: 'it\'s', 'b': "x\ty", c: `two
lines`, d: 0x1f, e: 1_000, f: -.5, g: 5., h: 1e3,}""",
    r"""{ /* note */ a: "\u00e9\u{1F600}\ud83d\ude00\x41\
b", // more
 b: [1, , ].length, }""".replace("[1, , ].length", "[1, [2, {}],]"),
    r"""{a: undefined, b: [null, true], "c d": ("x"), 1: 'n', $k: "a" + 'b'}""",
]


@pytest.mark.parametrize("written", JAVASCRIPT)
def test_javascript_as_node_reads_it(written: str) -> None:
    """Compared with the real node where it is installed; with what it said (node 18) elsewhere."""
    said = [
        '{"a":"it\'s","b":"x\\ty","c":"two\\nlines","d":31,"e":1000,"f":-0.5,"g":5,"h":1000}',
        '{"a":"é😀😀Ab","b":[1,[2,{}]]}',
        '{"1":"n","b":[null,true],"c d":"x","$k":"ab"}',
    ][JAVASCRIPT.index(written)]
    if shutil.which("node"):
        code = f"process.stdout.write(JSON.stringify({written}))"
        assert json.loads(subprocess.run(["node", "-e", code], capture_output=True, check=True, timeout=60).stdout) == json.loads(said)
    assert sent(f"fetch('{URL}', {{method: 'POST', body: JSON.stringify({written})}})") == json.loads(said)


@pytest.mark.parametrize(
    ("code", "url", "headers"),
    [
        (f"requests.post('{URL}', json={{}}, headers={{'x-api-key': KEY, 'A': 'b'}})", URL,
         {"x-api-key": "$UNKNOWN", "A": "b", "content-type": "application/json"}),
        ("import httpx\nhttpx.request('POST', f'{BASE}/v1/messages', content=b'{}', headers=dict(a='b'))", URL, {"a": "b"}),
        ("client.beta.messages.create(model='m', betas=['a-1', 'b-2'], extra_headers={'X': 'y'})", f"{URL}?beta=true",
         {"anthropic-beta": "a-1,b-2", "X": "y"}),
        ("client.messages.count_tokens(model='m', messages=[])", f"{URL}/count_tokens", {"anthropic-version": "2023-06-01"}),
        ("await anthropic.messages.countTokens({model: 'm'})", f"{URL}/count_tokens", {}),
        ("anthropic.messages.batches.create({requests: []})", f"{URL}/batches", {}),
        ("const c = new Anthropic({ baseURL: 'https://gw.example/api' });\nc.messages.create({model: 'm'}, {headers: {'X': 'y'}})",
         "https://gw.example/api/v1/messages", {"X": "y"}),
        ("c = AnthropicVertex(region='r')\nc.messages.create(model='m@1', stream=True)",
         "https://aiplatform.googleapis.com/v1/projects/PROJECT/locations/global/publishers/anthropic/models/m@1:streamRawPredict", {}),
        ("await fetch(`${base}/v1/messages`, {method: 'POST', headers: {'X': `${k}`}, body: '{}'})", URL, {"X": "$UNKNOWN"}),
        (f"axios({{method: 'post', url: '{URL}', data: {{a: 1}}, headers: {{X: 'y'}}}})", URL, {"X": "y", "content-type": "application/json"}),
    ],
)  # fmt: skip
def test_where_it_goes(code: str, url: str, headers: dict[str, str]) -> None:
    """URL, and the headers that are given or that the client adds."""
    request = read_all(code.encode(), source="x", as_="snippet")[0].request
    assert (request.method.upper(), request.url) == ("POST", url)
    assert headers.items() <= dict(request.header_pairs).items()


def test_streams_and_clouds() -> None:
    """`.stream` says so in the body; Bedrock's model is in the URL."""
    assert sent("with client.messages.stream(model='m') as s:\n  pass") == {"model": "m", "stream": True}
    request = read_all(b"c = AnthropicBedrock()\nc.messages.create(model='us.anthropic.m-v1:0', max_tokens=1)", source="x")[0].request
    assert request.url == "https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.m-v1:0/invoke"
    assert json.loads(request.body) == {"max_tokens": 1, "anthropic_version": "bedrock-2023-05-31"}


@pytest.mark.parametrize(
    ("name", "number", "rule", "shown"),
    [
        ("snippet_chrome_fetch.js", 0, "unknown-role", '\\"usr\\"'),
        ("snippet_fetch.ts", 0, "unknown-role", '"usr"'),
        ("snippet_sdk.ts", 0, "pattern-mismatch", '"get weather"'),
        ("snippet_sdk.txt", 0, "unknown-role", "'usr'"),
        ("snippet_sdk.txt", 0, "wrong-type", "None,"),
    ],
)
def test_findings_point_into_the_code(name: str, number: int, rule: str, shown: str) -> None:
    """At the literal, in the file's own writing."""
    assert places((SAMPLES / name).read_bytes(), number)[rule].startswith(shown)


def test_places_in_indented_code_and_behind_other_letters() -> None:
    """Part of a function, a byte order mark, a fence, letters of two bytes before it."""
    call = "client.messages.create(model='claude-haiku-4-5', max_tokens='é', messages=[{'role': 'user', 'content': 'x'}])"
    for code in (
        f"    x = 'é'; y = {call}\n    return y\n",
        f"\ufeff{call}",
        f"```python\nasync def f():\n    await {call}\n```\n",
        f"x = 'é'\r\n{call}",
    ):
        assert places(code.encode())["wrong-type"].startswith("'é', messages"), code


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("client.messages.create(model=MODEL, messages=m)", "x: line 1: `MODEL`, `m` are no literals: print the request, or set ANTHROPIC_LOG=debug"),
        ("\nclient.messages.create(model='m', tools=tools)", "x: line 2: `tools` is a variable: print the request"),
        ("m = []\nm.append({})\nclient.messages.create(model='m', messages=m)", "x: line 3: `m` is a variable"),
        ("a = a\nclient.messages.create(model=a)", "x: line 2: `a` is a variable"),
        ("client.messages.create(model='m', **more)", "`**more` is no literal"),
        ("client.messages.create(..., model='m')", "x: line 1: `...` is no literal"),
        ("client.messages.create(model=f'{x}')", "`f'{x}'` is no literal"),
        ("client.messages.create(model='m'", "x: line 1: this Python cannot be read"),
        ("const m = [];\nm.push(1);\nanthropic.messages.create({model: 'm', messages: m})", "x: line 3: `m` is a variable"),
        ("anthropic.messages.create({...base, model: `${m}`})", "x: line 1: `...base`, "),
        (f"fetch('{URL}', {{method: 'POST', body: JSON.stringify({{model: 'm' max_tokens: 1}})}})", "is no literal"),
        (f"fetch('{URL}', {{method: 'POST', body: JSON.stringify({{messages: x.map(y => ({{a: 1, b: '}}'}}))}})}})", "`x.map(y => ({a: 1, b: '}'}))` is no literal"),
        (f"fetch('{URL}', {{method: 'POST', body: {{}}}})", "the body is no text"),
    ],
)  # fmt: skip
def test_what_only_running_it_would_tell(code: str, said: str) -> None:
    """One line that names the place and the variables."""
    with pytest.raises(FormatError) as caught:
        read_all(code.encode(), source="x", as_="snippet")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "code",
    [
        "#!/usr/bin/env -S uv run python\nclient.messages.create(model='m')",
        "#!/usr/bin/env python3\n\nclient.messages.create(model='m')",
        "#!/usr/bin/env -S npm run tsn -T\n\nanthropic.messages.create({model: 'm'})",
        "type Answer = string;\nanthropic.messages.create({model: 'm'});",
        "(async () => {\n  await anthropic.messages.create({model: 'm'});\n})();",
        "while True:\n    client.messages.create(model='m')",
    ],
)
def test_whatever_the_program_begins_with(code: str) -> None:
    assert sent(code) == {"model": "m"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "first = client.messages.create(model='m')\nclient.messages.create(model='n', messages=first.content)",
            "x: line 2: `first.content` is no literal",
        ),
        ("client.messages.create(model=MODEL)\nclient.messages.create(model='m')\nclient.messages.create(**more)", "line 1: `MODEL` is a variable"),
        ("const a = await client.messages.create({model: 'm'});\nawait client.messages.create({model: n});", "x: line 2: `n` is a variable"),
    ],
)  # fmt: skip
def test_a_call_that_is_no_literal_leaves_the_others(code: str, said: str) -> None:
    """What can be read is; what cannot is said."""
    found, passed_over = read(code.encode(), source="x")
    assert [json.loads(one.request.body) for one in found] == [{"model": "m"}]
    assert said in str(passed_over[0].error)
    assert len(passed_over) == code.count("create(") - 1


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("client.messages.create(model='m', temperature=anthropic.NOT_GIVEN, top_p=omit, top_k=None)", {"model": "m", "top_k": None}),
        ("client.messages.create(model='m', messages=[types.MessageParam(role='user', content='x')])",
         {"model": "m", "messages": [{"role": "user", "content": "x"}]}),
        ("client.messages.batches.create(requests=[Request(custom_id='1', params=MessageCreateParamsNonStreaming(model='m'))])",
         {"requests": [{"custom_id": "1", "params": {"model": "m"}}]}),
        ("body = MessageCreateParamsStreaming(model='m', stream=True)\nclient.messages.create(**body)", {"model": "m", "stream": True}),
    ],
)  # fmt: skip
def test_the_sdk_s_own_words(code: str, body: dict[str, object]) -> None:
    """Its typed dicts are dicts, and what stands for "not given" is not sent."""
    assert sent(code) == body


def test_other_calls_are_left_out() -> None:
    """Other hosts, Twilio's messages, comments."""
    code = f"""const a = await fetch("https://example.com/x");
// fetch("{URL}", {{body: "0"}})
const b = await fetch("{URL}", {{method: "POST", body: "1"}});
"""
    assert [(one.label, one.request.body) for one in read_all(code.encode(), source="x")] == [("line 3", b"1")]
    with pytest.raises(FormatError, match="no call that sends a request"):
        read_all(b"client.messages.create(body='x', to='y')", source="x", as_="snippet")


@pytest.mark.parametrize(
    "data",
    [
        b'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    client.messages.create(model="m")\nanthropic.BadRequestError: Error code: 400',
        b"import x\nTraceback (most recent call last):\n client.messages.create(",
        b"const r = await anthropic.messages.create({\n          ^\nBadRequestError: 400\n    at f (/a/b.js:1:2)\n",
        b"import os\nprint('no call')\n",
        b"fetch('https://example.com/x')",
        b'{"a": "client.messages.create("}',
    ],
)
def test_reports_and_other_code_are_none(data: bytes) -> None:
    """A report of an error quotes code, and is to be explained."""
    read = read_all(data, source="x")[0].kind if recognise(data) == "request" else "none"
    assert read in ("none", "json")


@pytest.mark.parametrize(
    "code",
    [
        "anthropic.messages.create({a: " + "[" * 50_000,
        "client.messages.create(model=" + "[" * 50_000,
        "client.messages.create(model='m', a=" + "[" * 150 + "]" * 150 + ")",
        "anthropic.messages.create({a: `" + "\\" * 200_000,
        "anthropic.messages.create({a: " + "/* " * 100_000 + "})",
        "a0 = ['x']\n" + "".join(f"a{n + 1} = [a{n}, a{n}]\n" for n in range(40)) + "client.messages.create(model='m', a=a40)",
        "const a0 = ['x'];\n" + "".join(f"const a{n + 1} = [a{n}, a{n}];\n" for n in range(40)) + "c.messages.create({model: 'm', a: a40})",
    ],
    ids=[str(number) for number in range(7)],
)
def test_hostile_code_is_refused_in_time(code: str) -> None:
    """Deep, doubling or unclosed: one line."""
    with pytest.raises(FormatError) as caught:
        read_all(code.encode(), source="x", as_="snippet")
    assert "\n" not in str(caught.value)


def test_calls_that_go_deeper_and_deeper() -> None:
    """Each holds what the one before it holds: those that can be read are, the others are passed over in one line each."""
    code = "a0 = []\n" + "".join(f"a{n + 1} = [a{n}]\nclient.messages.create(model='m', a=a{n + 1})\n" for n in range(400))
    found = read(code.encode(), source="x", as_="snippet")
    assert found.requests
    assert len(found.requests) + len(found.passed_over) == 400
    assert not any("\n" in str(one.error) for one in found.passed_over)


def test_sound_code_has_no_findings() -> None:
    """A plain call of the SDK, as its README has it."""
    code = b"""import anthropic
client = anthropic.Anthropic()
message = client.messages.create(
    model="claude-haiku-4-5",
    max_tokens=1024,
    messages=[{"role": "user", "content": "Hello, Claude"}],
)
print(message.content)
"""
    assert [one.rule for one in findings(code) if one.severity == "error"] == []


@pytest.mark.parametrize(
    "code",
    [
        "requests.post(URL, headers=get_headers(), json=BODY)",
        "requests.post(URL, headers={**base, 'x-api-key': k}, json=BODY)",
        "await fetch(URL, {method: 'POST', headers, body: JSON.stringify(BODY)})",
        "await fetch(URL, {method: 'POST', headers: {...base, 'X': 'y'}, body: JSON.stringify(BODY)})",
        "axios.post(URL, BODY, config)",
    ],
)
def test_headers_that_are_no_literals_are_not_judged(code: str) -> None:
    """Nothing is said to be missing, no beta to be absent."""
    body = '{"model": "claude-haiku-4-5", "max_tokens": 1, "messages": [{"role": "user", "content": "x"}], "context_management": {"edits": []}}'
    assert [one.rule for one in findings(code.replace("URL", repr(URL)).replace("BODY", body).encode()) if one.severity == "error"] == []


CALL = "client.messages.create(model='m', max_tokens=1, messages=m)"
FAULTS = {
    "a statement of Python 2": "print 'x'\n",
    "marks of a merge": "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> b\n",
    "a bracket left open": "client.messages.create(\n    model='m',\n    messages=[]\n\nprint(1)\n",
    "a bracket left open at the end of a function": "def f():\n    return g(1\n\nclass A:\n    pass\n",
    "a string left open": 'x = """\n',
    "a header without its colon": "def f()\n    return 1\n",
    "a handler without its colon": "try:\n    g()\nexcept E as e\n    g()\n",
    "try without a handler": "try:\n    g()\ng()\n",
    "no block": "if 1:\ng()\n",
    "a line too far in": "g()\n  g()\n  g()\n",
    "a line between two depths": "if 1:\n    g()\n  g()\n",
    "an else of nothing": "else:\n    g()\n",
    "a bracket of nothing": "g())\n",
    "words": "And then it fails:\n",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_keeps_no_other_call_from_being_read(name: str) -> None:
    """Before the fault and behind it, each with the places that it has."""
    before = f"m = [{{'role': 'user', 'content': 'x'}}]\n{CALL}\n"
    code = before + FAULTS[name] + (f"\n{CALL}\n" if "string" not in name else "")
    found = read(code.encode(), source="x", as_="snippet")
    lines = [number for number, line in enumerate(code.split("\n"), 1) if line == CALL]
    assert [one.label for one in found.requests] == [f"line {line}" for line in lines]
    assert [json.loads(one.request.body)["messages"] for one in found.requests] == [[{"role": "user", "content": "x"}]] * len(lines)
    first = before.count("\n") + 1
    assert {
        "line" in one.text and one.line is not None and first <= one.line <= first + FAULTS[name].count("\n") for one in found.passed_over
    } == {True}
    second = places(code.replace("max_tokens=1", "max_tokens='é'").encode(), len(lines) - 1, as_="snippet")
    assert second["wrong-type"] == "'é', messages=m)"


@pytest.mark.parametrize("fault", ["m.append({)\n", "m = [}\n", "m[0] = (]\n", "for m in (]:\n    g()\n", "a, m = 1 2\n"])
def test_a_variable_that_a_faulty_statement_may_change_is_not_known(fault: str) -> None:
    found = read(f"m = []\n{CALL.replace('messages=m', 'messages=[]')}\n{fault}{CALL}\n".encode(), source="x")
    assert len(found.requests) == 1
    assert any("`m` is a variable" in one.text for one in found.passed_over)


def test_a_part_of_a_faulty_call_is_no_call() -> None:
    """Nothing is taken out of a statement: what is left of it would be another request."""
    faulty = "client.messages.create(\n    model='m',\n    max_tokens=1 2,\n    messages=[{'role': 'user' 'content': 'x'}],\n)\n"
    with pytest.raises(FormatError, match="line 3"):
        read(faulty.encode(), source="x")
    assert [one.label for one in read((faulty + PLAIN).encode(), source="x").requests] == ["line 6"]


PLAIN = "client.messages.create(model='m', max_tokens=1, messages=[])\n"


def test_headers_that_are_given_take_the_place_of_the_clients_own() -> None:
    request = read_all(PLAIN.replace(")", ", extra_headers={'Anthropic-Version': '2026-10-21'})").encode(), source="x")[0].request
    assert [value for name, value in request.headers if name.lower() == "anthropic-version"] == ["2026-10-21"]
