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

    def wrong(self, place: str, expected: str, value: object, token: str = "") -> None:
        """The value at ``place`` is not what is ``expected``; ``token`` makes that of a reference within a string."""
        hint = f"; {token}(…) makes it one" if token and isinstance(value, str) and "${TfToken[" in value else ""
        self._lines.append(f"{place}: expected {expected}, found {self._found(value)}{hint}")

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
        # What most objects print is their address.
        shown = "" if type(value).__repr__ is object.__repr__ else repr(value)
        shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
        return shown if shown.startswith(kind) else f"{kind} {shown}".rstrip()
