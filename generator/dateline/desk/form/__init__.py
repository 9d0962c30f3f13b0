"""A form in the browser for people without git."""
