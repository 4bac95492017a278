"""A tree as shapes: measured, ranked, drawn."""
