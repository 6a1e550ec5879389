"""The walk over a conversation."""

from datetime import date

from why400.check.nodes import Run
from why400.check.schema import compiled
from why400.rules import Context, Conversation
from why400.rules.conversation import EMPTY_TURN

CONTEXT = Context("POST /v1/messages", "anthropic", "2023-06-01", True, frozenset(), date(2026, 11, 24), None, None, True)


def conversation(messages: list[object]) -> Conversation:
    body = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": messages}
    view = compiled("POST /v1/messages").root.build(body, (), (), (), Run("2023-06-01", frozenset()))
    return Conversation(view, CONTEXT)


def test_neighbours_of_one_role_are_one_turn() -> None:
    talk = conversation(
        [
            {"role": "user", "content": "a"},
            {"role": "user", "content": [{"type": "text", "text": "b"}]},
            {"role": "assistant", "content": ""},
            {"role": "user", "content": "c"},
        ]
    )
    assert [(turn.role, len(turn.messages), len(turn.content)) for turn in talk.all_turns] == [
        ("user", 2, 2),
        ("assistant", 1, 0),
        ("user", 1, 1),
    ]
    assert talk.all_turns[0].next is talk.all_turns[1]
    assert talk.all_turns[2].previous is talk.all_turns[1]
    assert not talk.all_turns[2].next
    assert [len(message.content) for message in talk.messages] == [1, 1, 0, 1], "merging a turn leaves the messages as they are"


def test_broken_messages_leave_no_trace_in_later_conversations() -> None:
    conversation([{}, {"content": "x"}, {"role": "user"}, "no message"])
    assert EMPTY_TURN.messages == []
    assert not conversation([{"role": "user", "content": "a"}]).all_turns[0].previous
