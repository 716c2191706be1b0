"""Text files to values with file, line and column. Knows no domain."""
