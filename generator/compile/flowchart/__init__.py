"""Decision trees → SVG. Parts and boxes first, then Graphviz lays out, then a template draws."""
