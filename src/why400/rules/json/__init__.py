"""Bodies that are no JSON: one rule per kind of fault, each at the place where it is rather than where the parser gave up."""
