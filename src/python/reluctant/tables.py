"""Tables as Markdown has them."""


def markdown(rows: list[tuple[str, ...]]) -> str:
    """A table whose first row is its head, as wide as its words."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    first, *others = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    ruler = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([first, ruler, *others]) + "\n"
