"""Drafts: records written for a clerk to read over, from what the register knows or from a document."""
