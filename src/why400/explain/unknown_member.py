"""What else there is to say of a member that the answer calls unknown: the beta that opens it, or the name that is meant."""

import re

from why400.contract import betas, spellings

_INDEX = re.compile(r"(?<=\.)\d+(?=\.|$)")
_SHOWN = 2
"""Betas that are named where several open a member."""


def added_words(path: str, platform: str | None) -> dict[str, object]:
    """Values for the slots `hint` and `or_else` of the rule; none where the contract knows nothing of the member.

    `path` is as the answer prints it. Only a beta that is still needed, and that the platform takes, is named.
    """
    openers = [beta for beta in betas.opening(_INDEX.sub("*", path)) if beta.status == "beta"]
    taken = [beta.name for beta in openers if platform not in beta.refused_on]
    if taken:
        named = " or ".join(taken[:_SHOWN])
        return {
            "hint": f"; it exists only with the beta {named}, which did not arrive there",
            "or_else": f", or send anthropic-beta: {taken[0]}; a gateway or proxy on the way has to hand that header on",
        }
    if openers:
        return {"hint": "; this platform does not have it"}
    foreign = spellings.find(path, path.rpartition(".")[2])
    if foreign is None:
        return {}
    return {"hint": f"; {foreign.cause}", "or_else": f", or write {foreign.write}" if foreign.write is not None else ""}
