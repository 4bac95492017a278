"""Writing content: a file to begin with."""
