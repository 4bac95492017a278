"""Stage 4: the model → a plain documentation folder. Knows no site engine."""
