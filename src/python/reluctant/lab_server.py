"""JupyterLab, whose terminal shows what its reader has to know: the address, and what goes wrong."""

import logging
import os
import re
import sys

from jupyterlab.labapp import main

from .kernelspecs import VERBOSE

MEANINGLESS = re.compile(
    r"Notebook .* is not trusted"  # figures are drawn all the same
    r"|The websocket_ping_timeout .* cannot be longer than"  # two of Jupyter's own defaults
    r"|received signal \d+, stopping",  # Ctrl-C, which comes as SIGTERM
    re.DOTALL,
)


def means_something(record: logging.LogRecord) -> bool:
    """Whether a reader can do anything about it."""
    return not MEANINGLESS.match(record.getMessage())


if __name__ == "__main__":
    if not os.environ.get(VERBOSE):
        logging.getLogger("ServerApp").addFilter(means_something)
    sys.exit(main())
