"""The shape of the conversation: roles, turns, content."""

from collections.abc import Iterator
from datetime import date

import msgspec

from why400.contract.views.blocks import Message, TextBlock
from why400.rules import Conversation, Edit, Turn

SYSTEM_MESSAGES_SINCE = date(2026, 5, 1)
"""From here on the role system is refused by model or by place (corpus dev-243); before, everywhere, in other words (corpus dev-146)."""


def is_directive(message: Message) -> bool:
    """Whether a system message holds nothing but an effort of its own; it may stand anywhere."""
    return message.content in ("", []) and message.output_config is not None and message.output_config.effort is not None


def blank_texts(message: Message) -> list[TextBlock]:
    """The message's text blocks that hold white space and nothing else, but are not empty."""
    if not isinstance(message.content, list):
        return []
    return [block for block in message.content if isinstance(block, TextBlock) and block.text and block.text.isspace()]


def is_unsound(block: object) -> bool:
    """Whether a schema violation is reported for the block, so that nothing is known of it."""
    return isinstance(block, msgspec.Struct) and block.__struct_config__.tag == "unsound"


def text_blocks(message: Message) -> list[dict[str, object]] | None:
    """The message's content as text blocks to be sent elsewhere; None where it holds anything else."""
    if isinstance(message.content, str):
        return [{"type": "text", "text": message.content}]
    blocks: list[dict[str, object]] = []
    for block in message.content or []:
        if not isinstance(block, TextBlock):
            return None
        made: dict[str, object] = {"type": "text", "text": block.text}
        if block.cache_control is not None:
            ttl = block.cache_control.ttl
            made["cache_control"] = {"type": "ephemeral", **({"ttl": ttl} if ttl is not None else {})}
        blocks.append(made)
    return blocks


def into_system(talk: Conversation, messages: list[Message]) -> Iterator[Edit]:
    """Edits that move messages into the top-level system prompt, behind what stands there; none where they hold more than text."""
    moved = [text_blocks(message) for message in messages]
    if len(messages) >= len(talk.messages) or any(blocks is None for blocks in moved):
        return
    blocks = [block for each in moved if each for block in each]
    system = talk.request.system
    if isinstance(system, list):
        for block in blocks:
            yield Edit.insert((talk.request, "system", len(system)), block)
    else:
        told = [{"type": "text", "text": system}] if system else []
        plain = len(blocks) == 1 and not told and "cache_control" not in blocks[0]
        value: object = blocks[0]["text"] if plain else [*told, *blocks]
        yield Edit.replace((talk.request, "system"), value) if system is not None else Edit.add(talk.request, "system", value)
    for message in messages:
        yield Edit.remove(message)


def behind_next_turn(talk: Conversation, run: Turn) -> Iterator[Edit]:
    """Edits that move a run of system messages behind the user turn that follows it; none where they hold more than text."""
    moved = [text_blocks(message) for message in run.messages]
    if run.next.role != "user" or any(blocks is None for blocks in moved) or any(one.output_config is not None for one in run.messages):
        return
    last = run.next.messages[-1]
    at = next(index for index, message in enumerate(talk.messages) if message is last) + 1
    for message, blocks in zip(run.messages, moved, strict=True):
        content = message.content if isinstance(message.content, str) else blocks
        scope = {"clear_at": message.clear_at} if message.clear_at is not None else {}
        yield Edit.insert((talk.request, "messages", at), {"role": "system", "content": content, **scope})
    for message in run.messages:
        yield Edit.remove(message)
