"""Kinds of schema violation: one rule per kind; a rule elsewhere may claim some places from these."""
