"""The SDK's profile or credentials file cannot be used.

## What happens
A profile, its config file or its credentials file is missing, unreadable, of the wrong form or open to others; nothing
was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a profile of another machine, a login that was never finished, a file edited
by hand, too wide permissions.

## Example
```text
anthropic.CredentialsError: Credentials file not found at ~/.config/anthropic/credentials/default.json (profile 'default').
```

## Fix
Do what the message says: log in again for that profile, correct the file, or `chmod 600` it.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Config file not found at {path_:rest} (profile {profile}). Set {variable} to select a different profile, or set {other} to relocate the config directory.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says("Config file at {path_} could not be read: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says("Config file at {path_} is not valid JSON: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says("Config file at {path_} must contain a JSON object, not {kind}.", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "Config file at {path_} is missing the 'authentication' object. Expected shape: {shape:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "Config file at {path_} is writable by group or others (mode {mode}); run {command} before retrying.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "config dict is missing the 'authentication' object. Expected shape: {shape:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "Unknown authentication.type {kind} at {path_}. Expected {list}.", since="2026-11", source="sdk lib/credentials/_providers.py"
        ),
        Says("Unknown authentication.type {kind}. Expected {list}.", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "authentication.type {kind} requires 'authentication.credentials_path' {tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "Credentials file not found at {path_:rest} (profile {profile}).", since="2026-11", source="sdk lib/credentials/_providers.py"
        ),
        Says("Credentials file at {path_} could not be read: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "Credentials file at {path_} could not be accessed: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"
        ),
        Says("Credentials file at {path_} is not valid JSON: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "Credentials file at {path_} must contain a JSON object, not {kind}.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says("Credentials file at {path_} is missing 'access_token'.", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "Credentials file at {path_} is a symlink; refusing to follow {tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "Credentials file at {path_} is accessible by group or others (mode {mode}); run {command} before retrying.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "credentials file has type {kind}; expected {wanted} for authentication.type {authentication}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "credentials file for profile {profile} (authentication.type {kind} with client_id) must include 'refresh_token': {path_}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "{where:word} has invalid 'expires_at' {value}; expected an integer Unix timestamp in seconds. {tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says("{source:word} must not be empty.", since="2026-11", source="sdk lib/credentials/_constants.py"),
        Says(
            "{source:word} {profile:word} has leading or trailing whitespace.", since="2026-11", source="sdk lib/credentials/_constants.py"
        ),
        Says("{source:word} {profile:word} must not start with a dot.", since="2026-11", source="sdk lib/credentials/_constants.py"),
        Says("{source:word} {profile:word} must not contain null bytes.", since="2026-11", source="sdk lib/credentials/_constants.py"),
        Says(
            "{source:word} {profile:word} must not contain path separators — {tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_constants.py",
        ),
        Says("Resolved path {path_} escapes config directory {base}.", since="2026-11", source="sdk lib/credentials/_constants.py"),
        Says(
            "Credentials file at {path_} is group/world-readable (mode {mode}); {tail:rest}",
            since="2026-11",
            source="sdk-typescript lib/credentials/types.js",
        ),
        Says(
            "Credentials file at {path_} is group/world-writable (mode {mode}); {tail:rest}",
            since="2026-11",
            source="sdk-typescript lib/credentials/types.js",
        ),
        Says(
            "Access token at {path_} has expired and no refresh is available {tail:rest}",
            since="2026-11",
            source="sdk-typescript lib/credentials/user-oauth.js",
        ),
        Says("failed to parse config file {path_}: {reason:rest}", since="2026-11", source="sdk-typescript core/credentials.js"),
        Says("failed to read config file {path_}: {reason:rest}", since="2026-11", source="sdk-typescript core/credentials.js"),
        Says("failed to parse credentials file {path_}: {reason:rest}", since="2026-11", source="sdk-typescript core/credentials.js"),
        Says("failed to read credentials file {path_}: {reason:rest}", since="2026-11", source="sdk-typescript core/credentials.js"),
        Says('config file {path_} is missing "authentication"', since="2026-11", source="sdk-typescript core/credentials.js"),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    origin="client",
    cause="the profile or its files cannot be used; nothing was sent",
    mend="log in again for that profile, correct the file, or close it to others: as the message says",
)
def sdk_credentials_file_unusable() -> None: ...
