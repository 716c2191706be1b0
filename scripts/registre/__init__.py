"""Registre des délibérations: from YAML records to a published, searchable register.

Data flows one way, and so do imports (a test holds it): ``problems`` and ``model``, then ``source`` → ``parse`` →
``rules`` → ``register`` → ``render`` → ``output`` → ``after`` → ``build`` → ``cli``.
"""
