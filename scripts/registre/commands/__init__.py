"""The commands of `registre`, one module each."""
