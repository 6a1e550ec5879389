"""Asks the rules about a request (`engine.check`) and applies their mends (`fix.fix`)."""
