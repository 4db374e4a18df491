"""Bindings for the Terraform provider terraform.io/builtin/terraform."""

from .. import ferroform as ferroform
