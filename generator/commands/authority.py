"""An authority: begun, and held against what changed nationally."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.shared import checked_library, counted, root_option
from generator.model import load
from generator.read.revision import at_revision, last_before


@click.command()
@click.argument("kind", type=click.Choice(["authority"]))
@click.argument("name")
@root_option
def new(kind: str, name: str, root: Path) -> None:
    """Begin a new authority called NAME: a file with every part explained where it stands."""
    from generator.edit.new import new_authority

    path = new_authority(root, name, load(root)[0])
    click.echo(f"Wrote {path.relative_to(root).as_posix()}. Next: fill it in, then run 'pathways check'.")


@click.command(name="drift")
@click.argument("authority_id", metavar="AUTHORITY")
@root_option
@click.option("--since", "revision", metavar="REV", help="A revision of git (default: that of its review).")
def drift_(authority_id: str, root: Path, revision: str | None) -> None:
    """Tell what changed nationally since an authority last reviewed its differences, and which of them it touches."""
    from generator.change.drift import drift

    library = checked_library(root, "authority", authority_id)
    authority = library.authority[authority_id]
    if revision is None and authority.reviewed is None:
        raise click.UsageError(f"'{authority_id}' does not say when it was reviewed; give --since, or add 'reviewed:'")
    since = revision or last_before(root, str(authority.reviewed))
    with at_revision(root, since) as folder:
        changes = drift(library, load(folder)[0], authority)
    touching = [change for change in changes if change.touched]
    from_ = f"revision {since[:10]}" + (f", the last before {authority.reviewed}" if revision is None else "")
    click.echo(f"{counted(len(changes), 'national piece')} changed since {from_}.")
    for change in touching:
        places = ", ".join(str(difference.place("on")) for difference in change.touched)
        click.echo(f"  {change.address}: {change.what}; look again at {places}")
    if touching:
        click.echo("The others touch none of its differences:")
    for change in changes[len(touching) :]:
        click.echo(f"  {change.address}: {change.what}")
