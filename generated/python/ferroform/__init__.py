"""The runtime of the generated modules beside this one. Programs do not import it."""

from .functions import Functions
from .module import Module, Package

__all__ = ["Functions", "Module", "Package"]
