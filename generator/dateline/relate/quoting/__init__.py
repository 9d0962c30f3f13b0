"""Quotes and stored texts to where the words stand: forms to compare, parts, gaps, negations."""
