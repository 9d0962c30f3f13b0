"""Changing what a thing is called, everywhere at once."""
