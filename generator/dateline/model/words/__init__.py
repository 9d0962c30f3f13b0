"""The parts of a date to the words of a language."""
