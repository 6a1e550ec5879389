"""From whole texts to errors: lines, many at once, frames, pages, what is cut off, and what is no error."""

import pytest

from why400.explain.find import find_errors

BODY = '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"},"request_id":"req_01AbCdEfGh"}'


def messages(text: str | bytes) -> list[str]:
    return [error.message for error in find_errors(text)]


def test_a_body_gives_everything_that_it_says() -> None:
    (error,) = find_errors("HTTP/1.1 400 Bad Request\ncontent-type: application/json\n\n" + BODY)
    assert (error.status, error.type, error.message) == (400, "invalid_request_error", "max_tokens: Field required")
    assert (error.request_id, error.platform, error.origin) == ("req_01AbCdEfGh", "anthropic", "api")
    assert (error.first_line, error.last_line) == (4, 4)


def test_each_error_of_a_log_is_found_with_its_lines() -> None:
    lines = [f"2026-11-23 22:14:0{n % 10} INFO served request {n}" for n in range(2000)]
    for at in (3, 700, 701, 1999):
        lines[at] = "2026-11-23 22:14:01 ERROR Error code: 400 - " + BODY
    found = find_errors("\n".join(lines))
    assert [error.first_line for error in found] == [4, 701, 702, 2000]
    assert {error.message for error in found} == {"max_tokens: Field required"}


def test_lines_are_counted_behind_multibyte_text_and_windows_line_ends() -> None:
    text = "Zeile mit Umlaut: äöü 错误\r\n" * 500 + "API Error: 400 " + BODY + "\r\n"
    assert [error.first_line for error in find_errors(text)] == [501]
    assert [error.first_line for error in find_errors(text.encode())] == [501]


def test_a_body_over_several_lines_spans_them() -> None:
    text = 'API Error: 429\n{\n  "type": "error",\n  "error": {\n    "type": "rate_limit_error",\n    "message": "Rate\n limited"\n  }\n}'
    (error,) = find_errors(text)
    assert (error.message, error.status, error.first_line, error.last_line) == ("Rate limited", 429, 6, 7)


def test_an_error_in_the_middle_of_a_stream_is_found() -> None:
    text = (
        'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}\n\n'
        'event: error\ndata: {"type":"error","error":{"details":null,"type":"overloaded_error","message":"Overloaded"}}\n'
    )
    (error,) = find_errors(text)
    assert (error.status, error.type, error.message, error.first_line) == (529, "overloaded_error", "Overloaded", 5)


@pytest.mark.parametrize(("error_type", "status"), [("authentication_error", 401), ("not_found_error", 404), ("timeout_error", 504)])
def test_a_status_that_the_type_implies_is_filled_in(error_type: str, status: int) -> None:
    (error,) = find_errors(f'{{"type":"error","error":{{"type":"{error_type}","message":"Something is not right"}}}}')
    assert error.status == status


def test_a_status_that_the_type_does_not_imply_stays_unknown() -> None:
    (error,) = find_errors('{"type":"error","error":{"type":"invalid_request_error","message":"Something is not right"}}')
    assert error.status is None


def test_a_machine_readable_code_is_read_from_the_details() -> None:
    body = '{"type":"error","error":{"type":"not_found_error","message":"File has expired.","details":{"error_code":"file_expired"}}}'
    (error,) = find_errors(body)
    assert (error.code, error.type) == ("file_expired", "not_found_error")


@pytest.mark.parametrize("cut", [90, 100, 110, 118])
def test_a_message_that_is_cut_off_is_still_read(cut: int) -> None:
    body = BODY.replace("max_tokens: Field required", "messages.0.content: Input should be a valid list of blocks and nothing else")
    (error,) = find_errors(body[:cut])
    assert error.message.startswith("messages.0.content: Inp")


def test_bare_messages_are_found_in_prose_code_and_comments() -> None:
    assert messages("max_tokens: Field required") == ["max_tokens: Field required"]
    assert messages("it says `system.0.cache_control: Extra inputs are not permitted`, why?") == [
        "system.0.cache_control: Extra inputs are not permitted"
    ]
    assert messages('    // answers "fallbacks: Extra inputs are not permitted", so we\n    // drop it') == [
        "fallbacks: Extra inputs are not permitted"
    ]


def test_a_message_over_commented_lines_is_joined() -> None:
    text = '# ("container: skills can only be used when a code\n# execution tool is enabled").'
    assert messages(text) == ["container: skills can only be used when a code execution tool is enabled"]


def test_the_innermost_answer_wins_over_the_gateways() -> None:
    text = (
        '{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\\"type\\":\\"error\\",\\"error\\":{\\"type\\":'
        '\\"invalid_request_error\\",\\"message\\":\\"tools.0.name: Field required\\"}}","provider_name":"Google"}}}'
    )
    assert messages(text) == ["tools.0.name: Field required"]


def test_a_relays_ids_are_taken_off_the_apis_message_and_left_on_its_own() -> None:
    relayed = (
        '{"error":{"message":"tools.0.name: Field required (request id: 20260101) (request id: 20260102)","type":"<nil>"},"type":"error"}'
    )
    assert messages(relayed) == ["tools.0.name: Field required"]
    own = "API Error: 400 Invalid type for 'tools.23', expected an object. (request id: 202601011234)"
    assert messages(own) == ["Invalid type for 'tools.23', expected an object. (request id: 202601011234)"]


def test_a_page_of_a_gateway_is_one_error_with_its_status() -> None:
    (error,) = find_errors("API Error: <html>\n<head><title>502 Bad Gateway</title></head>\n<body><hr>cloudflare</body>\n</html>")
    assert (error.origin, error.status, error.first_line, error.last_line) == ("gateway", 502, 1, 4)


def test_a_long_page_is_named_by_its_title() -> None:
    page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>" + "<p>x</p>" * 500 + "</body></html>"
    assert messages(page) == ["Just a moment..."]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("TypeError: unsupported operand type(s) for /: 'str' and 'int'", "client"),
        ("anthropic.APIConnectionError: Connection error.", "client"),
        ("Error: connect ECONNREFUSED 127.0.0.1:443", "client"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate", "client"),
        ("httpx.ReadTimeout: The read operation timed out", "client"),
        ('"Could not resolve authentication method. Expected one of api_key, auth_token, or credentials to be set."', "client"),
        ("ValueError: Streaming is required for operations that may take longer than 10 minutes.", "client"),
        ("API Error: 400 messages[1].role must be either 'user' or 'assistant', but got 'system'", "lookalike"),
        ('{"error":{"type":"1113","message":"Insufficient balance or no resource package. Please recharge."}}', "lookalike"),
        ("Failed to deserialize the JSON body into the target type: missing field `model` at line 1 column 2", "lookalike"),
        ("API Error: 503 No available accounts: all are busy", "gateway"),
        (
            "An error occurred (ValidationException) when calling the InvokeModel operation: not this way",
            "platform",
        ),
    ],
)
def test_what_the_api_did_not_write_is_named_as_that(text: str, origin: str) -> None:
    assert {error.origin for error in find_errors(text)} == {origin}


ORDINARY = [
    '2026-11-23 22:14:01 INFO httpx: HTTP Request: POST https://api.anthropic.com/v1/messages "HTTP/1.1 200 OK"',
    '{"level":"info","message":"request finished","status":200,"errors":0}',
    '10.0.0.1 - - [23/Nov/2026:22:14:01 +0000] "GET /health HTTP/1.1" 200 400 "-" "probe"',
    "2026-11-23 22:14:01 DEBUG cache hit key=conv:31 size=400 errors=0 error=null",
    "2026-11-23 22:14:01 INFO model: claude-sonnet loaded in 404 ms",
    "2026-11-23 22:14:01 WARN slow query: 512 rows in 500 ms",
    "2026-11-23 22:14:01 ERROR db: connection pool is exhausted, user must retry",
    "2026-11-23 22:14:01 INFO tools: 3 loaded, messages: 12 in memory",
    "2026-11-23 22:14:01 ERROR payments: card was not accepted, status: 402",
]


@pytest.mark.parametrize("line", ORDINARY)
def test_ordinary_lines_are_no_answers_of_the_api(line: str) -> None:
    assert "api" not in {error.origin for error in find_errors(line)}
    assert "api" not in {error.origin for error in find_errors("\n".join([line] * 400))}


def test_a_healthy_log_gives_nothing() -> None:
    assert find_errors("\n".join(ORDINARY[:5] * 300)) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", b"", b"\xff\xfe", b"\x80\x81\x82" * 50, "\x00" * 100, "{" * 5000, "}" * 5000])
def test_nothing_is_found_in_nothing(text: str | bytes) -> None:
    assert find_errors(text) == []


def test_any_encoding_is_read() -> None:
    assert messages(BODY.encode("utf-16")) == ["max_tokens: Field required"]
    assert messages(b"\xef\xbb\xbf" + BODY.encode()) == ["max_tokens: Field required"]
    assert messages(b"\x96 " + BODY.encode()) == ["max_tokens: Field required"]


def test_a_rules_knowledge_decides_where_a_message_ends() -> None:
    text = "400 invalid_request_error\nSomething new was sent to the model today.\nNobody knows what it means."
    longer = "Something new was sent to the model today. Nobody knows what it means."
    shorter = "Something new was sent to the model today."
    for known in (longer, shorter):
        assert [e.message for e in find_errors(text, recognises=lambda message, known=known: message == known)] == [known]  # type: ignore[misc]


def test_a_rules_knowledge_backs_the_origin() -> None:
    text = '{"type":"error","error":{"type":"invalid_request_error","message":"Entirely new words of somebody"}}'
    assert [error.origin for error in find_errors(text, recognises=lambda message: True)] == ["api"]
    assert [error.origin for error in find_errors(text, recognises=lambda message: False)] == ["unknown"]
