"""Ways in which a saved session is poisoned: each plants one fault and says in which line, and which rule sees it."""

import base64
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.conversations.sessions import Block, Session, call, compacted, image, parallel, plain, png, result, text, thinking

Line = dict[str, Any]


class Planted(NamedTuple):
    """A poisoned session."""

    session: Session
    line: Line
    """The line that check is to name."""
    rule: str
    touched: list[Line]
    """The lines that mending may change."""
    text: bytes | None = None
    """The file where it is not what the lines come to."""


Poison = Callable[[], Planted]
POISONS: dict[str, Poison] = {}


def poison(function: Poison) -> Poison:
    POISONS[function.__name__] = function
    return function


def cut_out(session: Session, line: Line) -> None:
    """Takes a line away as if it had never been written: what hung on it hangs on its parent."""
    session.lines.remove(line)
    for other in session.lines:
        if other.get("parentUuid") == line["uuid"]:
            other["parentUuid"] = line["parentUuid"]


def block_of(line: Line) -> Block:
    return line["message"]["content"][0]  # type: ignore[no-any-return]


def in_user_turn(block: Block, rule: str) -> Planted:
    """The block in the user's turn of `parallel` that has two texts."""
    s = parallel()
    line = s.find("Next: the footer.")
    line["message"]["content"].append(block)
    return Planted(s, line, rule, [line])


def in_reply(block: Block, rule: str, *, before: str = "They differ") -> Planted:
    """The block as a line of its own in front of another of the same reply."""
    s = parallel()
    after = s.find(before)
    line = json.loads(json.dumps(after)) | {"uuid": s.uuid()}
    line["message"]["content"] = [block]
    after["parentUuid"] = line["uuid"]
    s.lines.insert(s.lines.index(after), line)
    return Planted(s, line, rule, [line])


@poison
def call_without_result() -> Planted:
    s = plain()
    line = s.find('"name": "Bash"')
    cut_out(s, s.find("1 failed"))
    return Planted(s, line, "tool-result-missing", [])


@poison
def one_of_three_parallel_calls_without_result() -> Planted:
    s = parallel()
    line = s.find('"file_path": "b.png"')
    cut_out(s, s.find('"text": "b:"'))
    return Planted(s, line, "tool-result-missing", [])


@poison
def last_of_three_parallel_calls_without_result() -> Planted:
    s = parallel()
    lost = s.find('"no match"')
    line = s.find('"pattern": "x"')
    cut_out(s, lost)
    return Planted(s, line, "tool-result-missing", [])


@poison
def interrupted_call() -> Planted:
    s = compacted()
    s.assistant(call(31))
    line = s.lines[-1]
    s.user([text("[Request interrupted by user for tool use]")])
    s.user("Do it differently.")
    return Planted(s, line, "tool-result-missing", [])


@poison
def interrupted_call_then_plain_text() -> Planted:
    s = plain()
    s.assistant(text("Wait."), call(31))
    line = s.lines[-1]
    s.user("Do it differently.")
    s.error("API Error: 400 messages.10: `tool_use` ids were found without `tool_result` blocks immediately after")
    s.user("Hello?")
    return Planted(s, line, "tool-result-missing", [])


@poison
def result_that_came_too_late() -> Planted:
    s = plain()
    calls = s.assistant(call(31))
    line = s.lines[-1]
    s.user("Never mind.")
    s.assistant(text("As you like."))
    s.user([result(31, "it was done after all")], sourceToolAssistantUUID=calls[0])
    return Planted(s, s.lines[-1], "tool-result-orphaned", [line, s.lines[-1]])


@poison
def result_whose_call_is_gone() -> Planted:
    s = plain()
    cut_out(s, s.find('"name": "Bash"'))
    line = s.find("1 failed")
    return Planted(s, line, "tool-result-orphaned", [line])


@poison
def result_of_a_call_before_the_compaction() -> Planted:
    s = compacted()
    line = s.find("Go on with the port.")
    line["message"]["content"] = [result(21, "from before")]
    return Planted(s, line, "tool-result-orphaned", [line])


@poison
def result_twice() -> Planted:
    s = plain()
    first = s.find("1 failed")
    line = json.loads(json.dumps(first)) | {"uuid": s.uuid(), "parentUuid": first["uuid"]}
    for other in s.lines:
        if other.get("parentUuid") == first["uuid"]:
            other["parentUuid"] = line["uuid"]
    s.lines.insert(s.lines.index(first) + 1, line)
    return Planted(s, line, "tool-result-duplicate", [line])


@poison
def two_calls_with_one_id() -> Planted:
    planted = in_reply(call(14, "Edit", file_path="h.css"), "tool-use-id-duplicate", before='"file_path": "h.css"')
    second = planted.session.lines[planted.session.lines.index(planted.line) + 1]
    return planted._replace(line=second, touched=[second])


@poison
def empty_text_of_the_user() -> Planted:
    s = parallel()
    line = s.find("And the menu?")
    line["message"]["content"] = [text("And the menu?"), text("")]
    return Planted(s, line, "text-block-empty", [line])


@poison
def empty_text_in_a_reply() -> Planted:
    return in_reply(text(""), "text-block-empty")


@poison
def blank_text_in_a_reply() -> Planted:
    s = plain()
    line = s.find("The amount is parsed")
    line["message"]["content"] = [text("\n\n")]
    return Planted(s, line, "text-block-blank", [line])


@poison
def empty_prompt() -> Planted:
    s = plain()
    line = s.find("Fix it, please.")
    line["message"]["content"] = ""
    return Planted(s, line, "message-empty", [line])


@poison
def prompt_without_blocks() -> Planted:
    s = parallel()
    line = s.find("Next: the footer.")
    line["message"]["content"] = []
    return Planted(s, line, "message-empty", [line])


@poison
def null_content() -> Planted:
    s = plain()
    line = s.find("Fix it, please.")
    line["message"]["content"] = None
    return Planted(s, line, "wrong-type", [line])


@poison
def mistyped_image() -> Planted:
    return in_user_turn(image(png(), "image/jpeg"), "image-media-type-mismatch")


@poison
def page_saved_as_image() -> Planted:
    return in_user_turn(image(base64.b64encode(b"<html>404 Not Found</html>" * 4).decode()), "image-format-unsupported")


@poison
def empty_image_in_a_result() -> Planted:
    s = parallel()
    line = s.find('"text": "b:"')
    block_of(line)["content"][1] = image("")
    return Planted(s, line, "image-empty", [line])


@poison
def image_of_a_type_that_is_not_taken() -> Planted:
    return in_user_turn(image(base64.b64encode(b"BM" + b"\0" * 60).decode(), "image/bmp"), "value-not-in-enum")


@poison
def image_with_too_many_pixels() -> Planted:
    return in_user_turn(image(png(8100, 1)), "image-too-many-pixels")


@poison
def image_with_too_many_bytes() -> Planted:
    data = base64.b64decode(png())
    return in_user_turn(image(base64.b64encode(data + b"\0" * 11_000_000).decode()), "image-too-many-bytes")


@poison
def image_that_is_no_base64() -> Planted:
    return in_user_turn(image("iVBOR*** not base64 ***"), "base64-invalid")


@poison
def image_in_a_reply() -> Planted:
    return in_reply(image(), "media-in-assistant-turn")


@poison
def half_a_character() -> Planted:
    s = plain()
    line = s.find("1 failed")
    block_of(line)["content"] = "cut \ud83d"
    line["toolUseResult"] = {"stdout": "cut \ud83d"}
    found = b"".join(json.dumps(one, separators=(",", ":")).encode() + b"\n" for one in s.lines)
    return Planted(s, line, "lone-surrogate", [line], found)


@poison
def not_a_number_in_a_call() -> Planted:
    s = plain()
    line = s.find('"name": "Bash"')
    block_of(line)["input"] = {"timeout": float("nan")}
    return Planted(s, line, "nan-or-infinity", [line])


@poison
def raw_control_character() -> Planted:
    s = plain()
    line = s.find("1 failed")
    block_of(line)["content"] = "\x01MARK"
    return Planted(s, line, "control-character-in-string", [line], s.text().replace(b"\\u0001MARK", b"\x01MARK"))


@poison
def unsigned_thinking() -> Planted:
    return in_reply({"type": "thinking", "thinking": "From another model."}, "field-missing")


@poison
def thinking_with_an_empty_signature() -> Planted:
    s = plain()
    line = s.find("Small edit.")
    block_of(line)["signature"] = ""
    return Planted(s, line, "thinking-signature-invalid", [line])


@poison
def reasoning_of_another_api() -> Planted:
    return in_reply({"type": "reasoning", "text": "From another API."}, "unknown-tag")


@poison
def thinking_of_the_user() -> Planted:
    return in_user_turn(thinking("No.", 9), "thinking-block-in-user-turn")


@poison
def id_with_other_characters() -> Planted:
    s = plain()
    first, second = s.find('"name": "Bash"'), s.find("1 failed")
    block_of(first)["id"] = block_of(second)["tool_use_id"] = "call:1|fc_2"
    return Planted(s, first, "pattern-mismatch", [first, second])


@poison
def input_that_is_a_text() -> Planted:
    s = plain()
    line = s.find('"name": "Bash"')
    block_of(line)["input"] = '{"command": "ls"}'
    return Planted(s, line, "wrong-type", [line])


@poison
def call_without_input() -> Planted:
    s = plain()
    line = s.find('"name": "Bash"')
    del block_of(line)["input"]
    return Planted(s, line, "field-missing", [line])


@poison
def role_of_another_api() -> Planted:
    s = plain()
    line = s.find("Fix it, please.")
    line["message"]["role"] = "tool"
    return Planted(s, line, "unknown-role", [line])


@poison
def result_in_the_reply() -> Planted:
    s = plain()
    line = s.find('"name": "Bash"')
    line["message"]["content"].append(result(1, "1 failed"))
    cut_out(s, s.find("12.5"))
    return Planted(s, line, "tool-result-in-assistant-turn", [line])


@poison
def call_of_the_user() -> Planted:
    return in_user_turn(call(41), "tool-use-in-user-turn")


@poison
def field_that_is_not_known() -> Planted:
    return in_user_turn(text("x") | {"isHidden": True}, "field-unknown")


@poison
def error_that_says_nothing() -> Planted:
    s = parallel()
    line = s.find('"no match"')
    block_of(line)["content"] = ""
    return Planted(s, line, "tool-error-empty", [line])


@poison
def text_before_the_result() -> Planted:
    s = plain()
    line = s.find("1 failed")
    line["message"]["content"].insert(0, text("By the way:"))
    return Planted(s, s.find('"name": "Bash"'), "tool-result-missing", [line])


@poison
def server_tool_without_its_result() -> Planted:
    search = {"type": "server_tool_use", "id": "srvtoolu_01X", "name": "web_search", "input": {"query": "q"}}
    return in_reply(search, "server-tool-result-missing", before='"text": "Done."')


@poison
def line_cut_in_the_middle() -> Planted:
    """A crash cut the line of a call; what hangs on it is no longer linked to what came before."""
    s = plain()
    lost = s.find('"name": "Read"')
    whole = json.dumps(lost, separators=(",", ":"), ensure_ascii=False).encode()
    line = s.find("return float(s)")
    return Planted(s, line, "tool-result-orphaned", [line], s.text().replace(whole, whole[:150]))
