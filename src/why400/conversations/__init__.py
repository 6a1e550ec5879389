"""Saved conversations that every further turn fails on: the smallest change of the file that frees them."""

from why400.conversations.freed import Change, Freed, freed, mends_of

__all__ = ["Change", "Freed", "freed", "mends_of"]
