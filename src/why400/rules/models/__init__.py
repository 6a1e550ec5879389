"""The model: its id, its life, and request members that only some models have."""
