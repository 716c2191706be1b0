"""Acts deposited with GitHub's form: from an issue to a pull request, and the answers that the clerk reads on the way.

Each job of the workflows runs one of `steps`. Those that may write import nothing outside Python's own library and
`registre`: nothing that was downloaded runs where there are rights.
"""
