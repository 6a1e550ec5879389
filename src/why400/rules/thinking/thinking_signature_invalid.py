"""The signature of a thinking block does not verify.

## What happens
`signature` is not the one that was returned with this block. In a request only an empty or a cut one shows.

## Why the API refuses it
The model has to know its own thinking again. Usual ways there: an answer of another provider replayed here, a stream put together without
its `signature_delta`, a column too short for the value, a thinking block written by hand.

## Example
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [{"type": "thinking", "thinking": "A greeting.", "signature": ""}, {"type": "text", "text": "Hi"}]},
  {"role": "user", "content": "How are you?"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [{"type": "text", "text": "Hi"}]},
  {"role": "user", "content": "How are you?"}]}
```

## Fix
Takes the block away where the turn keeps something. Unsafe: in a turn that waits for tool results the thinking is needed.
"""

from base64 import b64decode
from binascii import Error as BinasciiError
from binascii import a2b_base64
from functools import lru_cache
from math import inf

from why400.contract.views.blocks import ThinkingBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule

_ENVELOPE = 0x12
"""How every signature begins that has been seen (recordings of three platforms): field 2, length-delimited."""
_SHORTEST = 24
"""Bytes; anything shorter is a stand-in, not a signature."""


@rule(
    says=[
        Says(
            "{path}: Invalid `signature` in `thinking` block",
            since="2025-10",
            source="measured td-signature-empty td-signature-tampered or-signature-tampered-sonnet-5 corpus dev-097 dev-098 dev-480",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="container",
    order=62,
    needs="thinking",
    cause="the signature is not the one that was returned with this thinking",
    mend="send the block back as it was returned, or leave the whole block out",
)
def thinking_signature_invalid(talk: Conversation) -> Hits:
    bad = {
        id(block)
        for block in talk.blocks(ThinkingBlock)
        if (signed := block.signature) is not None
        and _whole_from(signed[:4]) > len(signed.rstrip("=")) * 3 // 4
        and (not signed or _is_cut(signed))
    }
    turns = talk.turns("assistant") if bad else []
    for turn in turns:
        for block in turn.blocks(ThinkingBlock):
            if id(block) not in bad:
                continue
            # of earlier turns it is not known whether their thinking is looked at
            severity = None if turn is turns[-1] and block.thinking else "warning"
            alone = len(turn.content) < 2
            label = "cut off" if block.signature else "empty"
            yield Hit((block, "signature"), path=plain_path(block), keep=None if alone else block, severity=severity, label=label)


def _is_cut(signature: str) -> bool:
    """Whether the envelope, one length-delimited field around the rest, promises more bytes than there are."""
    try:
        data = b64decode(signature[: len(signature) // 4 * 4], validate=True)
    except (ValueError, BinasciiError):
        return False
    if len(data) < _SHORTEST or data[0] != _ENVELOPE:
        return False
    return _promised(data) > len(data) + len(signature) % 4


@lru_cache(maxsize=4096)
def _whole_from(start: str) -> float:
    """From how many bytes on a signature that starts with these four characters is surely whole; infinite: not known."""
    try:
        head = a2b_base64(start)
    except ValueError:
        return 0
    if head and head[0] != _ENVELOPE:
        return 0
    if len(head) == 3 and head[1] >= 0x80 and head[2] < 0x80:  # a length of two bytes: nearly all
        return (head[2] << 7 | head[1] & 0x7F) + 3
    return inf


def _promised(data: bytes) -> int:
    """How many bytes the envelope has, its head included; 0 where its length is none."""
    length, shift, position = 0, 0, 1
    for byte in data[1:6]:
        position += 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            break
    else:
        return 0
    return position + length


@thinking_signature_invalid.mends(safe=False)
def drop(hit: Hit) -> Edit | None:
    """Removes the block, unless the turn were empty then."""
    return None if hit.keep is None else Edit.remove(hit.keep)
