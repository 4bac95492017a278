"""The door: the command ``pathways``. Thin: it reads arguments, calls the stages, prints, and sets the exit code.

Exit codes: 0 all is well, 1 the content has problems, 2 the command was used wrongly, 3 our own fault.
"""

from __future__ import annotations

import sys
import traceback

import click

from generator import __version__
from generator.commands import authority, content, rule, site, timeline, tree
from generator.errors import Fault

OUR_FAULT = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pathways")
def commands() -> None:
    """Compile procedures, written as YAML and Markdown, into a searchable site with decision aids."""


for command in (
    content.check,
    content.schema,
    rule.explain,
    site.compile_,
    site.build,
    site.serve,
    tree.walk_,
    tree.export,
    timeline.timeline,
    authority.new,
    authority.drift_,
):
    commands.add_command(command)


def main() -> None:
    """Run the command; turn a fault into one sentence, and a bug into a request to report it."""
    try:
        commands(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except Fault as fault:
        click.echo(f"pathways: {fault}", err=True)
        sys.exit(fault.code)
    except Exception:
        click.echo(traceback.format_exc(), err=True)
        click.echo(
            "pathways: this is our own fault, not the content's. Please report it with the lines above.", err=True
        )
        sys.exit(OUR_FAULT)
