//! Web servers that come and go with the load: a launch template with user data, an autoscaling group, alarms.

use ferroform::functions::{base64encode, join};
use ferroform::{App, Error, List, Map, Meta, Number, Resource as _, Value, Variable, conditional, template};
use ferroform_aws::autoscaling_group::{self, InstanceRefresh, Preferences, Tag};
use ferroform_aws::autoscaling_policy::AutoscalingPolicyRef;
use ferroform_aws::data_aws_ami::Filter;
use ferroform_aws::launch_template::{
    BlockDeviceMappings, Ebs, IamInstanceProfile, MetadataOptions, TagSpecifications,
};
use ferroform_aws::{
    AutoscalingGroup, AutoscalingPolicy, AwsProvider, CloudwatchMetricAlarm, DataAwsAmi, LaunchTemplate,
};

/// What instances run when they start. Braces and dollar signs of the shell are doubled or left as they are; values
/// stand in between.
fn user_data(
    packages: &Value<List<String>>,
    port: &Value<Number>,
    settings: &Value<Map<String>>,
) -> Value<String> {
    let settings = join("\n", [settings.map(|key, value| template!("export {key}='{value}'"))]);
    let packages = join(" ", [packages]);
    template!(
        r#"#!/bin/bash
set -euo pipefail
dnf install -y {packages}
cat > /etc/profile.d/web.sh <<'SETTINGS'
{settings}
SETTINGS
TOKEN=$(curl -sX PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 60')
ZONE=$(curl -s -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/placement/availability-zone)
echo "listen {port}; # in ${{ZONE:-nowhere}}" > /etc/nginx/conf.d/listen.conf
systemctl enable --now nginx
"#
    )
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("web");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let production = stack.variable("production", Variable::<bool>::new().default(false))?;
    let subnets = stack.variable("subnets", Variable::<List<String>>::new())?;
    let port = stack.variable("port", Variable::<Number>::new().default(8080))?;
    let packages = stack.variable("packages", Variable::<List<String>>::new().default(["nginx", "jq"]))?;
    let settings =
        Variable::<Map<String>>::new().default([("LOG_LEVEL", "info"), ("GREETING", "${HOME} sweet home")]);
    let settings = stack.variable("settings", settings)?;

    let image = stack.data(
        "image",
        DataAwsAmi {
            most_recent: true.into(),
            owners: ["amazon"].into(),
            filter: [
                Filter::new("name", ["al2023-ami-2023.*-kernel-*-arm64"]),
                Filter::new("architecture", ["arm64"]),
            ]
            .into(),
            ..Default::default()
        },
    )?;
    let tags: [(&str, Value<String>); 2] =
        [("Name", "web".into()), ("Stage", conditional(&production, "production", "test"))];
    let disk = Ebs {
        volume_size: 20.into(),
        volume_type: "gp3".into(),
        encrypted: "true".into(),
        ..Default::default()
    };
    let tagged = |of: &str| TagSpecifications { resource_type: of.into(), tags: tags.clone().into() };
    let user_data = user_data(&packages, &port, &settings);
    let launch = stack.add(
        "launch",
        LaunchTemplate {
            name_prefix: "web-".into(),
            image_id: image.id(),
            instance_type: conditional(&production, "m7g.large", "t4g.small"),
            user_data: base64encode(&user_data),
            update_default_version: true.into(),
            iam_instance_profile: IamInstanceProfile { name: "web".into(), ..Default::default() }.into(),
            metadata_options: MetadataOptions { http_tokens: "required".into(), ..Default::default() }.into(),
            block_device_mappings: BlockDeviceMappings {
                device_name: "/dev/xvda".into(),
                ebs: disk.into(),
                ..Default::default()
            }
            .into(),
            tag_specifications: ["instance", "volume"].into_iter().map(tagged).collect(),
            ..Default::default()
        }
        .with(Meta::new().create_before_destroy()),
    )?;

    let (least, most): (Value<Number>, Value<Number>) =
        (conditional(&production, 3, 1), conditional(&production, 12, 2));
    let preferences =
        Preferences { min_healthy_percentage: 90.into(), auto_rollback: true.into(), ..Default::default() };
    let group = AutoscalingGroup {
        name_prefix: "web-".into(),
        vpc_zone_identifier: (&subnets).into(),
        health_check_type: "ELB".into(),
        health_check_grace_period: 120.into(),
        launch_template: autoscaling_group::LaunchTemplate {
            id: launch.id(),
            version: launch.latest_version().into(),
            ..Default::default()
        }
        .into(),
        instance_refresh: InstanceRefresh {
            preferences: preferences.into(),
            ..InstanceRefresh::new("Rolling")
        }
        .into(),
        tag: tags.iter().map(|(key, value)| Tag::new(*key, true, value)).collect(),
        ..AutoscalingGroup::new(most, least)
    };
    let meta = Meta::new()
        .ignore_changes(["desired_capacity"])
        .create_before_destroy()
        .precondition(launch.image_id().not_equals(""), "There is no image to start.");
    let group = stack.add("group", group.with(meta))?;

    let step = |name: &str, by: i8| {
        let policy = AutoscalingPolicy {
            adjustment_type: "ChangeInCapacity".into(),
            scaling_adjustment: by.into(),
            cooldown: 300.into(),
            ..AutoscalingPolicy::new(group.name(), name)
        };
        stack.add(name, policy)
    };
    let alarm = |name: &str, comparison: &str, threshold: u8, policy: &AutoscalingPolicyRef| {
        let alarm = CloudwatchMetricAlarm {
            namespace: "AWS/EC2".into(),
            metric_name: "CPUUtilization".into(),
            statistic: "Average".into(),
            period: 120.into(),
            threshold: threshold.into(),
            dimensions: [("AutoScalingGroupName", group.name())].into(),
            alarm_actions: [policy.arn()].into(),
            ..CloudwatchMetricAlarm::new(name, comparison, 2)
        };
        stack.add(&format!("{name}-alarm"), alarm)
    };
    alarm("busy", "GreaterThanThreshold", 70, &step("busy", 2)?)?;
    alarm("idle", "LessThanThreshold", 20, &step("idle", -1)?)?;
    stack.output("group", group.name())?;
    stack.output("user_data", user_data)?;
    app.synth()
}
