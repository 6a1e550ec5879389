"""Short sentences stand in any service's log: they are the API's only where something says so."""

import pytest

import why400

_SHORT = (
    '{"level":"error","error":"Overloaded"}',
    '{"level":"error","message":"Internal server error","path":"/api/users"}',
    '{"error":"Not Found","status":404}',
    '{"detail":"Not Found"}',
    '{"message":"Rate limited"}',
    '{"error":"model: gpt-4o-audio"}',
    '{"error":"user.email: Field required"}',
    "ERROR validation failed: items.0.price: Input should be a valid number",
    '{"error":"Could not process image","svc":"thumbnailer"}',
    '{"code":400,"message":"Invalid request data"}',
    '{"error":{"code":403,"message":"Permission \'storage.objects.get\' denied on resource","status":"PERMISSION_DENIED"}}',
    "ERROR [main] Failed to parse JSON: Unexpected token } at position 12",
    "bash: /usr/bin/claude: Permission denied",
)
_AROUND = ["2026-11-02 10:00:00 INFO handled GET /health in 3 ms"] * 100


@pytest.mark.parametrize("line", _SHORT)
def test_no_line_of_another_service_is_called_the_apis(line: str) -> None:
    log = "\n".join([*_AROUND, line, *_AROUND])
    assert [(one.rule, one.origin) for one in why400.explain(log) if one.match == "exact" or one.origin in ("api", "platform")] == []
    assert [one.rule for one in why400.explain(line) if one.match == "exact"] == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('{"level":"error","error":"Overloaded","provider":"anthropic"}', "overloaded"),
        ('{"type":"error","error":{"type":"api_error","message":"Internal server error"}}', "internal-server-error"),
        ('{"type":"error","error":{"type":"not_found_error","message":"Not Found"}}', "path-not-found"),
        (
            '{"error":{"type":"permission_error","message":"Permission denied"},"request_id":"req_011CX4kyMNYV8HGKS4XAgwkP"}',
            "permission-denied",
        ),
        ("API Error: Rate limited", "rate-limited"),
        ("2026-11-02 ERROR prompt is too long: 204812 tokens > 200000 maximum", "prompt-too-long"),
        ("2026-11-02 ERROR messages.3.content.0.text: Field required", "field-missing"),
    ],
)
def test_a_type_an_id_a_name_or_a_path_vouches_for_it(line: str, rule: str) -> None:
    for text in (line, "\n".join([*_AROUND, line, *_AROUND])):
        (one,) = why400.explain(text)
        assert (one.rule, one.match, one.origin) == (rule, "exact", "api")


@pytest.mark.parametrize("text", ["Overloaded", "Error: Could not process image", "`prompt is too long`", "400 invalid beta flag"])
def test_who_pastes_nothing_but_the_sentence_means_the_api(text: str) -> None:
    (one,) = why400.explain(text)
    assert one.match == "exact"
    assert one.origin == "api"
