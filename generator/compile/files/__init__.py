"""What a reader takes away: calendar files, papers, tables, charts."""
