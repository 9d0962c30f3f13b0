"""One kind of page a pair of files: what it decides, and how it is laid out."""
