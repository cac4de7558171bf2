"""A chapter's parameters cell, edited as a reader does it."""

import re

from reluctant.notebooks import Notebook


def ranges(chapter: Notebook) -> dict[str, tuple[str, str, str]]:
    """By parameter, its range in words, and both ends as Java."""
    found = {each.name: each.range for each in chapter.parameters() if each.range}
    return {name: (" to ".join(ends), *(end.replace(",", "_") for end in ends)) for name, ends in found.items()}


def outside(low: str, high: str) -> tuple[str, str]:
    """A value below and one far above."""
    return (f"{float(low) / 2}", f"{float(high) * 2}") if "." in low + high else (f"{low} - 1", f"1000 * {high}")


def edited(source: str, values: dict[str, str]) -> str:
    """The parameters cell with other values."""
    for name, value in values.items():
        source, found = re.subn(rf"(?m)^(\w+ {name} = )[^;]+;", rf"\g<1>{value};", source)
        assert found == 1, name
    return source


def small(chapter: Notebook) -> dict[str, str]:
    """The smallest value of each parameter's range."""
    return {name: low for name, (_, low, _) in ranges(chapter).items()}
