//! Subnets from a variable: Terraform makes as many as it is told when it runs, so `for_each` and not a loop in Rust.

use ferroform::functions::{alltrue, can, cidrsubnet, sort, values};
use ferroform::{
    App, Error, Keyed, Map, Meta, Number, Output, Resource as _, Scope, Value, Variable, conditional,
    each_key, each_value, template,
};
use ferroform_aws::vpc::VpcRef;
use ferroform_aws::{
    AwsProvider, Eip, InternetGateway, NatGateway, Route, RouteTable, RouteTableAssociation, Subnet, Vpc,
};

/// What a user of this configuration says of a subnet.
#[derive(ferroform::Block)]
#[tf(object)]
struct Plan {
    #[tf(required)]
    zone: Value<String>,
    #[tf(required)]
    number: Value<Number>,
    public: Value<bool>,
}

impl Plan {
    const TYPE: &str = "map(object({ zone = string, number = number, public = optional(bool, false) }))";

    fn variable() -> Variable<Map<Self>> {
        let public = |zone: &str, number: u8| Self { public: true.into(), ..Self::new(zone, number) };
        let private = |zone: &str, number: u8| Self { public: false.into(), ..Self::new(zone, number) };
        Variable::typed(Self::TYPE)
            .description("Subnets, under their names")
            .default([
                ("front-a", public("eu-west-1a", 0)),
                ("front-b", public("eu-west-1b", 1)),
                ("back-a", private("eu-west-1a", 8)),
                ("back-b", private("eu-west-1b", 9)),
            ])
            .validation(
                |plans| alltrue(plans.map(|_, plan| plan.attributes().number().at_most(15))),
                "A network has room for the subnets 0 to 15.",
            )
    }
}

struct Network {
    vpc: VpcRef,
    subnets: Keyed<Subnet>,
}

impl Network {
    fn new(scope: &Scope, range: &Value<String>, plans: &Value<Map<Plan>>) -> Result<Self, Error> {
        let vpc = Vpc { cidr_block: range.clone(), tags: [("Name", "main")].into(), ..Default::default() };
        let vpc = scope.add("vpc", vpc)?;
        let plan = each_value::<Plan>().attributes();
        let subnet = Subnet {
            availability_zone: plan.zone(),
            cidr_block: cidrsubnet(vpc.cidr_block(), 4, plan.number()),
            map_public_ip_on_launch: plan.public(),
            tags: [("Name", each_key()), ("Tier", conditional(plan.public(), "public", "private"))].into(),
            ..Subnet::new(vpc.id())
        };
        let subnets = scope.add("subnet", subnet.with(Meta::new().for_each(plans.clone())))?;
        Ok(Self { vpc, subnets })
    }

    /// Lets public subnets out through the internet gateway, and private ones through a NAT gateway in their own zone.
    fn routes(&self, scope: &Scope, plans: &Value<Map<Plan>>) -> Result<(), Error> {
        let gateway = InternetGateway { vpc_id: self.vpc.id(), ..Default::default() };
        let gateway = scope.add("internet", gateway)?;
        let public = plans.filter(|_, plan| plan.attributes().public());
        let private = plans.filter(|_, plan| !plan.attributes().public());

        let table = scope.add("public", RouteTable::new(self.vpc.id()))?;
        let route = Route {
            destination_cidr_block: "0.0.0.0/0".into(),
            gateway_id: gateway.id(),
            ..Route::new(table.id())
        };
        scope.add("out", route)?;
        let association = RouteTableAssociation {
            subnet_id: self.subnets.at(each_key()).id(),
            ..RouteTableAssociation::new(table.id())
        };
        scope.add("public", association.with(Meta::new().for_each(public.clone())))?;

        let address = Eip { domain: "vpc".into(), ..Default::default() };
        let addresses = scope.add("nat", address.with(Meta::new().for_each(public.clone())))?;
        let nat = NatGateway {
            allocation_id: addresses.at(each_key()).id(),
            ..NatGateway::new(self.subnets.at(each_key()).id())
        };
        let nat = nat.with(Meta::new().for_each(public.clone()).depends_on(&gateway));
        let nats = scope.add("nat", nat)?;

        // The name of the public subnet in each zone, where the zone's NAT gateway is.
        let by_zone = scope.local("by_zone", public.to_map(|name, plan| (plan.attributes().zone(), name)))?;
        let tables = scope
            .add("private", RouteTable::new(self.vpc.id()).with(Meta::new().for_each(private.clone())))?;
        let zone = each_value::<Plan>().attributes().zone();
        let through_nat = Route {
            destination_cidr_block: "0.0.0.0/0".into(),
            nat_gateway_id: nats.at(by_zone.at(zone)).id(),
            ..Route::new(tables.at(each_key()).id())
        };
        scope.add("through_nat", through_nat.with(Meta::new().for_each(private.clone())))?;
        let association = RouteTableAssociation {
            subnet_id: self.subnets.at(each_key()).id(),
            ..RouteTableAssociation::new(tables.at(each_key()).id())
        };
        scope.add("private", association.with(Meta::new().for_each(private)))?;
        Ok(())
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("network");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let range = Variable::<String>::new()
        .default("10.20.0.0/16")
        .validation(|range| can(&cidrsubnet(range, 4, 15)), "The range is too small for 16 subnets.");
    let range = stack.variable("range", range)?;
    let plans = stack.variable("subnets", Plan::variable())?;
    let network = Network::new(&stack, &range, &plans)?;
    network.routes(&stack, &plans)?;

    let zones = sort(values(plans.map_values(|_, plan| plan.attributes().zone())));
    stack.output("zones", ferroform::functions::distinct(zones))?;
    let names = plans.map(|name, plan| template!("{name} in {}", plan.attributes().zone()));
    stack.output("names", Output::new(names).description("What is where"))?;
    stack.output("subnets", network.subnets.splat(|subnet| subnet.id()))?;
    app.synth()
}
