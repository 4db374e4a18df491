"""The library that the bindings stand on."""

import cdktn as library

__all__ = ["library"]
