"""Measures why400 against its goals and its peers; see `__main__`."""
