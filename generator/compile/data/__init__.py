"""The model as plain data for the browser's twins, and for use elsewhere."""
