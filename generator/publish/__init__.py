"""Stage 5: the documentation folder → a published site. The engine, finishing touches, and the exchange."""
