#!/bin/sh
# Stands in for Terraform, of which terrars asks `init` and `providers schema`.
[ "$1" = init ] || cat "$SCHEMA"
