"""laboratory.html in a real browser: trains, counts and replays, by keyboard too, and whatever line it is given."""

import json
from urllib.parse import quote

import pytest

from conftest import ROOT, eventually
from reluctant.laboratory import LARGEST, NAME, laboratory
from test_accessibility import CONTRAST, grave
from test_pages import opened, until

READY = "document.documentElement.dataset.ready"
LINE = "new Trial(Sequential.of(1, new Dense(2, RELU), new Dense(1)), absoluteValue(50, 1.0), new Fit(new Adam(0.01), MSE, 60, 10), 3L)"
PLANE = "new Trial(Sequential.of(2, new Dense(3, TANH), new Dense(1, SIGMOID)), xor(), new Fit(new Adam(0.1), MSE, 40, 4), 0L)"
HOSTILE = json.loads((ROOT / "src/book/test/reluctant/hostile-texts.json").read_text(encoding="utf-8"))["texts"]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    made = tmp_path_factory.mktemp("laboratory") / NAME
    made.write_bytes(laboratory())
    return made


class At:
    """A path whose address has more behind it."""

    def __init__(self, path, more):
        self.path, self.more = path, more

    def as_uri(self):
        return f"{self.path.as_uri()}#{self.more}"


def at(path, line, more=""):
    return At(path, f"line={quote(line)}{more}")


def text(page, name):
    return page.locator(f"#{name}").inner_text()


def test_it_is_one_small_file(path):
    assert path.stat().st_size <= LARGEST


def test_a_line_is_trained_to_the_numbers_of_the_library(browser, path):
    with opened(browser, at(path, LINE)) as page:
        until(page, READY)
        assert page.locator("#line").input_value() == LINE and text(page, "epoch") == "epoch 0 of 60"
        page.locator("#step").click()
        eventually(lambda: text(page, "epoch").startswith("epoch 1 of 60, loss "))
        page.locator("#play").click()
        eventually(lambda: text(page, "epoch").startswith("60 epochs, loss "))
        eventually(lambda: text(page, "diagnosis"))
        ended = text(page, "epoch")
        page.locator("#rewind").click()
        eventually(lambda: text(page, "epoch") == "epoch 0 of 60")
        page.locator("#play").click()
        eventually(lambda: text(page, "epoch") == ended)
        assert page.locator("#units tr").count() == 2


def test_each_control_changes_the_line_and_the_address(browser, path):
    with opened(browser, at(path, LINE)) as page:
        until(page, READY)
        for name, value, part in (
            ("hiddenUnits", "3", "new Dense(3, RELU)"),
            ("seed", "-7", ", -7L)"),
            ("learningRate", "0.5", "new Adam(0.5)"),
            ("epochs", "9", "MSE, 9, 10"),
            ("noise", "0.1", ".noise(0.1)"),
        ):
            page.locator(f"#{name}").fill(value)
            page.locator(f"#{name}").press("Tab")
            eventually(lambda: part in page.locator("#line").input_value())
        for name, value, part in (("hiddenActivation", "TANH", "TANH"), ("start", "HE_NORMAL", "HE_NORMAL"), ("optimizer", "SGD", "new SGD(0.5)")):
            page.locator(f"#{name}").select_option(value)
            eventually(lambda: part in page.locator("#line").input_value())
        shown = page.locator("#line").input_value()
        assert page.evaluate("new URLSearchParams(location.hash.slice(1)).get('line')") == shown
        page.locator("#another").click()
        eventually(lambda: ", -6L)" in page.locator("#line").input_value())


def test_quick_changes_are_all_made_and_what_is_typed_meanwhile_stays(browser, path):
    quickly = "for (const [name, value] of [['seed', '8'], ['hiddenUnits', '5'], ['epochs', '7']]) { const control = document.getElementById(name); control.value = value; control.dispatchEvent(new Event('change')); }"
    with opened(browser, at(path, LINE)) as page:
        until(page, READY)
        page.evaluate(quickly)
        eventually(lambda: all(part in page.locator("#line").input_value() for part in ("new Dense(5, RELU)", "MSE, 7, 10", ", 8L)")))
        page.evaluate("() => { const line = document.getElementById('line'); read(line.value); line.value = 'typed meanwhile'; }")
        eventually(lambda: text(page, "epoch") == "epoch 0 of 7")
        page.wait_for_timeout(300)
        assert page.locator("#line").input_value() == "typed meanwhile"


def test_a_play_that_was_paused_does_not_go_on_with_the_next(browser, path):
    with opened(browser, at(path, LINE.replace("MSE, 60", "MSE, 100000"))) as page:
        until(page, READY)
        page.evaluate("""() => {
          window.most = 0;
          let at = 0;
          const advance = training.advance;
          training.advance = async function (epochs) {
            window.most = Math.max(window.most, ++at);
            await advance.call(this, epochs);
            at--;
          };
          const play = document.getElementById("play");
          for (let i = 0; i < 5; i++) play.click();
        }""")
        eventually(lambda: page.evaluate("training.losses.length") > 200)
        assert page.evaluate("training.isPlaying")
        before = page.evaluate("window.most = 0, training.losses.length")
        eventually(lambda: page.evaluate("training.losses.length") > before + 200)
        assert page.evaluate("window.most") == 1


def test_seeds_are_counted_and_stopped(browser, path):
    with opened(browser, at(path, LINE)) as page:
        until(page, READY)
        page.locator("#count").click()
        eventually(lambda: text(page, "counted") == "100 of 100 seeds")
        counts = page.locator("#outcomes tr td:nth-child(2)").all_inner_texts()
        assert sum(map(int, counts)) == 100
        page.locator("#seeds").select_option("10000")
        page.locator("#count").click()
        eventually(lambda: text(page, "counted").endswith("of 10000 seeds") and not text(page, "counted").startswith("0 "))
        page.locator("#stop").click()
        kept = text(page, "counted")
        page.wait_for_timeout(300)
        assert text(page, "counted") == kept != "10000 of 10000 seeds"
        page.locator("#outcomes button").first.click()
        eventually(lambda: page.locator("#line").input_value() != LINE or text(page, "epoch").startswith("epoch 0"))


def test_a_plane_is_drawn_and_axe_finds_nothing_grave(browser, path):
    for line, width, scheme in ((LINE, 1280, "light"), (PLANE, 390, "dark")):
        with opened(browser, at(path, line), width, scheme) as page:
            until(page, READY)
            page.locator("#play").click()
            eventually(lambda: "epochs, loss" in text(page, "epoch"))
            assert page.locator("#plane").is_visible() == (line == PLANE)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert grave(page) == [] and grave(page, CONTRAST) == []


def test_it_is_used_by_keyboard_alone(browser, path):
    with opened(browser, at(path, LINE), reduced_motion="reduce") as page:
        until(page, READY)
        page.locator("#line").focus()
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "play":
                break
        page.keyboard.press("Enter")
        eventually(lambda: "epochs, loss" in text(page, "epoch"))
        assert page.evaluate("document.activeElement.id") == "play"


def test_parts_can_be_hidden_by_the_address(browser, path):
    with opened(browser, at(path, LINE, "&hide=controls,count,<b>")) as page:
        until(page, READY)
        assert page.locator("#seed").is_hidden() and page.locator("#count").is_hidden() and page.locator("#play").is_visible()


def test_a_line_of_a_file_and_hostile_ones_are_told_off_and_run_nothing(browser, path):
    lines = ["", "new Trial(", LINE + ".seed(", LINE.replace("absoluteValue(50, 1.0)", 'csv("data.csv", 3, "x")'), *map(str, HOSTILE)]
    with opened(browser, at(path, LINE)) as page:
        until(page, READY)
        for line in lines:
            page.locator("#line").fill(line)
            page.get_by_role("button", name="Read the line").click()
            eventually(lambda: page.locator("#line").get_attribute("aria-invalid") == "true" and text(page, "told"))
            page.locator("#line").fill(LINE)
            page.get_by_role("button", name="Read the line").click()
            eventually(lambda: page.locator("#line").get_attribute("aria-invalid") == "false")
    for line in lines[:3]:
        with opened(browser, at(path, line)) as page:
            until(page, READY)
            assert page.evaluate("window.hacked") is None


def test_a_browser_without_it_says_so(browser, path):
    with opened(browser, path) as page:
        page.add_init_script("WebAssembly.compile = () => Promise.reject(new Error('no such types'))")
        page.reload()
        eventually(lambda: page.locator("#unable").is_visible())
        assert "no such types" in text(page, "unable") and page.locator("#laboratory").is_hidden()
