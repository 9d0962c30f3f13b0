"""One step from a format to the next a file, `to_2.py` for the first; each has `STEP`. So far there is one format."""
