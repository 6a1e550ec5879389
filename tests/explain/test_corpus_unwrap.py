"""How much of the corpus is unwrapped exactly, and how seldom a foreign text is passed off as the API's.

Whether Bedrock's `The model returned the following errors:` belongs to the message, the corpus does both ways for equal
texts; the comparison leaves it aside.
"""

from tests.explain.texts import Text, squeezed, texts
from why400.explain.find import find_errors


def _unwrapped(text: Text) -> bool:
    return squeezed(text.message) in {squeezed(error.message) for error in find_errors(text.raw)}


def _origins(text: Text) -> set[str]:
    return {error.origin for error in find_errors(text.raw)}


def _share(texts: list[Text], wrong: list[str]) -> str:
    return f"{len(texts) - len(wrong)} of {len(texts)}; not: {' '.join(wrong)}"


def test_unwraps_at_least_98_percent_exactly() -> None:
    wrong = [text.id for text in texts() if not _unwrapped(text)]
    assert len(wrong) <= 0.02 * len(texts()), _share(list(texts()), wrong)


def test_finds_something_in_nearly_every_text() -> None:
    empty = [text.id for text in texts() if not find_errors(text.raw)]
    assert len(empty) <= 0.01 * len(texts()), _share(list(texts()), empty)


def test_the_first_error_is_the_one_meant() -> None:
    wrong = [text.id for text in texts() if not (found := find_errors(text.raw)) or squeezed(found[0].message) != squeezed(text.message)]
    assert len(wrong) <= 0.04 * len(texts()), _share(list(texts()), wrong)


def test_foreign_texts_are_not_passed_off_as_the_apis() -> None:
    foreign = [text for text in texts() if text.genuine is False]
    wrong = [text.id for text in foreign if "api" in _origins(text)]
    assert len(wrong) <= 0.05 * len(foreign), _share(foreign, wrong)


def test_genuine_answers_of_the_api_are_known_as_such() -> None:
    genuine = [text for text in texts() if text.genuine and text.platform == "anthropic"]
    wrong = [text.id for text in genuine if "api" not in _origins(text)]
    assert len(wrong) <= 0.05 * len(genuine), _share(genuine, wrong)


def test_answers_of_platforms_are_seen_as_theirs_or_the_apis() -> None:
    clouds = [text for text in texts() if text.genuine and text.platform in ("bedrock", "vertex", "foundry")]
    wrong = [text.id for text in clouds if not _origins(text) & {"platform", "api"}]
    assert len(wrong) <= 0.05 * len(clouds), _share(clouds, wrong)


def test_a_status_that_is_printed_before_the_message_is_read() -> None:
    printed = [text for text in texts() if text.status and f"{text.status} " in text.raw[:60]]
    wrong = [text.id for text in printed if text.status not in {error.status for error in find_errors(text.raw)}]
    assert len(wrong) <= 0.03 * len(printed), _share(printed, wrong)
