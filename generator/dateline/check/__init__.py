"""Corpus and relations to findings."""
