"""What is to come back: length, stop sequences, effort, budgets, formats, and the schemas that are compiled for them."""
