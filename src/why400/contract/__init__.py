"""The contract: what the API accepts, as dated facts with sources, and loading them.

`models`, `betas`, `versions`, `platforms`, `limits`, `order` and `spellings` each load one kind of fact when it is first asked for.
"""
