"""The program to the pages of its own documentation."""
