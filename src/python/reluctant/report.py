"""./workbook report: notebooks to pages, pages to an index, and the laboratory beside it."""

import glob
import hashlib
import re
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from urllib.parse import quote

import nbformat
from markupsafe import escape
from nbformat import NotebookNode

from . import cases, claims, places, reading
from .commands import parser
from .failures import Refusal, guarded, is_full, readable, sentence, unexpected
from .laboratory import NAME, laboratory
from .names import anchor
from .notebooks import Notebook, Value, all_notebooks, chosen
from .outputs import picture
from .page import LARGEST, Heading, Link, heading, overview, page
from .printing import print_pages
from .running import run, stop_kernels

VARIANT = "--"
OVERVIEW = "index.html"
AT_ONCE = 2


def main() -> int:
    """Runs what was asked for. A notebook that stops leaves the pages of the others as they are."""
    options = parser().parse_args()
    notebooks = chosen(options.notebooks)
    failures = _all_reported(notebooks, options.set)
    settled = write_overview()
    places.write_whole(places.REPORTS / NAME, laboratory())
    if options.pdf:
        print_pages(_unprinted(notebooks, options.set))
    if not options.set:
        asked = {notebook.name for notebook in notebooks}
        failures += claims.broken([claim for claim in settled if claim["notebook"] in asked])
    if failures:
        raise Refusal("\n          ".join([*failures, f"The pages that could be made are in {places.REPORTS}"]))
    print(f"The pages are in {places.REPORTS}; open {places.REPORTS / OVERVIEW}")
    return 0


def _all_reported(notebooks: list[Notebook], settings: list[str]) -> list[str]:
    """Reports on two at once, since a kernel's start and the making of a page keep one core busy, and gives what failed.

    The largest come first, so that none of them runs alone at the end.
    """
    pool = ThreadPoolExecutor(AT_ONCE)
    started = {}
    try:
        for notebook in sorted(notebooks, key=Notebook.size, reverse=True):
            started[notebook] = pool.submit(_failure, notebook, settings)
        failures = [started[notebook].result() for notebook in notebooks]
        return [failure for failure in failures if failure]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        stop_kernels()
        while wait([each for each in started.values() if not each.cancelled()], timeout=1).not_done:  # interrupted, perhaps just before a kernel's start
            stop_kernels()


def _failure(notebook: Notebook, settings: list[str]) -> str | None:
    try:
        _report(notebook, notebook.values(settings))
        return None
    except Refusal as refusal:
        return str(refusal)
    except OSError as error:
        if is_full(error):
            raise  # it would fail the others too
        return f"{notebook.name}: {sentence(error)}"
    except Exception as error:  # whatever an odd notebook leads to, the others are reported
        return str(unexpected(notebook.name, error))


def _report(notebook: Notebook, values: dict[str, Value]) -> None:
    name = notebook.name + _variant(values)
    executed = run(notebook, values, name)
    if not values:
        places.write_whole(places.EXECUTED / f"{name}.ipynb", nbformat.writes(executed).encode(errors="replace"))
    html = page(name, executed, OVERVIEW, *_neighbours(notebook)).encode(errors="replace")
    if len(html) > LARGEST:
        raise Refusal(f"the page of {name} would have {len(html):,} bytes, more than {LARGEST:,}: let its figures hold fewer points.")
    path = places.REPORTS / f"{name}.html"
    path.with_suffix(".pdf").unlink(missing_ok=True)
    places.write_whole(path, html)


def _unprinted(notebooks: list[Notebook], settings: list[str]) -> list[Path]:
    """The pages that are new since they were printed."""
    pages = [places.REPORTS / f"{notebook.name}{_variant(notebook.values(settings))}.html" for notebook in notebooks]
    return [page for page in pages if page.exists() and not page.with_suffix(".pdf").exists()]


def _variant(values: dict[str, Value]) -> str:
    """What tells the page of other parameters from the standard one, as in --trials-2000."""
    if not values:
        return ""
    told = "-".join(f"{name}-{value}" for name, value in values.items())
    plain = re.sub(r"[^\w.-]+", "_", told, flags=re.ASCII)[:80]
    mark = "" if plain == told else "-" + hashlib.sha256(told.encode()).hexdigest()[:6]
    return VARIANT + plain + mark


def _neighbours(notebook: Notebook) -> tuple[Link | None, Link | None]:
    line = [None, *all_notebooks(), None]
    here = line.index(notebook)
    return tuple(each and Link(_href(each.name), _heading(each).title) for each in (line[here - 1], line[here + 1]))


def _heading(notebook: Notebook) -> Heading:
    """What a notebook says of itself, or what is wrong with it."""
    try:
        return heading(readable(notebook.name), reading.read(notebook.path).cells)
    except Exception as error:
        refusal = error if isinstance(error, Refusal) else unexpected(notebook.name, error)
        name = readable(notebook.name)
        return Heading(escape(name), name, escape(readable(str(refusal))), False)


def _href(name: str) -> str:
    return quote(f"{name}.html", errors="surrogateescape")


def write_overview() -> list[dict]:
    """Writes index.html, claims.json and rates.csv from every notebook that has been run with its own parameters, and gives the claims."""
    notebooks = all_notebooks()
    names = [notebook.name for notebook in notebooks]
    _forget_removed(names)
    settled, asked = [], []
    for name in names:
        if executed := _executed(name):
            settled += claims.of(name, executed)
            asked += cases.of(name, executed)
    headings = {notebook.name: _heading(notebook) for notebook in notebooks}
    rows = [claims.shown(claim) | {"href": _place(claim), "title": headings[claim["notebook"]].title} for claim in settled]
    found = [case | {"href": _place(case)} for case in asked]
    cards = [_card(notebook, headings[notebook.name]) for notebook in notebooks]
    html = overview(notebooks=cards, claims=rows, cases=found, symptoms=cases.symptoms(found))
    places.write_whole(places.REPORTS / "claims.json", claims.document(settled).encode(errors="replace"))
    places.write_whole(places.REPORTS / "rates.csv", claims.rates(settled).encode(errors="replace"))
    places.write_whole(places.REPORTS / OVERVIEW, html.encode(errors="replace"))
    return settled


def _place(shown: dict) -> str:
    """The place in a page that shows a claim or a case."""
    return f"{_href(shown['notebook'])}#{anchor(shown['id'])}"


def _card(notebook: Notebook, told: Heading) -> dict:
    picture, alt = _picture(notebook)
    there = (places.REPORTS / f"{notebook.name}.html").exists()
    others = sorted(places.REPORTS.glob(f"{glob.escape(notebook.name)}{VARIANT}*.html"))
    return {
        "number": readable(notebook.name.split("-")[0]),
        "title": told.title,
        "summary": told.summary,
        "href": _href(notebook.name) if there else None,
        "picture": picture,
        "alt": alt,
        "others": [Link(_href(path.stem), escape(readable(path.stem.split(VARIANT, 1)[1]))) for path in others],
    }


def _picture(notebook: Notebook) -> tuple[str | None, str]:
    """The first picture that is stored in a notebook, and what it shows."""
    try:
        cells = reading.read(notebook.path).cells
    except Refusal:
        return None, ""
    outputs = [output for cell in cells for output in cell.get("outputs", []) if "data" in output]
    return next((found for output in outputs if (found := picture(output))), (None, ""))


def _executed(name: str) -> NotebookNode | None:
    path = places.EXECUTED / f"{name}.ipynb"
    try:
        return reading.read(path) if path.exists() else None
    except Refusal:
        return None  # the next report makes it anew


def _forget_removed(names: list[str]) -> None:
    """Pages of notebooks that are gone, go."""
    for folder, ending in ((places.EXECUTED, ".ipynb"), (places.REPORTS, ".html"), (places.REPORTS, ".pdf")):
        for path in folder.glob(f"[0-9]*{ending}"):
            if path.stem.split(VARIANT)[0] not in names:
                path.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(guarded(main))
