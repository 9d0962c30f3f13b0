"""Parts that several kinds of page share: what they say, and how they are laid out."""
