//! A web service in containers: a network over two zones, a load balancer in front, and as many tasks as the load needs.

use ferroform::functions::{cidrsubnet, jsonencode};
use ferroform::{App, Error, Map, Meta, Resource as _, Scope, Value, Variable, object, template};
use ferroform_aws::appautoscaling_policy::{
    PredefinedLoadMetricSpecification, TargetTrackingScalingPolicyConfiguration,
};
use ferroform_aws::ecs_service::{DeploymentCircuitBreaker, LoadBalancer, NetworkConfiguration};
use ferroform_aws::lb::LbRef;
use ferroform_aws::lb_listener::DefaultAction;
use ferroform_aws::lb_target_group::{HealthCheck, LbTargetGroupRef};
use ferroform_aws::security_group::SecurityGroupRef;
use ferroform_aws::subnet::SubnetRef;
use ferroform_aws::vpc::VpcRef;
use ferroform_aws::{
    AppautoscalingPolicy, AppautoscalingTarget, AwsProvider, CloudwatchLogGroup, DataAwsAvailabilityZones,
    EcsCluster, EcsService, EcsTaskDefinition, Eip, IamRole, IamRolePolicyAttachment, InternetGateway, Lb,
    LbListener, LbTargetGroup, NatGateway, Route, RouteTable, RouteTableAssociation, SecurityGroup, Subnet,
    Vpc, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule,
};

const REGION: &str = "eu-west-1";
const ZONES: usize = 2;
const PORT: u16 = 8080;

/// A network with a public and a private subnet in each zone; the private ones reach the world through one gateway.
struct Network {
    vpc: VpcRef,
    public: Vec<SubnetRef>,
    private: Vec<SubnetRef>,
}

impl Network {
    fn new(scope: &Scope, range: &str) -> Result<Self, Error> {
        let scope = scope.scope("network");
        let zones = scope
            .data("zones", DataAwsAvailabilityZones { state: "available".into(), ..Default::default() })?;
        let vpc = scope.add(
            "vpc",
            Vpc {
                cidr_block: range.into(),
                enable_dns_hostnames: true.into(),
                tags: name("web"),
                ..Default::default()
            },
        )?;
        let subnet = |kind: &str, zone: usize, number: usize| {
            let subnet = Subnet {
                availability_zone: zones.names().at(zone),
                cidr_block: cidrsubnet(vpc.cidr_block(), 4, number),
                map_public_ip_on_launch: (kind == "public").into(),
                tags: name(&format!("web-{kind}-{zone}")),
                ..Subnet::new(vpc.id())
            };
            scope.add(&format!("{kind}-{zone}"), subnet)
        };
        let public = (0..ZONES).map(|zone| subnet("public", zone, zone)).collect::<Result<Vec<_>, _>>()?;
        let private =
            (0..ZONES).map(|zone| subnet("private", zone, zone + 8)).collect::<Result<Vec<_>, _>>()?;

        let internet = scope.add("internet", InternetGateway { vpc_id: vpc.id(), ..Default::default() })?;
        let address = scope.add(
            "address",
            Eip { domain: "vpc".into(), ..Default::default() }.with(Meta::new().depends_on(&internet)),
        )?;
        let nat = NatGateway { allocation_id: address.id(), ..NatGateway::new(public[0].id()) };
        let nat = scope.add("nat", nat)?;
        let to_internet = |route: Route| Route { gateway_id: internet.id(), ..route };
        let to_nat = |route: Route| Route { nat_gateway_id: nat.id(), ..route };
        routes(&scope.scope("public"), &vpc, &public, to_internet)?;
        routes(&scope.scope("private"), &vpc, &private, to_nat)?;
        Ok(Self { vpc, public, private })
    }
}

/// A table that leads everything elsewhere, for some subnets.
fn routes(
    scope: &Scope,
    vpc: &VpcRef,
    subnets: &[SubnetRef],
    target: impl Fn(Route) -> Route,
) -> Result<(), Error> {
    let table = scope.add("table", RouteTable::new(vpc.id()))?;
    let everything = Route { destination_cidr_block: "0.0.0.0/0".into(), ..Route::new(table.id()) };
    scope.add("everything", target(everything))?;
    for (index, subnet) in subnets.iter().enumerate() {
        let association =
            RouteTableAssociation { subnet_id: subnet.id(), ..RouteTableAssociation::new(table.id()) };
        scope.add(&format!("association-{index}"), association)?;
    }
    Ok(())
}

/// A security group that lets everything out and one port in.
fn firewall(
    scope: &Scope,
    vpc: &VpcRef,
    port: u16,
    from: impl FnOnce(VpcSecurityGroupIngressRule) -> VpcSecurityGroupIngressRule,
) -> Result<SecurityGroupRef, Error> {
    let group = SecurityGroup { name_prefix: "web-".into(), vpc_id: vpc.id(), ..Default::default() };
    let group = scope.add("firewall", group.with(Meta::new().create_before_destroy()))?;
    let ingress = VpcSecurityGroupIngressRule {
        from_port: port.into(),
        to_port: port.into(),
        ..VpcSecurityGroupIngressRule::new("tcp", group.id())
    };
    scope.add("ingress", from(ingress))?;
    let egress = VpcSecurityGroupEgressRule {
        cidr_ipv4: "0.0.0.0/0".into(),
        ..VpcSecurityGroupEgressRule::new("-1", group.id())
    };
    scope.add("egress", egress)?;
    Ok(group)
}

/// A load balancer and the group of targets that it leads to.
struct Front {
    balancer: LbRef,
    targets: LbTargetGroupRef,
    firewall: SecurityGroupRef,
}

impl Front {
    fn new(scope: &Scope, network: &Network) -> Result<Self, Error> {
        let scope = scope.scope("front");
        let from_everywhere = |rule| VpcSecurityGroupIngressRule { cidr_ipv4: "0.0.0.0/0".into(), ..rule };
        let firewall = firewall(&scope, &network.vpc, 80, from_everywhere)?;
        let subnets: Vec<_> = network.public.iter().map(|subnet| subnet.id()).collect();
        let balancer = scope.add(
            "balancer",
            Lb {
                name: "web".into(),
                load_balancer_type: "application".into(),
                security_groups: [firewall.id()].into(),
                subnets: subnets.into(),
                ..Default::default()
            },
        )?;
        let targets = scope.add(
            "targets",
            LbTargetGroup {
                port: PORT.into(),
                protocol: "HTTP".into(),
                target_type: "ip".into(),
                vpc_id: network.vpc.id(),
                health_check: HealthCheck {
                    path: "/health".into(),
                    matcher: "200-299".into(),
                    ..Default::default()
                }
                .into(),
                ..Default::default()
            },
        )?;
        let forward = DefaultAction { target_group_arn: targets.arn(), ..DefaultAction::new("forward") };
        let listener = LbListener {
            port: 80.into(),
            protocol: "HTTP".into(),
            ..LbListener::new(balancer.arn(), forward)
        };
        scope.add("http", listener)?;
        Ok(Self { balancer, targets, firewall })
    }
}

fn service(scope: &Scope, network: &Network, front: &Front, image: &Value<String>) -> Result<(), Error> {
    let scope = scope.scope("service");
    let from_front =
        |rule| VpcSecurityGroupIngressRule { referenced_security_group_id: front.firewall.id(), ..rule };
    let firewall = firewall(&scope, &network.vpc, PORT, from_front)?;
    let logs =
        CloudwatchLogGroup { name: "/ecs/web".into(), retention_in_days: 30.into(), ..Default::default() };
    let logs = scope.add("logs", logs)?;
    let role = IamRole::new(jsonencode(object! {
        "Version" => "2012-10-17",
        "Statement" => [object! {
            "Effect" => "Allow",
            "Action" => "sts:AssumeRole",
            "Principal" => object! { "Service" => "ecs-tasks.amazonaws.com" },
        }],
    }));
    let role = scope.add("role", role)?;
    let policy = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
    scope.add("policy", IamRolePolicyAttachment::new(policy, role.name()))?;

    let container = object! {
        "name" => "web",
        "image" => image,
        "essential" => true,
        "portMappings" => [object! { "containerPort" => PORT }],
        "logConfiguration" => object! {
            "logDriver" => "awslogs",
            "options" => object! {
                "awslogs-group" => logs.name(),
                "awslogs-region" => REGION,
                "awslogs-stream-prefix" => "web",
            },
        },
    };
    let task = scope.add(
        "task",
        EcsTaskDefinition {
            cpu: "256".into(),
            memory: "512".into(),
            network_mode: "awsvpc".into(),
            requires_compatibilities: ["FARGATE"].into(),
            execution_role_arn: role.arn(),
            ..EcsTaskDefinition::new(jsonencode([container]), "web")
        },
    )?;
    let cluster = scope.add("cluster", EcsCluster::new("web"))?;
    let subnets: Vec<_> = network.private.iter().map(|subnet| subnet.id()).collect();
    let service = EcsService {
        cluster: cluster.id(),
        task_definition: task.arn(),
        desired_count: 2.into(),
        launch_type: "FARGATE".into(),
        deployment_circuit_breaker: DeploymentCircuitBreaker::new(true, true).into(),
        load_balancer: LoadBalancer {
            target_group_arn: front.targets.arn(),
            ..LoadBalancer::new("web", PORT)
        }
        .into(),
        network_configuration: NetworkConfiguration {
            security_groups: [firewall.id()].into(),
            ..NetworkConfiguration::new(subnets)
        }
        .into(),
        ..EcsService::new("web")
    };
    // How many tasks there are is the autoscaling's to say.
    let service = scope.add("web", service.with(Meta::new().ignore_changes(["desired_count"])))?;

    let resource = template!("service/{}/{}", cluster.name(), service.name());
    let target = AppautoscalingTarget::new(10, 2, resource, "ecs:service:DesiredCount", "ecs");
    let target = scope.add("scaling", target)?;
    let load = PredefinedLoadMetricSpecification::new("ECSServiceAverageCPUUtilization");
    let policy = AppautoscalingPolicy {
        policy_type: "TargetTrackingScaling".into(),
        target_tracking_scaling_policy_configuration: TargetTrackingScalingPolicyConfiguration {
            predefined_metric_specification: load.into(),
            ..TargetTrackingScalingPolicyConfiguration::new(60)
        }
        .into(),
        ..AppautoscalingPolicy::new(
            "cpu",
            target.resource_id(),
            target.scalable_dimension(),
            target.service_namespace(),
        )
    };
    scope.add("cpu", policy)?;
    Ok(())
}

fn name(name: &str) -> Value<Map<String>> {
    [("Name", name)].into()
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("web");
    stack.provider(AwsProvider { region: REGION.into(), ..Default::default() })?;
    let image = stack.variable("image", Variable::<String>::new().default("nginx:1.27"))?;
    let network = Network::new(&stack, "10.0.0.0/16")?;
    let front = Front::new(&stack, &network)?;
    service(&stack, &network, &front, &image)?;
    stack.output("url", template!("http://{}", front.balancer.dns_name()))?;
    app.synth()
}
