"""How the contract is built from its sources: an OpenAPI document, the source tree of an SDK, hand-kept corrections, a list of models.

Nothing of an SDK is ever imported or run: its files are read as text. No other part of why400 imports this package before it is asked to build.
"""
