"""The model in words: sentences, working, citations, ways on. No HTML."""
