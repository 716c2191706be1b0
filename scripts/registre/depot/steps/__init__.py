"""The jobs of the workflows, one module each, with one function: `run(environment)`."""
