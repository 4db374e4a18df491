"""Bindings for the Terraform provider registry.terraform.io/hashicorp/aws."""

import importlib

# Programs put the folder above this one on `sys.path`, or the one above that.
ferroform = importlib.import_module("..ferroform" if "." in __name__ else "ferroform", __name__)

_package = ferroform.Package(__name__, __path__)
__getattr__ = _package.attribute
__dir__ = _package.names
