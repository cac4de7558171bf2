"""The fastest JAX form of a training: how its matrices lie, and how many nets a call has."""

from collections.abc import Callable
from dataclasses import dataclass

LAYOUTS = ("units x samples", "samples x units")
FIRST, FEWEST, MOST = 64, 16, 1024
LONGEST_CALL = 2.0  # seconds


@dataclass(frozen=True)
class Form:
    """What changes the time and not the result. The nets are those of a device in one call."""

    layout: str
    nets: int

    def __str__(self) -> str:
        return f"{self.layout}, {self.nets} nets"


class Search:
    """Times forms, each once. Time gives the milliseconds of a net."""

    def __init__(self, time: Callable[[Form], float], devices: int, prepare: Callable[[list[Form]], None] = lambda _: None):
        self._time = time
        self._prepare = prepare
        self._devices = devices
        self.times: dict[Form, float] = {}

    def fastest(self, forms: list[Form]) -> Form:
        """The fastest of these and of those timed before."""
        new = [form for form in forms if form not in self.times]
        self._prepare(new)
        for form in new:
            self.times[form] = self._time(form)
        return min(self.times, key=self.times.get)

    def climb(self, forms: list[Form]) -> Form:
        """Goes on from the fastest of these to four times more and fewer nets, while that is faster."""
        best = self.fastest(forms)
        while (neighbour := self.fastest(self._neighbours(best))) != best:
            best = neighbour
        return best

    def _neighbours(self, form: Form) -> list[Form]:
        longest = LONGEST_CALL * 1000 / self.times[form] / self._devices
        return [Form(form.layout, nets) for nets in (form.nets // 4, form.nets * 4) if FEWEST <= nets <= min(MOST, longest)]


def both(nets: int = FIRST) -> list[Form]:
    """Both layouts."""
    return [Form(layout, nets) for layout in LAYOUTS]
