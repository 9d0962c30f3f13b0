"""Files to documents: plain data that remembers where it stood."""
