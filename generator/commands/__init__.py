"""The command line: one module a noun. It reads arguments, calls the stages, prints, and sets the exit code."""
