"""The library that the bindings stand on."""

import {{ library }} as library

__all__ = ["library"]
