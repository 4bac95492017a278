"""The content through one authority's eyes."""
