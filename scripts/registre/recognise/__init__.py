"""What a document says, found by small recognisers: each tells its value and where in the text it stands."""
