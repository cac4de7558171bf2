"""A client that hears a kernel out, however fast it prints."""

from functools import partial
from queue import Empty

import zmq.asyncio
from nbclient.exceptions import CellExecutionComplete
from nbclient.util import ensure_async
from nbformat.v4 import new_output
from papermill.clientwrap import PapermillNotebookClient

SILENCE = 5
A_DAY = 24 * 60 * 60
LOST = "… some of what this cell showed was lost on the way: the kernel showed it faster than it can be sent. Print less …\n"


class Listener(PapermillNotebookClient):
    """Waits for the end of a cell's messages without a bound, since a slow machine needs long for many.

    A kernel drops messages that it can't send, the last one of a cell among them. So in silence it is asked for something
    else: it answers in order, and an answer without the last message before it tells that messages were lost.
    """

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, iopub_timeout=A_DAY, **options)

    def create_kernel_manager(self):
        manager = super().create_kernel_manager()
        context = zmq.asyncio.Context()
        context.setsockopt(zmq.RCVHWM, 0)  # messages may wait here in any number, or the kernel would drop them
        manager.client = partial(manager.client, context=context)
        return manager

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        asked = None
        while True:
            try:
                message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=SILENCE))
            except Empty:
                asked = asked or self.kc.kernel_info()
                continue
            about = message["parent_header"].get("msg_id")
            if asked and about == asked:
                cell.outputs.append(new_output("stream", name="stderr", text=LOST))
                return
            if about == parent_msg_id:
                try:
                    self.process_message(message, cell, cell_index)
                except CellExecutionComplete:
                    return
