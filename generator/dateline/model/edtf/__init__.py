"""EDTF text (ISO 8601-2) to what it says about days: the grammar, the days and the faults."""
