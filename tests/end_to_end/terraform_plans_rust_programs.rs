//! Programs as Rust teams write them are planned by Terraform, and its plans have what the programs mean.

use std::fs;

use serde_json::{Value, json};

use crate::rust_programs::{of_providers, of_repository};

#[test]
fn chat_api() {
    let Some(programs) = of_repository() else { return };
    let plan = programs.run("chat_api").plan("chat", &["-var=certificate_arn=arn:aws:acm:::certificate/1"]);
    plan.assert_actions(&[
        ("create", "aws_apigatewayv2_api", 1),
        ("create", "aws_apigatewayv2_api_mapping", 1),
        ("create", "aws_apigatewayv2_deployment", 1),
        ("create", "aws_apigatewayv2_domain_name", 1),
        ("create", "aws_apigatewayv2_integration", 3),
        ("create", "aws_apigatewayv2_integration_response", 3),
        ("create", "aws_apigatewayv2_model", 3),
        ("create", "aws_apigatewayv2_route", 3),
        ("create", "aws_apigatewayv2_route_response", 3),
        ("create", "aws_apigatewayv2_stage", 1),
    ]);
    let integration = plan.resource("aws_apigatewayv2_integration", "say_");
    assert_eq!(integration.after("integration_uri"), "https://backend.example.com/say");
    assert_eq!(
        integration.after("request_templates/$default"),
        r#"{"connection":"$context.connectionId","room":"$util.escapeJavaScript($input.path('$.room'))","text":"$util.escapeJavaScript($input.path('$.text'))"}"#
    );
    assert!(plan.resource("aws_apigatewayv2_route", "say_").is_unknown("target"));
    assert_eq!(plan.resource("aws_apigatewayv2_route", "say_").after("request_models/say"), "say");
    assert_eq!(plan.output("url"), "wss://chat.example.com");
}

#[test]
fn kubernetes_app() {
    let Some(programs) = of_repository() else { return };
    let plan = programs.run("kubernetes_app").plan("shop", &["-var=release=2.0.0"]);
    plan.assert_actions(&[
        ("create", "kubernetes_config_map_v1", 2),
        ("create", "kubernetes_deployment_v1", 2),
        ("create", "kubernetes_horizontal_pod_autoscaler_v2", 2),
        ("create", "kubernetes_ingress_v1", 2),
        ("create", "kubernetes_namespace_v1", 1),
        ("create", "kubernetes_service_v1", 2),
    ]);
    let front = plan.resource("kubernetes_deployment_v1", "front_");
    let container = front.after("spec/0/template/0/spec/0/container/0");
    assert_eq!(container["image"], "registry.example.com/shop/front:2.0.0");
    assert_eq!(container["env_from"][0]["config_map_ref"][0]["name"], "front");
    let ingress = plan.resource("kubernetes_ingress_v1", "front_");
    assert_eq!(ingress.after("spec/0/tls/0/hosts"), &json!(["www.example.com", "example.com"]));
    let settings = plan.resource("kubernetes_config_map_v1", "front_");
    assert_eq!(settings.after("data"), &json!({ "CATALOG_URL": "http://catalog" }));
}

#[test]
fn checks() {
    let Some(programs) = of_repository() else { return };
    let program = programs.run("checks");
    let plan = program.plan("checked", &[]);
    plan.assert_actions(&[("create", "terraform_data", 3)]);
    assert_eq!(plan.at("terraform_data.cluster").after("input"), "small-staging");
    assert!(plan.at("terraform_data.cluster").is_unknown("triggers_replace/0"));
    assert_eq!(plan.output("admins"), &json!(["<ada@example.com>", "<grace@example.com>"]));
    let refused = [
        ("environment=test", "The environment is `production` or `staging`."),
        ("replicas=12", "There are between 1 and 9 replicas."),
        ("environment=production", "Production has at least three replicas."),
        (r#"networks={"front":"10.0.1.0/33"}"#, "Every network is a range"),
        (r#"networks={"front":"10.0.1.0/24","back":"10.0.1.0/24"}"#, "Two networks have the same range."),
        (r#"networks={"back":"10.0.1.0/24"}"#, "The cluster is reached through the network `front`."),
        (r#"admins=["eve@example.org"]"#, "Administrators have addresses at example.com."),
    ];
    for (variable, message) in refused {
        let said = program.refused("checked", &[&format!("-var={variable}")]);
        assert!(said.contains(message), "{variable}: {said}");
    }
}

#[test]
fn vpc_ecs() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("vpc_ecs").plan("web", &[]);
    plan.assert_actions(&[
        ("create", "aws_appautoscaling_policy", 1),
        ("create", "aws_appautoscaling_target", 1),
        ("create", "aws_cloudwatch_log_group", 1),
        ("create", "aws_ecs_cluster", 1),
        ("create", "aws_ecs_service", 1),
        ("create", "aws_ecs_task_definition", 1),
        ("create", "aws_eip", 1),
        ("create", "aws_iam_role", 1),
        ("create", "aws_iam_role_policy_attachment", 1),
        ("create", "aws_internet_gateway", 1),
        ("create", "aws_lb", 1),
        ("create", "aws_lb_listener", 1),
        ("create", "aws_lb_target_group", 1),
        ("create", "aws_nat_gateway", 1),
        ("create", "aws_route", 2),
        ("create", "aws_route_table", 2),
        ("create", "aws_route_table_association", 4),
        ("create", "aws_security_group", 2),
        ("create", "aws_subnet", 4),
        ("create", "aws_vpc", 1),
        ("create", "aws_vpc_security_group_egress_rule", 2),
        ("create", "aws_vpc_security_group_ingress_rule", 2),
    ]);
    assert_eq!(plan.resource("aws_subnet", "network_private-1_").after("cidr_block"), "10.0.144.0/20");
    let containers = plan.resource("aws_ecs_task_definition", "service_").after("container_definitions");
    let containers: Value = serde_json::from_str(containers.as_str().unwrap()).unwrap();
    assert_eq!(containers[0]["portMappings"], json!([{ "containerPort": 8080 }]));
    assert_eq!(
        plan.resource("aws_appautoscaling_target", "service_").after("resource_id"),
        "service/web/web"
    );
}

#[test]
fn static_site() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("static_site").plan("site", &[]);
    plan.assert_actions(&[
        ("create", "aws_acm_certificate", 1),
        ("create", "aws_acm_certificate_validation", 1),
        ("create", "aws_cloudfront_distribution", 1),
        ("create", "aws_cloudfront_origin_access_control", 1),
        ("create", "aws_route53_record", 6),
        ("create", "aws_s3_bucket", 1),
        ("create", "aws_s3_bucket_policy", 1),
        ("create", "aws_s3_bucket_public_access_block", 1),
        ("create", "aws_s3_bucket_versioning", 1),
    ]);
    let certificate = plan.resource("aws_acm_certificate", "certificate_");
    assert_eq!(plan.provider(certificate), "aws.virginia");
    assert_eq!(plan.provider(plan.resource("aws_s3_bucket", "site_")), "aws");
    let distribution = plan.at("aws_cloudfront_distribution.distribution");
    assert_eq!(distribution.after("aliases"), &json!(["example.com", "www.example.com"]));
    assert!(distribution.is_unknown("viewer_certificate/0/acm_certificate_arn"));
}

#[test]
fn subnets_for_each() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("subnets_for_each").plan("network", &[]);
    plan.assert_actions(&[
        ("create", "aws_eip", 2),
        ("create", "aws_internet_gateway", 1),
        ("create", "aws_nat_gateway", 2),
        ("create", "aws_route", 3),
        ("create", "aws_route_table", 3),
        ("create", "aws_route_table_association", 4),
        ("create", "aws_subnet", 4),
        ("create", "aws_vpc", 1),
    ]);
    let subnet = plan.at("aws_subnet.subnet[\"back-b\"]");
    assert_eq!(subnet.after("cidr_block"), "10.20.144.0/20");
    assert_eq!(subnet.after("tags"), &json!({ "Name": "back-b", "Tier": "private" }));
    assert_eq!(plan.output("zones"), &json!(["eu-west-1a", "eu-west-1b"]));
    assert_eq!(plan.output("names")[0], "back-a in eu-west-1a");
}

#[test]
fn lambda_websocket() {
    let Some(programs) = of_providers() else { return };
    let program = programs.run("lambda_websocket");
    let archive = program.project.write("functions.zip", "not a real archive");
    let plan = program.plan("chat", &[&format!("-var=archive={}", archive.display())]);
    plan.assert_actions(&[
        ("create", "aws_apigatewayv2_api", 1),
        ("create", "aws_apigatewayv2_integration", 3),
        ("create", "aws_apigatewayv2_integration_response", 1),
        ("create", "aws_apigatewayv2_route", 3),
        ("create", "aws_apigatewayv2_route_response", 1),
        ("create", "aws_apigatewayv2_stage", 1),
        ("create", "aws_cloudwatch_log_group", 3),
        ("create", "aws_dynamodb_table", 1),
        ("create", "aws_iam_role", 3),
        ("create", "aws_iam_role_policy", 3),
        ("create", "aws_lambda_function", 3),
        ("create", "aws_lambda_permission", 3),
    ]);
    let say = plan.resource("aws_lambda_function", "say_");
    assert_eq!(say.after("environment/0/variables/CONNECTIONS"), "chat-connections");
    assert!(say.after("source_code_hash").as_str().unwrap().ends_with('='));
    assert!(plan.resource("aws_iam_role_policy", "say_").is_unknown("policy"));
    assert_eq!(
        plan.resource("aws_apigatewayv2_integration_response", "say_").after("response_templates"),
        &json!({ "application/json": r#"{"said": $input.json('$.text')}"# })
    );
}

#[test]
fn eks() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("eks").plan("cluster", &[r#"-var=subnets=["subnet-1","subnet-2"]"#]);
    plan.assert_actions(&[
        ("create", "aws_eks_addon", 4),
        ("create", "aws_eks_cluster", 1),
        ("create", "aws_eks_node_group", 2),
        ("create", "aws_iam_openid_connect_provider", 1),
        ("create", "aws_iam_role", 3),
        ("create", "aws_iam_role_policy_attachment", 5),
        ("create", "aws_kms_key", 1),
    ]);
    let batch = plan.at("aws_eks_node_group.batch");
    assert_eq!(batch.after("subnet_ids"), &json!(["subnet-1", "subnet-2"]));
    assert_eq!(batch.after("taint/0/effect"), "NO_SCHEDULE");
    assert_eq!(plan.at("aws_eks_node_group.general").after("taint"), &json!([]));
    assert!(plan.at("aws_eks_cluster.plane_cluster_C0E96EB4").is_unknown("endpoint"));
}

#[test]
fn autoscaling_group() {
    let Some(programs) = of_providers() else { return };
    let options = [r#"-var=subnets=["subnet-1"]"#, "-var=production=true"];
    let plan = programs.run("autoscaling_group").plan("web", &options);
    plan.assert_actions(&[
        ("create", "aws_autoscaling_group", 1),
        ("create", "aws_autoscaling_policy", 2),
        ("create", "aws_cloudwatch_metric_alarm", 2),
        ("create", "aws_launch_template", 1),
    ]);
    let group = plan.at("aws_autoscaling_group.group");
    assert_eq!((group.after("min_size"), group.after("max_size")), (&json!(3), &json!(12)));
    let tag = json!({ "key": "Stage", "propagate_at_launch": true, "value": "production" });
    assert!(group.after("tag").as_array().unwrap().contains(&tag));
    let launch = plan.at("aws_launch_template.launch");
    assert_eq!(launch.after("instance_type"), "m7g.large");
    assert!(
        launch.after("user_data").as_str().unwrap().starts_with("IyEvYmluL2Jhc2gK"),
        "Base64 of `#!/bin/bash`"
    );
    let user_data = plan.output("user_data").as_str().unwrap();
    for line in [
        "dnf install -y nginx jq\n",
        "export GREETING='${HOME} sweet home'\nexport LOG_LEVEL='info'\nSETTINGS\n",
        r#"ZONE=$(curl -s -H "X-aws-ec2-metadata-token: $TOKEN" "#,
        r#"echo "listen 8080; # in ${ZONE:-nowhere}""#,
    ] {
        assert!(user_data.contains(line), "{line} in {user_data}");
    }
}

#[test]
fn security_groups() {
    let Some(programs) = of_providers() else { return };
    let program = programs.run("security_groups");
    let plan = program.plan("firewall", &["-var=listener_arn=arn"]);
    plan.assert_actions(&[
        ("create", "aws_ec2_managed_prefix_list", 1),
        ("create", "aws_lb_listener_rule", 1),
        ("create", "aws_security_group", 1),
        ("create", "aws_vpc_security_group_egress_rule", 1),
        ("create", "aws_vpc_security_group_ingress_rule", 5),
    ]);
    let entries = plan.at("aws_ec2_managed_prefix_list.offices").after("entry").as_array().unwrap();
    let entry = json!({ "cidr": "203.0.113.0/24", "description": "Lyon" });
    assert!(entries.len() == 3 && entries.contains(&entry), "{entries:?}");
    let rule = plan.at("aws_vpc_security_group_ingress_rule.further[\"ssh from 192.0.2.128/25\"]");
    assert_eq!((rule.after("from_port"), rule.after("cidr_ipv4")), (&json!(22), &json!("192.0.2.128/25")));
    assert_eq!(
        plan.at("aws_lb_listener_rule.closed[0]").after("condition/0/path_pattern/0/values"),
        &json!(["/admin/*", "/debug/*"])
    );

    let nothing = ["-var=listener_arn=arn", "-var=openings=[]", "-var=closed=[]", "-var=offices={}"];
    program.plan("firewall", &nothing).assert_actions(&[
        ("create", "aws_ec2_managed_prefix_list", 1),
        ("create", "aws_security_group", 1),
        ("create", "aws_vpc_security_group_egress_rule", 1),
        ("create", "aws_vpc_security_group_ingress_rule", 2),
    ]);
}

#[test]
fn multi_region() {
    let Some(programs) = of_providers() else { return };
    let options = ["-var=cloudflare_account=account", "-var=cloudflare_token=secret"];
    let plan = programs.run("multi_region").plan("photos", &options);
    plan.assert_actions(&[
        ("create", "aws_iam_role", 1),
        ("create", "aws_iam_role_policy", 1),
        ("create", "aws_s3_bucket", 2),
        ("create", "aws_s3_bucket_replication_configuration", 1),
        ("create", "aws_s3_bucket_versioning", 2),
        ("create", "cloudflare_dns_record", 2),
        ("create", "cloudflare_zone", 1),
    ]);
    assert_eq!(plan.provider(plan.resource("aws_s3_bucket", "copy_")), "aws.away");
    assert_eq!(plan.provider(plan.resource("aws_s3_bucket", "original_")), "aws");
    let record = plan.at("cloudflare_dns_record.photos-us");
    assert_eq!(record.after("name"), "photos-us.example.com");
    assert!(record.is_unknown("content"));
    assert_eq!(plan.at("cloudflare_zone.zone").after("account/id"), "account");
}

#[test]
fn multi_stack() {
    let Some(programs) = of_providers() else { return };
    let program = programs.run("multi_stack");
    let network = program.plan("network", &[]);
    network.assert_actions(&[("create", "aws_subnet", 3), ("create", "aws_vpc", 1)]);
    program.apply("network");

    let database = program.plan("database", &["-var=password=secret"]);
    database.assert_actions(&[
        ("create", "aws_db_instance", 1),
        ("create", "aws_db_subnet_group", 1),
        ("create", "aws_security_group", 1),
        ("create", "aws_ssm_parameter", 1),
    ]);
    let subnets = database.at("aws_db_subnet_group.subnets").after("subnet_ids");
    assert_eq!(subnets.as_array().unwrap().len(), 3, "{subnets}");
    assert!(database.at("aws_db_instance.instance").is_sensitive("password"));
    program.apply("database");

    let application = program.plan("application", &["-var=role_arn=arn"]);
    application.assert_actions(&[("create", "aws_lambda_function", 1)]);
    let variables = application.at("aws_lambda_function.shop").after("environment/0/variables");
    assert_eq!(variables["PASSWORD_PARAMETER"], "/shop/database/password");
    assert!(variables["DATABASE"].as_str().unwrap().ends_with("/shop"), "{variables}");
}

#[test]
fn moved_removed() {
    let Some(programs) = of_repository() else { return };
    let program = programs.run("moved_removed");
    program.plan("before", &[]).assert_actions(&[("create", "terraform_data", 7)]);
    program.apply("before");
    // What was made under the old names is what the new ones are about.
    let state = |stack: &str| program.folder(stack).join("terraform.tfstate");
    fs::copy(state("before"), state("after")).unwrap();
    let plan = program.plan("after", &[]);
    plan.assert_actions(&[
        ("no-op", "terraform_data", 5),
        ("delete", "terraform_data", 1),
        ("forget", "terraform_data", 1),
    ]);
    assert_eq!(plan.at("terraform_data.server[\"grace\"]").previous_address(), "terraform_data.server[1]");
    assert_eq!(plan.resource("terraform_data", "storage_").previous_address(), "terraform_data.db");
    assert_eq!(plan.output("database"), "database");
}

#[test]
fn modules() {
    let Some(programs) = of_repository() else { return };
    let plan = programs.run("modules").plan("services", &["-var=stage=live"]);
    plan.assert_actions(&[("create", "terraform_data", 7)]);
    let replica = plan.at("module.worker[\"thumbnails\"].terraform_data.replica[2]");
    assert_eq!(replica.after("input"), "live-thumbnails-2");
    assert_eq!(plan.at("module.front.terraform_data.replica[1]").after("input"), "front-1");
    assert_eq!(plan.output("labels"), &json!({ "owner": "shop", "service": "live-mail", "stage": "live" }));
    assert_eq!(plan.output("everything").as_array().map(Vec::len), Some(6));
}

#[test]
fn import_existing() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("import_existing").plan("organisation", &["-var=team_number=4711"]);
    plan.assert_actions(&[
        ("create", "github_branch_protection", 3),
        ("create", "github_team_membership", 1),
        ("create", "github_team_repository", 3),
        ("import", "github_membership", 3),
        ("import", "github_repository", 3),
        ("import", "github_team", 1),
    ]);
    let import = |address| plan.at(address).import_id();
    assert_eq!(import("github_membership.member[\"ada\"]"), "example:ada");
    assert_eq!(import("github_repository.website"), "website");
    assert_eq!(import("github_team.core"), "4711");
}

#[test]
fn rds_secret() {
    let Some(programs) = of_providers() else { return };
    let options =
        ["-var=clients=sg-1", "-var=alarm_topic=arn", "-var=vpc_id=vpc-1", r#"-var=subnet_ids=["subnet-1"]"#];
    let plan = programs.run("rds_secret").plan("database", &options);
    plan.assert_actions(&[
        ("create", "aws_cloudwatch_metric_alarm", 1),
        ("create", "aws_db_instance", 1),
        ("create", "aws_db_subnet_group", 1),
        ("create", "aws_kms_alias", 1),
        ("create", "aws_kms_key", 1),
        ("create", "aws_secretsmanager_secret", 1),
        ("create", "aws_secretsmanager_secret_version", 1),
        ("create", "aws_security_group", 1),
        ("create", "aws_vpc_security_group_ingress_rule", 1),
    ]);
    let database = plan.resource("aws_db_instance", "database_");
    assert_eq!(database.after("password_wo"), &Value::Null);
    assert_eq!(
        (database.after("password_wo_version"), database.after("multi_az")),
        (&json!(1), &json!(true))
    );
    assert!(database.is_unknown("kms_key_id"));
    assert_eq!(plan.at("aws_cloudwatch_metric_alarm.storage").after("threshold"), 10_000_000_000_u64);
}

#[test]
fn dynamodb_iam() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("dynamodb_iam").plan("orders", &[]);
    plan.assert_actions(&[
        ("create", "aws_dynamodb_table", 2),
        ("create", "aws_iam_policy", 2),
        ("create", "aws_iam_role", 1),
        ("create", "aws_iam_role_policy_attachment", 1),
    ]);
    let orders = plan.at("aws_dynamodb_table.orders");
    assert_eq!(orders.after("attribute").as_array().map(Vec::len), Some(4));
    assert_eq!(orders.after("ttl"), &json!([]));
    assert_eq!(plan.at("aws_dynamodb_table.sessions").after("range_key"), &Value::Null);
    let audit: Value =
        serde_json::from_str(plan.at("aws_iam_policy.audit").after("policy").as_str().unwrap()).unwrap();
    assert_eq!(audit["Statement"][0]["Condition"]["Bool"]["aws:MultiFactorAuthPresent"], "true");
    let condition = plan.data("aws_iam_policy_document", "access")["statement"][0]["condition"][0].clone();
    assert_eq!(condition["values"], json!(["${aws:PrincipalTag/customer}"]));
}

#[test]
fn fan_out() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("fan_out").plan("messages", &["-var=region=eu-central-1"]);
    plan.assert_actions(&[
        ("create", "aws_cloudwatch_metric_alarm", 2),
        ("create", "aws_sns_topic", 3),
        ("create", "aws_sns_topic_subscription", 3),
        ("create", "aws_sqs_queue", 6),
        ("create", "aws_sqs_queue_policy", 3),
    ]);
    let billing = plan.resource("aws_sns_topic_subscription", "orders_billing_");
    assert_eq!(billing.after("filter_policy"), r#"{"kind":["placed","cancelled"]}"#);
    assert_eq!(plan.resource("aws_sns_topic_subscription", "users_").after("filter_policy"), &Value::Null);
    let alarm = plan.resource("aws_cloudwatch_metric_alarm", "orders_mail_");
    assert_eq!(alarm.after("dimensions"), &json!({ "QueueName": "orders-mail-aside" }));
}

#[test]
fn github_organisation() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("github_organisation").plan("organisation", &["-var=deploy_token=secret"]);
    plan.assert_actions(&[
        ("create", "github_actions_secret", 3),
        ("create", "github_branch_default", 3),
        ("create", "github_branch_protection", 3),
        ("create", "github_membership", 5),
        ("create", "github_repository", 3),
        ("create", "github_team", 4),
        ("create", "github_team_membership", 5),
        ("create", "github_team_repository", 5),
    ]);
    assert!(plan.resource("github_team", "teams_engineering_backend_").is_unknown("parent_team_id"));
    let protection =
        |project: &str| plan.resource("github_branch_protection", &format!("projects_{project}_"));
    assert_eq!(protection("shop").after("required_status_checks/0/contexts"), &json!(["build", "test"]));
    assert_eq!(protection("policies").after("required_status_checks"), &json!([]));
    let secret = plan.resource("github_actions_secret", "projects_shop_");
    assert!(secret.is_sensitive("plaintext_value"));
}

#[test]
fn cloudflare_zone() {
    let Some(programs) = of_providers() else { return };
    let options = ["-var=token=secret", "-var=account=example", r#"-var=banned=["192.0.2.1","192.0.2.2"]"#];
    let plan = programs.run("cloudflare_zone").plan("zone", &options);
    plan.assert_actions(&[
        ("create", "cloudflare_dns_record", 8),
        ("create", "cloudflare_ruleset", 4),
        ("create", "cloudflare_zone", 1),
        ("create", "cloudflare_zone_setting", 5),
    ]);
    let firewall = plan.resource("cloudflare_ruleset", "rules_http_request_firewall_");
    assert_eq!(firewall.after("rules/0/expression"), "ip.src in {192.0.2.1 192.0.2.2}");
    let header = plan.resource("cloudflare_zone_setting", "settings_security_header_");
    assert_eq!(header.after("value/strict_transport_security/max_age"), 31_536_000);
    let issuer = plan.resource("cloudflare_dns_record", "records_issuer_");
    assert_eq!(issuer.after("data/value"), "letsencrypt.org");
}

#[test]
fn cloud_run() {
    let Some(programs) = of_providers() else { return };
    let options = ["-var=project=example", "-var=image=gallery:1", "-var=api_key=secret"];
    let plan = programs.run("cloud_run").plan("gallery", &options);
    plan.assert_actions(&[
        ("create", "google_cloud_run_v2_service", 1),
        ("create", "google_cloud_run_v2_service_iam_member", 1),
        ("create", "google_project_iam_member", 1),
        ("create", "google_project_service", 3),
        ("create", "google_secret_manager_secret", 1),
        ("create", "google_secret_manager_secret_version", 1),
        ("create", "google_service_account", 1),
        ("create", "google_storage_bucket", 1),
        ("create", "google_storage_bucket_iam_member", 1),
    ]);
    let service = plan.at("google_cloud_run_v2_service.service");
    let environment = service.after("template/0/containers/0/env").as_array().unwrap();
    let settings = environment.iter().find(|variable| variable["name"] == "SETTINGS").unwrap();
    assert_eq!(settings["value"], r#"{"bucket":"example-gallery","thumbnails":[128,512]}"#);
    assert_eq!(plan.at("google_secret_manager_secret_version.api-key").after("secret_data_wo"), &Value::Null);
}

#[test]
fn azure_storage() {
    let Some(programs) = of_providers() else { return };
    let program = programs.run("azure_storage");
    for (stack, prefix, replication) in [("test", "10.8.2.0/24", "LRS"), ("production", "10.9.2.0/24", "ZRS")]
    {
        let plan = program.plan(stack, &["-var=subscription=00000000-0000-0000-0000-000000000000"]);
        plan.assert_actions(&[
            ("create", "azurerm_network_security_group", 2),
            ("create", "azurerm_resource_group", 1),
            ("create", "azurerm_storage_account", 1),
            ("create", "azurerm_storage_container", 3),
            ("create", "azurerm_subnet", 2),
            ("create", "azurerm_subnet_network_security_group_association", 2),
            ("create", "azurerm_virtual_network", 1),
        ]);
        let subnet = plan.resource("azurerm_subnet", "network_jobs_");
        assert_eq!(subnet.after("address_prefixes"), &json!([prefix]));
        let account = plan.resource("azurerm_storage_account", "storage_account_");
        assert_eq!(account.after("name"), &format!("pictures{stack}"));
        assert_eq!(account.after("account_replication_type"), replication);
    }
}
