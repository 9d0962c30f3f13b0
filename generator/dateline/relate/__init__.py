"""Corpus to relations: what the records mean for each other."""
