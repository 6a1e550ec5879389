"""Rules survive nodes that are not sound: any member of any example may be of any kind, and the check still ends in findings."""

import copy
from collections.abc import Iterator

import orjson
import pytest

import why400
from tests.rules.examples import options_of, request_of
from why400.rules import Rule, all_rules
from why400.rules.page import Example, read_page

JUNK: tuple[object, ...] = (None, "x", [[]], {}, {"type": "ephemeral", "ttl": []})
DEEPEST, WIDEST, LARGEST = 9, 4, 5000

Keys = tuple[str | int, ...]


def examples(rule: Rule) -> list[Example]:
    """The page's examples in JSON that are not of many repeated items."""
    every = [one for one in read_page(rule.page).examples("Example") if one.kind == "json"]
    return [one for one in every if len(request_of(one)) <= LARGEST]  # type: ignore[arg-type]  # of JSON it makes bytes


RULES = [rule for rule in all_rules().values() if rule.subject and examples(rule)]


def places(value: object, at: Keys = ()) -> Iterator[Keys]:
    """Every place below the top, as keys."""
    if at:
        yield at
    if len(at) < DEEPEST:
        below = value.items() if isinstance(value, dict) else enumerate(value[:WIDEST]) if isinstance(value, list) else ()
        for key, one in below:
            yield from places(one, (*at, key))


def replaced(body: object, at: Keys, junk: object) -> dict[str, object]:
    """The body with something else at that place."""
    changed = copy.deepcopy(body)
    holder = changed
    for key in at[:-1]:
        holder = holder[key]  # type: ignore[index]  # a place of this body
    holder[at[-1]] = copy.deepcopy(junk)  # type: ignore[index]  # likewise
    return changed  # type: ignore[return-value]  # an object, as the body is


@pytest.mark.parametrize("rule", RULES, ids=[rule.slug for rule in RULES])
def test_any_member_may_be_unsound(rule: Rule) -> None:
    for example in examples(rule):
        body = orjson.loads(request_of(example))  # type: ignore[arg-type]  # bytes
        options = {name: value for name, value in options_of(example).items() if name != "model"}
        for at in places(body):
            for junk in JUNK:
                why400.check(replaced(body, at, junk), **options)  # type: ignore[arg-type]  # names and values are the page's
