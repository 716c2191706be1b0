"""The records as immutable values. Imports nothing of ours outside this folder, reads and writes nothing."""
