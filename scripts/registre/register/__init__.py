"""The register: what the site shows, immutable, sorted, with its addresses and facets."""
