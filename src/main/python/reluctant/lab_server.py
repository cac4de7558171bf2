"""JupyterLab, which ends with the command that started it: also when its terminal is closed."""

import sys

from jupyterlab.labapp import main

from . import children

if __name__ == "__main__":
    children.end_with_parent()
    sys.exit(main())
