"""Documents to a corpus of frozen records."""
