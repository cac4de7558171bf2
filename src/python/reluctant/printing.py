"""Pages as PDF, printed by an installed Chrome or Chromium."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from . import places
from .browsing import answer, ask
from .machine import browser

# A link to another page would hold this machine's path.
UNLINK = "for (const link of document.querySelectorAll('a[href]:not([href^=\"#\"], [href^=\"https:\"])')) link.removeAttribute('href')"


def print_pages(pages: list[Path]) -> None:
    """Leaves NAME.pdf beside each NAME.html."""
    if not pages:
        return
    program = browser("--pdf needs")
    task = {"program": program, "pages": [page.as_uri() for page in pages]}
    printed = ask(program, f"printing {len(pages)} {'page' if len(pages) == 1 else 'pages'}", "reluctant.printing", task)
    with closing(printed):
        for page, paper in zip(pages, printed, strict=True):
            places.write_whole(page.with_suffix(".pdf"), paper)


def _print(task: dict, tell: Callable[[bytes], None]) -> None:
    # Who has asked waits with a bound, so nothing here has one.
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=task["program"], timeout=0) as chromium:
        paper = chromium.new_page(color_scheme="light", reduced_motion="reduce", offline=True)
        paper.set_default_timeout(0)
        for page in task["pages"]:
            tell(_printed(paper, page))


def _printed(paper: Page, page: str) -> bytes:
    paper.goto(page)
    _wait_for_figures(paper, "paper")
    paper.evaluate(UNLINK)
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    _wait_for_figures(paper, "drawn")
    return paper.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _wait_for_figures(paper: Page, mark: str) -> None:
    if paper.query_selector(".plot"):
        paper.wait_for_selector(f"html[data-{mark}]", state="attached")


if __name__ == "__main__":
    answer(_print)
