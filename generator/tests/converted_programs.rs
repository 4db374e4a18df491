//! What programs in Python and TypeScript say for each thing that Terraform's language has.

use std::path::Path;

use ferroform_generator::convert::{self, Catalog, File};
use ferroform_generator::emit::Runtime;
use ferroform_generator::names::Names;
use ferroform_generator::program::{Frame, Language};
use ferroform_generator::read::read_constructs;
use ferroform_generator::schema::Source;

/// The snippet in both languages, as pages show it and as a stack of its own.
fn converted(snippet: &str) -> String {
    let files = [File::parse(Path::new("main.tf"), snippet).expect("the snippet is Terraform's language")];
    let schema = Path::new("../schemas/aws-apigatewayv2.json");
    let providers =
        read_constructs(&[Source::from(schema)], &convert::constructs(&files)).expect("the schema");
    let catalog = Catalog::new(&providers);
    let names: Vec<_> = providers.iter().map(Names::new).collect();
    let mut programs = Vec::new();
    for frame in [Frame::Page, Frame::Stack] {
        let conversion = convert::convert(&files, &catalog, frame).expect("the snippet converts");
        for language in [Language::Python, Language::TypeScript] {
            programs.push(conversion.print(&names, language, Runtime::Cdktn));
        }
    }
    programs.join("\n--------\n\n")
}

#[test]
fn labels_meet_and_parts_are_left_out() {
    insta::assert_snapshot!(converted(
        r#"
        # The API itself.
        resource "aws_apigatewayv2_api" "example" {
          name          = "chat"
          protocol_type = "WEBSOCKET" # for chats
        }

        resource "aws_apigatewayv2_stage" "example" {
          api_id = aws_apigatewayv2_api.example.id
          name   = "private"
          default_route_settings {
            throttling_rate_limit = "100"
          }
        }

        resource "aws_apigatewayv2_route" "class" {
          api_id = aws_apigatewayv2_api.elsewhere.id
          target = "integrations/${aws_apigatewayv2_integration.elsewhere.id}"
        }
        "#
    ));
}

#[test]
fn variables_locals_and_outputs() {
    insta::assert_snapshot!(converted(
        r#"
        variable "stage" {
          type        = string
          default     = "dev"
          description = "Where to"
          validation {
            condition     = length(var.stage) > 1
            error_message = "Too short."
          }
        }

        variable "ids" {
          type = list(string)
        }

        locals {
          name = "chat-${var.stage}"
          tags = { Stage = var.stage, "cost-center" = "a $${b}" }
        }

        resource "aws_apigatewayv2_vpc_link" "link" {
          name               = local.name
          security_group_ids = var.ids
          subnet_ids         = concat(var.ids, ["subnet-1"])
          tags               = local.tags
        }

        output "arn" {
          value     = aws_apigatewayv2_vpc_link.link.arn
          sensitive = true
        }

        output "price" {
          value = "US$${var.stage}"
        }
        "#
    ));
}

#[test]
fn expressions_are_said_by_the_library_where_it_can() {
    insta::assert_snapshot!(converted(
        r#"
        variable "on" { type = bool }

        resource "aws_apigatewayv2_api" "api" {
          name          = var.on && !false ? upper("say \"hi\"") : null
          protocol_type = "HTTP"
          description   = join("-", ["a", var.on], ["b"])
          body          = jsonencode({ info = { title = "a \"b\"", version = 1 }, "x-y" = [-1, 2.5, true] })
          version       = (1 + 2) * 3 % 4
          tags          = merge({ A = "b" }, { C = "d" })
        }

        output "looked_up" {
          value = aws_apigatewayv2_api.api.cors_configuration[0].allow_origins
        }

        output "raw" {
          value = [for name, value in aws_apigatewayv2_api.api.tags : upper(value) if name != "A"]
        }

        output "file" {
          value = templatefile("${path.module}/a.tpl", { id = aws_apigatewayv2_api.api.id })
        }

        output "directive" {
          value = "%{ if var.on }yes%{ else }no%{ endif }"
        }
        "#
    ));
}

#[test]
fn instances_and_dynamic_blocks_are_iterated_over() {
    insta::assert_snapshot!(converted(
        r#"
        variable "names" { type = set(string) }

        resource "aws_apigatewayv2_api" "each" {
          for_each      = var.names
          name          = "api-${each.key}"
          protocol_type = "HTTP"
        }

        resource "aws_apigatewayv2_api" "counted" {
          count         = 2
          name          = "api-${count.index}"
          protocol_type = "HTTP"
        }

        resource "aws_apigatewayv2_route" "dynamic" {
          api_id    = aws_apigatewayv2_api.counted[0].id
          route_key = "$default"
          dynamic "request_parameter" {
            for_each = { "route.request.header.id" = true }
            content {
              request_parameter_key = request_parameter.key
              required              = request_parameter.value
            }
          }
        }

        resource "aws_apigatewayv2_api" "nested" {
          name          = "nested"
          protocol_type = "HTTP"
          dynamic "cors_configuration" {
            for_each = [1]
            content {
              max_age = cors_configuration.value
            }
          }
        }

        output "ids" {
          value = aws_apigatewayv2_api.counted[*].id
        }
        "#
    ));
}

#[test]
fn meta_arguments_stand_beside_arguments() {
    insta::assert_snapshot!(converted(
        r#"
        provider "aws" {
          region = "eu-west-1"
        }

        provider "aws" {
          alias  = "east"
          region = "us-east-1"
        }

        resource "aws_apigatewayv2_api" "first" {
          name          = "first"
          protocol_type = "HTTP"
        }

        resource "aws_apigatewayv2_api" "second" {
          provider      = aws.east
          name          = "second"
          protocol_type = "HTTP"
          depends_on    = [aws_apigatewayv2_api.first]

          lifecycle {
            create_before_destroy = true
            ignore_changes        = [tags["a"], name]
            replace_triggered_by  = [aws_apigatewayv2_api.first.id]
            precondition {
              condition     = aws_apigatewayv2_api.first.id != ""
              error_message = "There is no first."
            }
          }

          connection {
            host = self.api_endpoint
          }

          provisioner "local-exec" {
            command = "echo ${self.id}"
          }
        }
        "#
    ));
}

#[test]
fn other_blocks_are_written_over_the_stack() {
    insta::assert_snapshot!(converted(
        r#"
        terraform {
          required_version = ">= 1.5"
          backend "s3" {
            bucket = "state"
            key    = "chat"
          }
        }

        module "network" {
          source  = "terraform-aws-modules/vpc/aws"
          version = "~> 5.0"
          name    = "chat"
          azs     = ["a", "b"]
        }

        import {
          to = aws_apigatewayv2_api.api
          id = "aabbccddee"
        }

        import {
          to = aws_apigatewayv2_api.my_other
          id = "ffgghhiijj"
        }

        moved {
          from = aws_apigatewayv2_api.old
          to   = aws_apigatewayv2_api.api
        }

        removed {
          from = aws_apigatewayv2_api.gone
          lifecycle {
            destroy = false
          }
        }

        resource "aws_apigatewayv2_api" "api" {
          name          = module.network.name
          protocol_type = "HTTP"
          not_known     = ["to", "the schema"]
        }

        check "named" {
          assert {
            condition     = aws_apigatewayv2_api.api.name != ""
            error_message = "No name."
          }
        }
        "#
    ));
}
