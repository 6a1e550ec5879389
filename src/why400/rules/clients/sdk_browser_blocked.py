"""The SDK refuses to run in a browser.

## What happens
The JavaScript SDK sees that it runs in a page and sends nothing.

## Why the API refuses it
Not an answer of the API. A key in a page is open to everyone who visits it. Also in test environments that imitate a
browser (jsdom), Electron and extensions.

## Example
```text
It looks like you're running in a browser-like environment.
```

## Fix
Call from a server of your own. `dangerouslyAllowBrowser: true` only where nobody else can see the key.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "It looks like you're running in a browser-like environment, which is disabled to protect your secret "
            "API credentials from attackers. {rest:rest}",
            since="2024-08",
            source="corpus dev-732",
        ),
        Says("It looks like you{mark}re running in a browser-like environment{tail}", since="2024-08", source="corpus dev-732"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the SDK runs in a page, where everybody could read the key; nothing was sent",
    mend="call from a server of your own",
)
def sdk_browser_blocked() -> None: ...
