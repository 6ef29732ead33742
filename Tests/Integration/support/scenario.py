"""A scenario is an asynchronous function whose name is a sentence: what must be true, seen from outside."""

import dataclasses
import typing

SCENARIOS = []


@dataclasses.dataclass
class Scenario:
    run: typing.Callable
    only: str | None
    because: str | None
    seconds: int

    def runs_over(self, transport):
        return self.only in (None, transport)

    @property
    def sentence(self):
        words = self.run.__name__.replace("_", " ")
        return words[0].upper() + words[1:]


def scenario(only=None, because=None, seconds=60):
    """Registers a scenario, to run over both transports, or over `only` one, `because` of something."""
    assert (only is None) == (because is None), "what runs over one transport only says why"

    def register(function):
        SCENARIOS.append(Scenario(function, only, because, seconds))
        return function

    return register
