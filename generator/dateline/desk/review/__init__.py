"""A change of a desk to a review of what it means."""
