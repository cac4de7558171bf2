"""The line that names a trial, on a page: shown, and copied by one button."""

import pytest

from test_pages import opened

# The test of Trial.parse has it too.
CHAPTER = (
    "new Trial(Sequential.of(1, new Dense(2, RELU), new Dense(1)), absoluteValue(400, 1000.0),"
    " new Fit(new Adam(0.001), MSE, 1000, 32), 6L)"
)
PAGE = "00-start-here.html"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_button_copies_the_line_by_keyboard(browser, reports, width):
    with opened(browser, reports / PAGE, width, permissions=["clipboard-read", "clipboard-write"]) as page:
        lines = page.locator("code.trial")
        assert lines.count() == 2 and lines.all_inner_texts() == [CHAPTER] * 2
        button = page.get_by_role("button", name="Copy the line that replays this").first
        button.focus()
        page.keyboard.press("Enter")
        status = page.locator("code.trial ~ [role=status]").first
        status.get_by_text("Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == CHAPTER
        assert button.bounding_box()["height"] >= 24
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_where_the_clipboard_is_closed_the_line_is_selected(browser, reports):
    with opened(browser, reports / PAGE) as page:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.get_by_role("button", name="Copy the line that replays this").first.click()
        page.get_by_text("Selected, copy it with Ctrl+C").wait_for()
        assert page.evaluate("getSelection().toString()") == CHAPTER


def test_paper_has_no_button(browser, reports):
    with opened(browser, reports / PAGE) as page:
        page.emulate_media(media="print")
        assert page.locator("code.trial").first.is_visible() and page.locator(".copy").first.is_hidden()
