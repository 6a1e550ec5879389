"""Which bodies are checked as Messages bodies."""

import why400
from why400 import Request

OTHER = b'{"inputText": "Hello", "textGenerationConfig": {"maxTokenCount": 10}}'


def test_models_of_other_makers_on_bedrock_are_not_checked() -> None:
    url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.titan-text-express-v1/invoke"
    assert [one.rule for one in why400.check(Request("POST", url, {}, OTHER), as_of="2026-10") if one.severity == "error"] == []


def test_claude_on_bedrock_is_checked() -> None:
    url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-sonnet-4-6/invoke"
    body = b'{"anthropic_version": "bedrock-2023-05-31", "max_tokens": "16", "messages": [{"role": "user", "content": "Hello"}]}'
    assert [one.rule for one in why400.check(Request("POST", url, {}, body), as_of="2026-10") if one.severity == "error"] == ["wrong-type"]


def test_cache_scope_is_looked_at_behind_its_beta() -> None:
    system = [{"type": "text", "text": "x", "cache_control": {"type": "ephemeral", "scope": "global"}}]
    body = {"model": "claude-sonnet-5", "max_tokens": 16, "system": system, "messages": [{"role": "user", "content": "Hello"}]}
    assert why400.check(body, betas=(), as_of="2026-10", api_version="2023-06-01") != []
    sent = ("prompt-caching-scope-2026-01-05",)
    assert [one.rule for one in why400.check(body, betas=sent, as_of="2026-10", api_version="2023-06-01") if one.severity == "error"] == []
