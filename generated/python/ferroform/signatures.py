"""Signatures of generated functions, which take any keyword and check for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from inspect import Parameter, Signature
from typing import Any

from .table import Shape


def signed(function: Any, positional: Sequence[str], shape: Shape | None = None, meta: Sequence[str] = ()) -> Any:
    """Gives a function the signature that `help()` and editors show."""
    keywords = list(shape.keywords.values()) if shape else []
    parameters = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in positional]
    parameters += [Parameter(field.name, Parameter.KEYWORD_ONLY) for field in keywords if field.required]
    optional = [field.name for field in keywords if not field.required] + list(meta)
    parameters += [Parameter(name, Parameter.KEYWORD_ONLY, default=None) for name in optional]
    function.__signature__ = Signature(parameters)
    return function
