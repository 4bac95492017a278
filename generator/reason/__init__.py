"""Pure reasoning over the model: walking a tree, comparing and counting dates. The reference for the browser."""
