"""Whether a retry helps, where only a status is left of the answer."""

import pytest

import why400


@pytest.mark.parametrize("status", [520, 521, 522, 523, 524, 529, 503])
def test_a_status_of_the_way_there_is_worth_a_retry(status: int) -> None:
    (found,) = why400.explain(f"Error: {status} status code (no body)")
    assert found.status == status
    assert found.retry.helps


@pytest.mark.parametrize("status", [400, 404, 413])
def test_a_status_of_the_request_is_not(status: int) -> None:
    (found,) = why400.explain(f"Error: {status} status code (no body)")
    assert not found.retry.helps
