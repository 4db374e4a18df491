"""Bindings for the Terraform provider registry.terraform.io/hashicorp/aws."""

from .. import ferroform as ferroform
