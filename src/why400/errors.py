"""The exceptions of why400.

    Why400Error
    ├── UsageError      an option or argument that cannot be used (the caller's to mend)
    ├── FormatError     an input that cannot be read as what it was taken for; says where
    └── FetchError      an answer that was asked for over the network and did not come

A bad *request* is never an exception: it is a finding.
"""


class Why400Error(Exception):
    """Base of every exception that why400 raises on purpose."""


class UsageError(Why400Error):
    """An option has a value that why400 does not know; the text names the nearest valid ones."""


class FormatError(Why400Error):
    """An input is not what it was read as; the text says what it looks like and what to do."""


class FetchError(Why400Error):
    """What was to be fetched was not answered; the text says from where, and what came instead."""
