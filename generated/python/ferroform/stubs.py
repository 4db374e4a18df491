"""Names for the stubs of generated modules. What they stand for is in `stubs.pyi`; no program imports them."""
