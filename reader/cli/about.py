"""`reader keys` and `doctor`: the program itself."""

import click

from reader.cli.output import print_json, print_text


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a key.")
def keys(as_json: bool) -> None:
    """Every key of the screen."""
    from reader.tui.key_table import key_table

    for key in key_table():
        if as_json:
            print_json(key._asdict())
        else:
            about = f"{key.description}. {key.tooltip}" if key.tooltip else key.description
            print_text(f"{key.keys:<20} {about} ({key.place})")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object, for a bug report.")
def doctor(as_json: bool) -> None:
    """What this terminal and clipboard can do, tried for real."""
    from reader.doctor import examine

    report = examine()
    print_text(report.json() if as_json else report.text())
