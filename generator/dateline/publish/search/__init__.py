"""Pages to an index that a browser searches without a server."""
