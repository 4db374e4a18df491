"""The runtime of the generated modules beside this one. Programs do not import it."""

from .module import Module, Package

__all__ = ["Module", "Package"]
