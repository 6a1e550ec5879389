"""Text and bytes to requests: one format a file, each with a cheap `recognises` and a `parse`."""
