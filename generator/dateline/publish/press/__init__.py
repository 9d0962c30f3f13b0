"""MkDocs' work on generated pages, done in proportion to what there is to do."""
