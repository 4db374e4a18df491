# A module as teams have them: written in HCL, called from a program.

terraform {
  required_version = ">= 1.5"
}

variable "name" {
  type = string
}

variable "settings" {
  type = object({
    replicas = optional(number, 1)
    labels   = optional(map(string), {})
  })
  default = {}
}

resource "terraform_data" "replica" {
  count = var.settings.replicas
  input = "${var.name}-${count.index}"
}

output "replicas" {
  value = terraform_data.replica[*].input
}

output "labels" {
  value = merge({ service = var.name }, var.settings.labels)
}
