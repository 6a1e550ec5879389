"""The request's address: host, path, method, ids in the path, query."""
