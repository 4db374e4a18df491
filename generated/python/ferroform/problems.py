"""What is wrong with the arguments of a call, told to the person who wrote it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class Problems:
    """Collects everything that is wrong, so that one error tells it all."""

    __slots__ = ("_lines", "hidden")

    def __init__(self) -> None:
        self._lines: list[str] = []
        # Whether values may be shown: those of sensitive and write-only arguments may not.
        self.hidden = False

    def wrong(self, place: str, expected: str, value: object) -> None:
        """The value at ``place`` is not what is ``expected``."""
        self._lines.append(f"{place}: expected {expected}, found {self._found(value)}")

    def missing(self, place: str, expected: str) -> None:
        """A required argument is not given."""
        self._lines.append(f"{place}: missing, {expected} is required")

    def unknown(self, place: str, name: str, allowed: Iterable[str]) -> None:
        """An argument of that name does not exist."""
        names = sorted(allowed)
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
        help = f"did you mean {near[0]}? " if near else ""
        self._lines.append(f"{place}: unknown argument; {help}allowed are {', '.join(names) or 'none'}")

    def settle(self, call: str) -> None:
        """Raises what was collected, if anything was."""
        if len(self._lines) == 1:
            raise TypeError(f"{call}: {self._lines[0]}")
        if self._lines:
            raise TypeError(f"{call}: {len(self._lines)} arguments are wrong\n  " + "\n  ".join(self._lines))

    def _found(self, value: object) -> str:
        kind = type(value).__name__
        if self.hidden:
            return f"{kind} (sensitive)"
        shown = repr(value)
        return f"{kind} {shown}" if len(shown) <= 60 else f"{kind} {shown[:57]}..."
