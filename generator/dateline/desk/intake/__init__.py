"""A saved page to an article and a draft brief."""
