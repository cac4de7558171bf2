"""Pages as PDF, printed by an installed Chrome or Chromium."""

from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from . import places
from .failures import Refusal
from .machine import browser

PATIENCE = 60_000
# A link to another page would hold this machine's path.
UNLINK = "for (const link of document.querySelectorAll('a[href]:not([href^=\"#\"], [href^=\"https:\"])')) link.removeAttribute('href')"


def print_pages(pages: list[Path]) -> None:
    """Leaves NAME.pdf beside each NAME.html."""
    program = browser("--pdf needs")
    try:
        with sync_playwright() as playwright, playwright.chromium.launch(executable_path=program) as chromium:
            paper = chromium.new_page(color_scheme="light", reduced_motion="reduce", offline=True)
            for page in pages:
                places.write_whole(page.with_suffix(".pdf"), _printed(paper, page))
    except Error as error:
        told = next(iter(error.message.splitlines()), "it ended")
        raise Refusal(f"the browser {program} could not print the pages ({told}): name another one in BROWSER_PATH.") from None


def _printed(paper: Page, page: Path) -> bytes:
    paper.goto(page.as_uri())
    _wait_for_figures(paper, "paper")
    paper.evaluate(UNLINK)
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    _wait_for_figures(paper, "drawn")
    return paper.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _wait_for_figures(paper: Page, mark: str) -> None:
    if paper.query_selector(".plot"):
        paper.wait_for_selector(f"html[data-{mark}]", state="attached", timeout=PATIENCE)
