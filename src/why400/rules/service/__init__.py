"""Service: what is nobody's fault on this side of the wire: overload, failures, timeouts, pages of the edge."""
