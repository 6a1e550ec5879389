"""A program between you and the API crashed.

## What happens
The text is that of a language's runtime: something is undefined, is no function, has no such attribute.

## Why the API refuses it
Not an answer of the API: a client, plugin or router stumbled over a value that it had not expected. Usual ways there: a
gateway or another backend that answers or streams in a form of its own; a fault of the program itself.

## Example
```text
undefined is not an object (evaluating 'H.slice')
```

## Fix
Update the program, and report the crash there with its log. Behind a gateway or another backend, try the same call
against the API itself: if that works, the answer's form is what the program cannot read.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("undefined is not an object (evaluating '{expression}')", since="2026-03", source="public anthropics/claude-code#39373"),
        Says("null is not an object (evaluating '{expression}')"),
        Says("Cannot read properties of undefined (reading '{name}')", since="2025-12", source="public MadAppGang/claudish#10"),
        Says("Cannot read properties of null (reading '{name}')"),
        Says("cannot read properties of undefined reading {name}", since="2025-09", source="public anthropics/claude-code#8297"),
        Says(
            "{name} missing {n:n} required positional argument: {list}",
            since="2025-10",
            source="public langgenius/dify-official-plugins#1933",
        ),
        Says("Maximum call stack size exceeded"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="a program on the way stumbled over a value that it had not expected; the API says no such thing",
    mend="update that program and report it there; behind a gateway, try the same call against the API itself",
)
def client_crashed() -> None: ...
