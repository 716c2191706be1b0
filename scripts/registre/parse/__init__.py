"""Values to records: every problem of every file, and whatever could be read beside them."""
