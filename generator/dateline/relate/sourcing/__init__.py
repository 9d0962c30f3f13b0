"""Articles to what they have in common: credits, addresses, publishers, declarations, text."""
