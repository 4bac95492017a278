"""How a page is made: its maker, addresses, sections, terms."""
