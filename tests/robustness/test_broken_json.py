"""The broken texts of the benchmark `json`: what they say of themselves holds, and the shares that why400 reaches on them do not fall."""

import json
from collections import Counter

import pytest

from bench.broken_json import by_kind, is_mended, located_faults
from bench.broken_texts import EACH, HALVES, Broken, planted, real
from bench.repairers import NOTHING, Answer, why400
from why400.formats.json_text.repair import examine


def texts(half):
    return [text for text in planted() if text.half == half], [text for text in real() if text.half == half]


def test_the_set_is_as_large_as_it_says_and_the_same_every_time():
    first, again = list(planted()), list(planted())
    assert first == again
    kinds = Counter(text.kind for text in first)
    assert set(kinds.values()) == {EACH}
    assert len(first) >= 400
    assert len(list(real())) >= 60


@pytest.mark.parametrize("text", tuple(real()), ids=lambda text: text.source)
def test_a_real_text_is_broken_and_its_meaning_is_not(text):
    with pytest.raises(ValueError, match="line"):
        json.loads(text.text)
    assert text.source
    assert text.faults
    characters = text.text.decode()
    assert all(0 <= first <= last <= len(characters) for first, last in text.faults)


def test_what_was_meant_is_no_fault_of_its_own():
    """A mended text is sound: what the set calls right is nothing that why400 would report."""
    for text in real():
        assert not examine(json.dumps(text.meant[0]).encode()).faults


@pytest.mark.parametrize("half", HALVES)
def test_shares_do_not_fall(half):
    made, posted = texts(half)
    for group, least_located, least_mended in ((made, 0.98, 0.97), (posted, 0.93, 0.88)):
        answers = why400([text.text for text in group])
        located = sum(located_faults(text, answer) / len(text.faults) for text, answer in zip(group, answers, strict=True)) / len(group)
        mended = sum(map(is_mended, group, answers)) / len(group)
        kinds = {kind: counts for kind, counts in by_kind(group, answers).items() if counts[0] < counts[1] or counts[2] < counts[3]}
        assert located >= least_located, kinds
        assert mended >= least_mended, kinds
        # Whoever reports everywhere locates everything.
        assert sum(len(answer.places) for answer in answers) <= 1.3 * sum(len(text.faults) for text in group)


def test_how_answers_are_judged():
    text = Broken("", "", b'{"a" 1}', ((4, 5),), ({"a": 1},))
    for place, right in ((1, 0), (2, 1), (4, 1), (7, 1), (8, 0)):
        assert located_faults(text, Answer((place,))) == right
    assert is_mended(text, Answer(value={"a": 1.0}))
    for value in (NOTHING, {"a": "1"}, {"a": True}, {}, [{"a": 1}]):
        assert not is_mended(text, Answer(value=value))
