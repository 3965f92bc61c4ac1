"""The command `kutip`: mounts the parts of each storey, and turns errors into one line."""

import sys

import typer

from bot.commands import app as conversations
from indexes.commands import app as articles
from indexes.errors import KutipError
from retrieval.commands import app as questions

app = typer.Typer(
    name="kutip",
    help="Ask news articles; every answer is quoted word for word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(articles, name="articles")
app.add_typer(questions)
app.add_typer(conversations)


def main() -> None:
    """Run a command; an error a person can act on is one line on standard error."""
    try:
        app()
    except KutipError as error:
        sys.stderr.write(f"kutip: {error}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # the reader of our output has gone, as in `kutip articles list | head`
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        reason = error.strerror or str(error).splitlines()[0]
        sys.stderr.write(f"kutip: {reason}{where}. Check the path, its rights and the disk\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
