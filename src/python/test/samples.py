"""Small notebooks that need no library: they show what a page can hold, and quickly."""

import json
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

HOSTILE = Path(__file__).resolve().parents[2] / "book" / "test" / "reluctant" / "hostile-texts.json"
KERNEL = {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}}
AT_ONCE = {"mode": "immediate", "fromcurrent": True, "frame": {"duration": 100}, "transition": {"duration": 0}}

HELPERS = """\
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
DisplayData shown(String alt, String mime, Object value) { var d = new DisplayData(alt); d.putData(mime, value); return d; }
DisplayData figure(String alt, Object... traces) {
    var layout = Map.of("title", Map.of("text", alt), "meta", Map.of("alt", alt),
        "xaxis", Map.of("title", Map.of("text", "x")), "yaxis", Map.of("title", Map.of("text", "y")));
    return shown(alt, "application/vnd.plotly.v1+json", Map.of("data", List.of(traces), "layout", layout));
}
class Parameters { static void check(String ranges, double... values) {} }
DisplayData claim(String id, String text, String measured, String verdict, String expected) {
    var json = new java.util.TreeMap<String, Object>(Map.of("id", id, "claim", text, "measured", measured, "verdict", verdict,
        "expected", expected, "interval", List.of("0.61", "0.71")));
    json.put("thread", null);
    var d = shown(text + ": " + verdict, "application/vnd.reluctant.claim+json", json);
    d.putData("text/html", "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + ": " + verdict + "</p>");
    return d;
}"""

BEND = """\
var xs = java.util.stream.IntStream.rangeClosed(-points, points).boxed().toList();
var ys = xs.stream().map(x -> Math.abs(x) / (double) points).toList();
figure("|x| in " + (2 * points + 1) + " points", Map.of("type", "scatter", "name", "|x|", "x", xs, "y", ys))"""

BOWL = """\
var z = xs.stream().map(x -> xs.stream().map(y -> Math.hypot(x, y)).toList()).toList();
figure("The distance from the middle", Map.of("type", "surface", "z", z))"""

LONG = """\
long state = 1;
while (!Thread.currentThread().isInterrupted()) state = state * 6364136223846793005L + 1442695040888963407L;
throw new IllegalStateException("The loop was interrupted: run the cell again.");"""

START = """\
%classpath ../../../target/lib/*.jar
reluctant.kernel.Notebook.start()"""

FIT = """\
import reluctant.nn.*; import reluctant.optimizers.*; import reluctant.train.*; import reluctant.sweep.*; import reluctant.kernel.*; import static reluctant.data.Problems.*;
var model = Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1));
var trial = new Trial(model, absoluteValue(400, 1000), new Fit(new Adam(0.001), Loss.MSE, 10_000_000, 32), 0);"""

ATTACKED = """\
import reluctant.nn.*; import reluctant.optimizers.*; import reluctant.train.*; import reluctant.absolute.*; import reluctant.claim.*;
import static reluctant.claim.ClaimAxis.*; import static reluctant.data.Problems.*; import static reluctant.claim.Word.*;
var model = Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1));
var trial = new Trial(model, absoluteValue(40, 1000), new Fit(new Adam(0.1), Loss.MSE, epochs, 8), 0);
var study = Study.of(trial, Halves::of, 0, 256).settledBy(Halves.BOTH).budget(10 * epochs).units(3).fixed(BATCH, "of eight");"""
JUDGED = 'Claim.of("my.own", "It works.").by(study.is(always(), "both in", Halves.BOTH)).expected(false)'

SWEEP = """\
var brief = trial.fit(new Fit(new Adam(0.001), Loss.MSE, 100, 32));
boolean told(Run run) { if (run.trial().seed() == 0) System.out.println("The first is trained."); return true; }
var sweep = Sweep.of(brief).seeds(0, 100_000_000).outcomes(run -> told(run)).run();"""


TEXTS = """\
%classpath ../target/lib/*.jar
reluctant.kernel.Notebook.start();
var file = new com.fasterxml.jackson.databind.ObjectMapper().readTree(new java.io.File("hostile-texts.json"));
var texts = new ArrayList<String>();
file.get("texts").forEach(text -> texts.add(text.asText()));
var table = List.copyOf(texts);
int count = 0;
texts.add(file.get("long").get("repeat").asText().repeat(file.get("long").get("times").asInt()));"""

HOSTILE_FIGURES = """\
import tech.tablesaw.plotly.components.*; import tech.tablesaw.plotly.traces.*; import tech.tablesaw.api.*;
import reluctant.chart.Chart; import reluctant.claim.*; import reluctant.kernel.*;
for (String text : part) {
    var bars = BarTrace.builder(new Object[] {text, "other"}, new double[] {1, 2}).name(text).build();
    var points = ScatterTrace.builder(new double[] {1}, new double[] {2}).name(text).text(new String[] {text}).build();
    var layout = Layout.builder(text).showLegend(true).xAxis(Axis.builder().title(text).build()).yAxis(Axis.builder().title(text).build());
    display(Chart.of(layout.build(), bars, points).annotation(Annotation.builder().text(text).x(1.0).y(1.0).build()).frame(text, bars).alt(text));
}"""

HOSTILE_TABLES = "for (String text : part) display(Table.create(StringColumn.create(text, text, text)));"

HOSTILE_CLAIMS = """\
for (String text : part) if (text.length() < 1000) {
    display(Claim.of("hostile." + count++, text).measured(text).trueOnlyWhen(text, true, false));
}"""

# JupyterLab shows 50 outputs of a cell.
HALVES = "var part = texts.subList(0, 40);", "part = texts.subList(40, texts.size());"


def notebook(*cells):
    """A notebook of these cells, each with an id that stays the same."""
    made = new_notebook(cells=list(cells), metadata=dict(KERNEL))
    for number, cell in enumerate(made.cells):
        cell.id = f"cell-{number:02d}"
    return made


def code(source, *tags):
    return new_code_cell(source, metadata={"tags": list(tags)} if tags else {})


def bend(verdict="true"):
    """Two figures, two parameters, a claim, formulas and a table."""
    return notebook(
        new_markdown_cell("# A bend & its bowl\n\nWhat $|x|$ looks like, and $\\sqrt{x^2 + y^2}$ above it."),
        code(HELPERS),
        new_markdown_cell("## What you can change\n\nEdit a value, then run from here."),
        code("int points = 20; // how many points on each side\nString note = \"a; b // c\"; // said below\n"
             "Parameters.check(\"points 2 to 1,000\", points);", "parameters"),
        new_markdown_cell(
            "## The bend of $|x|$\n\n$$\\text{loss} = \\frac{1}{n} \\sum_{i=1}^{n} \\left(\\hat y_i - |x_i|\\right)^2$$\n\n"
            "| unit | output |\n|---|---|\n| left | $\\max(0, -x)$ |\n| right | $\\max(0, x)$ of $|x|$ |\n\nA cost of 5 dollars, `code` and *stress*."
        ),
        code(BEND),
        new_markdown_cell("### The bowl"),
        code(BOWL),
        new_markdown_cell("## What is settled"),
        code(f'claim("sample.bend", "The bend is <b>sharp</b> & bent", "66.1 %", "{verdict}", "true")'),
        code('System.out.println(points + " points, " + note)'),
        code("points * 2"),
    )


def plain(source="1 + 1"):
    """No figure, no parameter: one cell."""
    return notebook(new_markdown_cell("# A sum\n\nOne cell, and no more."), code(source))


def played():
    """A figure of frames with the player that the library draws, and one with a menu, as they are after a run."""
    frames = [{"name": f"epoch {10 * i}", "data": [{"y": [i, 20, 40 - i]}]} for i in range(41)]
    steps = [{"label": frame["name"], "method": "animate", "args": [[frame["name"]], AT_ONCE]} for frame in frames]
    labels = {"▶": None, "❚❚": [None]}
    buttons = [{"label": label, "method": "animate", "args": [which, AT_ONCE]} for label, which in labels.items()]
    player = {"sliders": [{"steps": steps, "active": 40}], "updatemenus": [{"type": "buttons", "buttons": buttons}]}
    colours = [{"label": f"<b>{colour}</b> &amp; co", "args": [{"line.color": colour}]} for colour in ("red", "green")]
    moving = {"data": [{"type": "scatter", "y": [40, 20, 0]}], "frames": frames, "layout": player}
    painted = {"data": [{"type": "scatter", "y": [1, 2]}], "layout": {"updatemenus": [{"buttons": colours}]}}
    shown = [new_output("display_data", {"application/vnd.plotly.v1+json": each}) for each in (moving, painted)]
    return notebook(new_markdown_cell("# A line that turns"), new_code_cell("turned", execution_count=1, outputs=shown))


def waiting():
    """A cell that ends only when it is interrupted, and one after it."""
    return notebook(new_markdown_cell("# Without end"), code("1 + 1"), code(LONG), code("2 + 2"))


def fitting():
    """The library at a fit and at a sweep that take many minutes, and a cell after them."""
    fit = code("var run = trial.run(LiveCurve.open());")
    return notebook(new_markdown_cell("# A long fit"), code(START), code(FIT), fit, code(SWEEP), code("2 + 2"))


def hostile():
    """Every kind of output for each text of the table, which lies beside the notebook."""
    printable = [text.replace("\n", " ").encode(errors="replace").decode() for text in hostile_texts()]
    return notebook(
        new_markdown_cell("# Hostile texts"),
        *(new_markdown_cell(f"## {text}\n\n{text}") for text in printable),
        code(TEXTS),
        *(code(f"{half}\n{each}") for half in HALVES for each in (HOSTILE_FIGURES, HOSTILE_TABLES, HOSTILE_CLAIMS)),
        code("texts.forEach(System.out::println);\ntable.forEach(System.err::println);"),
        code('String.join("\\n", table)'),
    )


def throwing():
    """A cell that stops with all texts of the table."""
    return notebook(code(TEXTS), code('if (true) throw new IllegalStateException(String.join("\\n", table));'))


def hostile_texts():
    """The table that the Java tests use too, without its longest text."""
    return json.loads(HOSTILE.read_text(encoding="utf-8"))["texts"]


def write(folder, **notebooks):
    """Stores notebooks as `00-name.ipynb`, in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, made) in enumerate(notebooks.items()):
        nbformat.write(made, folder / f"{number:02d}-{name}.ipynb")


def attacked():
    """A claim with attacks that take a second."""
    parameters = code('int epochs = 5; // how long\nParameters.check("epochs 1 to 10", epochs);', "parameters")
    return notebook(code(START.replace("../../../", "../")), code("import reluctant.kernel.*;"), parameters, code(ATTACKED), code(JUDGED))
