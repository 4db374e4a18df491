//! Firewall rules that are data: what the program knows, and what only the user of the configuration knows.

use ferroform::functions::{flatten, length};
use ferroform::{
    App, Blocks, Error, List, Map, Meta, Number, Resource as _, Scope, Value, Variable, conditional,
    each_key, each_value, template,
};
use ferroform_aws::ec2_managed_prefix_list::{Ec2ManagedPrefixListRef, Entry};
use ferroform_aws::lb_listener_rule::{Action, Condition, FixedResponse, HostHeader};
use ferroform_aws::security_group::SecurityGroupRef;
use ferroform_aws::{
    AwsProvider, DataAwsVpc, Ec2ManagedPrefixList, LbListenerRule, SecurityGroup, VpcSecurityGroupEgressRule,
    VpcSecurityGroupIngressRule,
};

/// A port that is open to some.
#[derive(ferroform::Block)]
#[tf(object)]
struct Opening {
    #[tf(required)]
    name: Value<String>,
    #[tf(required)]
    port: Value<Number>,
    #[tf(required)]
    ranges: Value<List<String>>,
}

/// A range of addresses to which a port is open.
#[derive(ferroform::Block)]
#[tf(object)]
struct Way {
    #[tf(required)]
    name: Value<String>,
    #[tf(required)]
    port: Value<Number>,
    #[tf(required)]
    range: Value<String>,
}

/// What is open to the offices whatever the user says.
const KNOWN: [(&str, u16); 2] = [("https", 443), ("metrics", 9100)];

fn known_rules(
    scope: &Scope,
    group: &SecurityGroupRef,
    offices: &Ec2ManagedPrefixListRef,
) -> Result<(), Error> {
    for (name, port) in KNOWN {
        let rule = VpcSecurityGroupIngressRule {
            description: name.into(),
            from_port: port.into(),
            to_port: port.into(),
            prefix_list_id: offices.id(),
            ..VpcSecurityGroupIngressRule::new("tcp", group.id())
        };
        scope.add(name, rule)?;
    }
    Ok(())
}

/// One rule for each range of each opening.
fn further_rules(
    scope: &Scope,
    group: &SecurityGroupRef,
    openings: &Value<List<Opening>>,
) -> Result<(), Error> {
    let ways = openings.map(|opening| {
        let opening = opening.attributes();
        opening.ranges().map(|range| Value::from(Way::new(opening.name(), opening.port(), range)))
    });
    let ways = scope.local("ways", flatten(ways))?;
    let by_name = ways.to_map(|way| {
        let each = way.attributes();
        (template!("{} from {}", each.name(), each.range()), way)
    });
    let way = each_value::<Way>().attributes();
    let rule = VpcSecurityGroupIngressRule {
        description: each_key(),
        from_port: way.port(),
        to_port: way.port(),
        cidr_ipv4: way.range(),
        ..VpcSecurityGroupIngressRule::new("tcp", group.id())
    };
    scope.add("further", rule.with(Meta::new().for_each(by_name)))?;
    Ok(())
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("firewall");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let openings = Variable::typed("list(object({ name = string, port = number, ranges = list(string) }))")
        .description("Further ports to open")
        .default([
            Opening::new("ssh", 22, ["192.0.2.0/25", "192.0.2.128/25"]),
            Opening::new("git", 9418, ["192.0.2.0/25"]),
        ]);
    let openings = stack.variable("openings", openings)?;
    let offices = Variable::<Map<String>>::new()
        .default([("Berlin", "198.51.100.0/24"), ("Lyon", "203.0.113.0/24")])
        .validation(|offices| length(&offices).at_most(20), "The list has room for 20 offices.");
    let offices = stack.variable("offices", offices)?;
    let closed = stack.variable("closed", Variable::<List<String>>::new().default(["/admin", "/debug"]))?;
    let listener = stack.variable("listener_arn", Variable::<String>::new())?;
    let vpc = stack.data("vpc", DataAwsVpc { default: true.into(), ..Default::default() })?;

    // The home of those who answer for it is in the list, whatever the others are.
    let home = Entry { description: "Headquarters".into(), ..Entry::new("192.0.2.0/24") };
    let others = Blocks::dynamic(&offices, |name, range| Entry { description: name, ..Entry::new(range) });
    let list = Ec2ManagedPrefixList {
        entry: Blocks::from(home).and(others),
        ..Ec2ManagedPrefixList::new("IPv4", 21, "offices")
    };
    let list = stack.add("offices", list)?;

    let group = SecurityGroup { name_prefix: "service-".into(), vpc_id: vpc.id(), ..Default::default() };
    let group = stack.add("service", group.with(Meta::new().create_before_destroy()))?;
    known_rules(&stack.scope("known"), &group, &list)?;
    further_rules(&stack, &group, &openings)?;
    let egress = VpcSecurityGroupEgressRule {
        cidr_ipv4: "0.0.0.0/0".into(),
        ..VpcSecurityGroupEgressRule::new("-1", group.id())
    };
    stack.add("egress", egress)?;

    // No rule where no path is closed: a condition without paths is none.
    let answer = FixedResponse { status_code: "404".into(), ..FixedResponse::new("text/plain") };
    let paths = HostHeader { values: closed.map(|path| template!("{path}/*")).into(), ..Default::default() };
    let rule = LbListenerRule {
        priority: 1.into(),
        ..LbListenerRule::new(
            listener,
            Action { fixed_response: answer.into(), ..Action::new("fixed-response") },
            Condition { path_pattern: paths.into(), ..Default::default() },
        )
    };
    let any = conditional(length(&closed).greater_than(0), 1, 0);
    stack.add("closed", rule.with(Meta::new().count(any)))?;
    stack.output("open", openings.map(|opening| opening.attributes().port()))?;
    app.synth()
}
