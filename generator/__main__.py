"""Run the command as ``python -m generator``."""

from generator.commands.main import main

main()
