"""What `./workbook` does, in reading order.

commands    the command line
machine     the JDK, Maven, browser and processor that are on this machine
builds      what Maven builds, each part with a stamp
setup       .venv and what Maven builds, made once and repaired when cut off
children    other programs, started so that Ctrl-C ends them too
failures    one sentence instead of a stack trace
kernelspecs how Jupyter starts JJava and IJava
exports     Jupyter's own exports, made ours
places      where everything lies
bench       ./workbook bench: benchmarks to a table (JMH)
tables      tables as Markdown has them
peers       ./workbook bench --peers: the same trainings in other libraries
notebooks   the committed notebooks: names, cells, parameters
new         ./workbook new: a notebook of one's own

These need the standard library only. The rest runs with .venv's Python:

reading     a notebook's file, read whole or refused
kernel      a Java kernel's start, and its end with whoever drives it
watching    whether a kernel that is busy still lives
running     a notebook through papermill, with Java parameters
listening   what a running kernel sends, to its end
streams     what a cell prints, joined and bounded
told        what a cell says in a kind of output of the book's own
claims      what the notebooks settle
cases       the public questions that they settle, and their symptoms
numbers     where the numbers in a notebook's prose come from
report      ./workbook report: notebooks to pages, pages to an index
page        one executed notebook as one HTML file (nbconvert)
laboratory  the page that trains
wasm        what a WebAssembly module imports
outputs     what of a cell's outputs is shown, and how
names       a reader's ids, classes and links beside the page's
browsing    work in a browser, with a bound
printing    pages as PDF (an installed browser)
texts       a notebook as Markdown and as a script
formulas    LaTeX as MathML
lab_server  JupyterLab, with a terminal that can be read
attack      ./workbook attack: what takes longer than a page may, and is kept
bake        ./workbook bake: committed outputs, and whether they still fit
pictures    figures as PNG (kaleido)
parts       what the project is made of: licences and an SBOM
scaling     ./workbook bench: the picture of how a sweep's time grows
"""

import sys

# jsonschema, which nbformat loads, would compile 39 grammars with it, over a second of each start, for addresses that no notebook's schema has.
sys.modules.setdefault("rfc3987_syntax", None)
