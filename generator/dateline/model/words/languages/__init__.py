"""What dates are called, one language a file, named by its code: a new language is a new file."""
