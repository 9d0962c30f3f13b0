"""Pages to what readers get."""
