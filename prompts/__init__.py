"""Every word said to a person or a model is a file here: `id/*.md` and `en/*.md`."""

from functools import cache
from importlib import resources
from string import Template

LANGUAGES = ("id", "en")


class PromptWrong(Exception):
    """A prompt is missing, or a value it needs was not given: a fault of the program."""


@cache
def load(name: str, language: str) -> Template:
    """The prompt of that name; its final line break is not part of it."""
    file = resources.files("prompts") / language / f"{name}.md"
    try:
        return Template(file.read_text("utf-8").rstrip("\n"))
    except OSError:
        raise PromptWrong(f"There is no prompt {language}/{name}.md") from None


def say(name: str, language: str, **values: object) -> str:
    """The words of a prompt with its `$variables` filled in."""
    try:
        return load(name, language).substitute(values)
    except KeyError as missing:
        raise PromptWrong(f"{language}/{name}.md needs a value for {missing}") from None
