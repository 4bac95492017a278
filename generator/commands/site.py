"""The site: compiled, built, previewed."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.shared import authority_option, day_given, root_option, stop_on


@click.command(name="compile")
@root_option
def compile_(root: Path) -> None:
    """Check the content and write the documentation folder build/docs, without running a site engine."""
    from generator.publish.build import compile_folder

    problems, pages = compile_folder(root)
    stop_on(problems, root)
    click.echo(f"Compiled {pages} pages into build/docs.")


@click.command()
@root_option
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="What renders the pages.")
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where to publish (default: site).")
@click.option(
    "--authority", metavar="ID|all", help="Publish as one authority has it; all: each beside the national site."
)
@click.option(
    "--as-of", metavar="DAY", help="The day for which it is written: what stands for a time (default: today)."
)
def build(root: Path, engine: str, site_dir: Path | None, authority: str | None, as_of: str | None) -> None:
    """Check, compile and render the whole site. If anything fails, the published site stays as it was."""
    from generator.publish.build import build_site

    target = site_dir or root / "site"
    day = day_given(as_of, "--as-of") if as_of else None
    problems, pages = build_site(root, target, engine, authority, day)
    stop_on(problems, root)
    click.echo(f"Published {pages} pages in {target.as_posix()}.")


@click.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@authority_option
def serve(root: Path, port: int, authority: str | None) -> None:
    """Preview the site, and render it again whenever content, templates or assets change."""
    from generator.publish.serve import serve_site

    serve_site(root, port, authority)
