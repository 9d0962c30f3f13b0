"""Corpus and relations to Markdown pages."""
