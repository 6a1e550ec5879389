"""The account's models are fetched from a stand-in on this machine: pages, refusals, redirects, silence; no credential is shown or sent on."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.net.stand_in import Answer, StandIn, standing_in
from why400.errors import FetchError, UsageError
from why400.net.account_models import fetch_pages

KEY = "sk-ant-api03-" + "k" * 40


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with standing_in() as found:
        yield found


def page(ids: list[str], *, more: bool) -> Answer:
    return 200, {}, json.dumps({"data": [{"id": one} for one in ids], "has_more": more, "last_id": ids[-1]}).encode()


def test_all_pages_are_fetched_with_the_key(stand_in: StandIn) -> None:
    def answer(path: str) -> Answer:
        after = parse_qs(urlsplit(path).query).get("after_id")
        return page(["c"], more=False) if after == ["b"] else page(["a", "b"], more=True)

    stand_in.answer = answer
    pages = fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url + "/", "ANTHROPIC_API_KEY": KEY})
    assert [one["id"] for _, data in pages for one in json.loads(data)["data"]] == ["a", "b", "c"]
    assert [path for path, _ in stand_in.asked] == ["/v1/models?limit=1000", "/v1/models?limit=1000&after_id=b"]
    assert all((sent["x-api-key"], sent["anthropic-version"]) == (KEY, "2023-06-01") for _, sent in stand_in.asked)


def test_a_list_that_never_ends_is_not_followed_for_ever(stand_in: StandIn) -> None:
    stand_in.answer = lambda _: page(["a"], more=True)
    assert len(fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url, "ANTHROPIC_API_KEY": KEY})) == 2


def test_a_token_goes_as_bearer(stand_in: StandIn) -> None:
    fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url, "ANTHROPIC_AUTH_TOKEN": "t-1"})
    [(_, sent)] = stand_in.asked
    assert sent["authorization"] == "Bearer t-1"
    assert "x-api-key" not in sent


def test_a_refusal_is_said_in_its_own_words_without_the_key(stand_in: StandIn) -> None:
    body = {
        "type": "error",
        "error": {"type": "authentication_error", "message": f"invalid x-api-key: {KEY}\nsee docs"},
        "request_id": "req_1",
    }
    stand_in.answer = lambda _: (401, {}, json.dumps(body).encode())
    with pytest.raises(FetchError) as caught:
        fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url, "ANTHROPIC_API_KEY": KEY})
    said = str(caught.value)
    assert "answered 401: authentication_error: invalid x-api-key" in said
    assert said.endswith("see docs (request req_1)")
    assert KEY not in said


@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b"\xff\xfe", b"[]", b""])
def test_a_refusal_of_somebody_else_is_no_error_of_the_api(stand_in: StandIn, body: bytes) -> None:
    stand_in.answer = lambda _: (502, {}, body)
    with pytest.raises(FetchError, match=r"answered 502, and no error of the API with it"):
        fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url, "ANTHROPIC_API_KEY": KEY})


def test_a_redirect_is_not_followed(stand_in: StandIn) -> None:
    stand_in.answer = lambda _: (302, {"location": stand_in.url + "/elsewhere"}, b"")
    with pytest.raises(FetchError, match=r"answered 302: it points to http.*/elsewhere, where no credential is sent"):
        fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url, "ANTHROPIC_API_KEY": KEY})
    assert len(stand_in.asked) == 1


def test_an_answer_that_breaks_off_is_none(stand_in: StandIn) -> None:
    stand_in.answer = lambda _: (200, {"content-length": "500"}, b'{"data": [')
    with pytest.raises(FetchError, match="broke off after 10 of 500 bytes"):
        fetch_pages({"ANTHROPIC_BASE_URL": stand_in.url, "ANTHROPIC_API_KEY": KEY})


def test_nobody_there() -> None:
    closed = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    closed.server_close()
    with pytest.raises(FetchError, match="got no answer"):
        fetch_pages({"ANTHROPIC_BASE_URL": f"http://127.0.0.1:{closed.server_port}", "ANTHROPIC_API_KEY": KEY})


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "set ANTHROPIC_API_KEY"),
        ({"ANTHROPIC_API_KEY": "a\nb"}, "line break"),
        ({"ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": "api.anthropic.com"}, "no http"),
        ({"ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": "file:///etc"}, "no http"),
        ({"ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": "https://u:secret@h"}, "holds a user name or password"),
    ],
)
def test_mistakes_are_named_before_anything_is_sent(environment: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        fetch_pages(environment)
    assert "secret" not in str(caught.value)
