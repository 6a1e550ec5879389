"""What explain adds of a member that the API calls unknown: the beta that opens it where one is still needed, or the name that is meant."""

import why400


def _only(message: str) -> why400.Diagnosis:
    (found,) = why400.explain(message)
    assert found.rule == "field-unknown"
    return found


def test_names_the_beta_that_opens_a_member() -> None:
    found = _only("context_management: Extra inputs are not permitted")
    assert "context-management-2025-06-27" in found.cause
    assert found.fix is not None
    assert "anthropic-beta: context-management-2025-06-27" in found.fix.title


def test_finds_the_beta_of_a_member_inside_a_message() -> None:
    assert "mid-conversation-system-clear-at-2026-08-21" in _only("messages.4.clear_at: Extra inputs are not permitted").cause


def test_names_no_beta_that_the_platform_refuses() -> None:
    answer = '{"error":{"type":"invalid_request_error","message":"mcp_servers: Extra inputs are not permitted"},"request_id":"req_vrtx_011CYSfBejG6"}'
    found = _only(answer)
    assert "this platform does not have it" in found.cause
    assert found.fix is not None
    assert "anthropic-beta" not in found.fix.title


def test_says_what_a_foreign_name_is_written_as() -> None:
    found = _only("response_format: Extra inputs are not permitted")
    assert found.fix is not None
    assert found.fix.title.endswith("or write output_config.format")


def test_says_no_more_of_a_member_that_nobody_knows() -> None:
    found = _only("messages.0.sparkle: Extra inputs are not permitted")
    assert found.cause == "messages.0.sparkle is not a member that the API knows at this place"
