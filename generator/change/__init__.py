"""Two states of the content compared."""
