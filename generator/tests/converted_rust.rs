//! How configurations look in Rust.

mod support;

use std::path::Path;

use ferroform_generator::convert::{Catalog, File, convert};
use ferroform_generator::emit::Runtime;
use ferroform_generator::names::Names;
use ferroform_generator::program::{Frame, Language};

/// A configuration as a program in Rust.
fn rust(configuration: &str, frame: Frame) -> String {
    let provider = support::read("../schemas/aws-apigatewayv2.json", &[]);
    let file = File::parse(Path::new("main.tf"), configuration).expect("a configuration");
    let providers = [provider];
    let conversion = convert(&[file], &Catalog::new(&providers), frame).expect("a program");
    conversion.print(&[Names::new(&providers[0])], Language::Rust, Runtime::Cdktn)
}

#[test]
fn variables_and_locals_keep_their_types() {
    insta::assert_snapshot!(rust(
        r#"
variable "name" {
  type        = string
  description = "What the API is called."
  default     = "chat"
  validation {
    condition     = length(var.name) > 2 && var.name != "test"
    error_message = "A name has at least three characters."
  }
}
variable "subnets" {
  type      = list(string)
  nullable  = false
  sensitive = true
}
variable "owner" {
  type    = object({ name = string, team = optional(string) })
  default = { name = "Ada" }
}
locals {
  full = "${var.name}-${var.owner.team}"
  tags = { Name = local.full, Owner = var.owner.name }
}
# Where the links go.
resource "aws_apigatewayv2_vpc_link" "inner" {
  # Both of them.
  name               = local.full
  security_group_ids = []
  subnet_ids         = var.subnets
  tags               = local.tags
}
output "link" {
  value       = aws_apigatewayv2_vpc_link.inner.arn
  description = "The link."
  sensitive   = true
}
"#,
        Frame::App
    ));
}

#[test]
fn instances_are_counted_and_keyed() {
    insta::assert_snapshot!(rust(
        r#"
variable "stages" {
  type = map(string)
}
resource "aws_apigatewayv2_api" "many" {
  count         = length(var.stages) > 1 ? 2 : 1
  name          = "chat-${count.index + 1}"
  protocol_type = "WEBSOCKET"
}
resource "aws_apigatewayv2_stage" "each" {
  for_each    = var.stages
  api_id      = aws_apigatewayv2_api.many[0].id
  name        = each.key
  description = upper(each.value)
  auto_deploy = "true"
}
resource "aws_apigatewayv2_deployment" "named" {
  for_each   = toset(["one", "two"])
  api_id     = aws_apigatewayv2_api.many[each.value == "one" ? 0 : 1].id
  depends_on = [aws_apigatewayv2_stage.each]
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [description]
    postcondition {
      condition     = self.auto_deployed
      error_message = "Nothing deploys ${self.id}."
    }
  }
}
output "ids" {
  value = aws_apigatewayv2_api.many[*].id
}
"#,
        Frame::App
    ));
}

#[test]
fn blocks_are_made_of_collections() {
    insta::assert_snapshot!(rust(
        r#"
variable "routes" {
  type = list(object({ key = string, burst = number }))
}
variable "origins" {
  type    = list(string)
  default = ["https://example.com"]
}
resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "HTTP"
  dynamic "cors_configuration" {
    for_each = var.origins
    content {
      allow_origins = [cors_configuration.value]
      max_age       = max(cors_configuration.key, 60)
    }
  }
}
resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "live"
  dynamic "route_settings" {
    for_each = var.routes
    iterator = route
    content {
      route_key              = route.value.key
      throttling_burst_limit = route.value.burst
    }
  }
  route_settings {
    route_key                = "$default"
    throttling_rate_limit    = "0.5"
    detailed_metrics_enabled = false
  }
}
"#,
        Frame::App
    ));
}

#[test]
fn values_are_converted_or_said_in_terraforms_words() {
    insta::assert_snapshot!(rust(
        r#"
locals {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["execute-api:Invoke", 1], Resource = null }]
  })
  names = [for name in ["a", "b"] : upper(name) if name != "c"]
}
resource "aws_apigatewayv2_api" "chat" {
  name          = 42
  protocol_type = "HTTP"
  version       = 1.5
  description   = "costs $${money} \"today\""
  body          = <<-JSON
    {
      "openapi": "3.0.1",
      "info": { "title": "${local.names[0]}" }
    }
  JSON
  tags = merge({ Name = "chat" }, { for key, name in local.names : key => name })
}
resource "aws_apigatewayv2_integration" "mock" {
  api_id               = aws_apigatewayv2_api.chat.id
  integration_type     = "MOCK"
  timeout_milliseconds = "30000"
  request_templates    = { "application/json" = local.policy }
  new_argument         = { deep = [true] }
}
"#,
        Frame::App
    ));
}

#[test]
fn everything_around_resources_is_said() {
    insta::assert_snapshot!(rust(
        r#"
terraform {
  required_version = ">= 1.7"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
  backend "s3" {
    bucket = "states"
  }
}
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_apigatewayv2_api" "chat" {
  provider      = aws.west
  name          = "chat"
  protocol_type = "WEBSOCKET"
  connection {
    host = self.api_endpoint
    port = "2222"
  }
  provisioner "local-exec" {
    command = "echo ${self.id}"
    when    = destroy
  }
}
module "inner" {
  source    = "./inner"
  version   = "1.0.0"
  count     = 2
  api       = aws_apigatewayv2_api.chat.id
  providers = { aws = aws.west }
}
moved {
  from = aws_apigatewayv2_api.old
  to   = aws_apigatewayv2_api.chat
}
removed {
  from = aws_apigatewayv2_api.gone
  lifecycle {
    destroy = false
  }
}
import {
  to = aws_apigatewayv2_api.chat
  id = "aabbccddee"
}
import {
  to = aws_apigatewayv2_integration_response.found
  id = "aabbccddee"
}
check "reachable" {
  assert {
    condition     = aws_apigatewayv2_api.chat.api_endpoint != ""
    error_message = "There is no endpoint."
  }
}
"#,
        Frame::App
    ));
}

/// What the configuration leaves out, in programs that are whole and on pages.
const INCOMPLETE: &str = r#"
resource "aws_apigatewayv2_route" "default" {
  api_id    = aws_apigatewayv2_api.chat.id
  target    = "integrations/${aws_apigatewayv2_integration.mock[0].id}"
  route_key = var.key
}
resource "aws_apigatewayv2_deployment" "now" {
  description = local.about
  triggers    = { routes = sha1(jsonencode(aws_apigatewayv2_route.default)) }
}
"#;

#[test]
fn what_is_not_declared_is_a_parameter() {
    insta::assert_snapshot!(rust(INCOMPLETE, Frame::App));
}

#[test]
fn pages_call_what_is_not_declared_by_its_name() {
    insta::assert_snapshot!(rust(INCOMPLETE, Frame::Page));
}
