//! Three stacks that build on one another: the network's outputs are read from its state, the database's passed on in Rust.

use ferroform::backend::LocalBackend;
use ferroform::functions::cidrsubnet;
use ferroform::{App, Error, List, Output, Stack, StoredState, Value, Variable, template};
use ferroform_aws::db_instance::DbInstanceRef;
use ferroform_aws::{
    AwsProvider, DbInstance, DbSubnetGroup, LambdaFunction, SecurityGroup, SsmParameter, Subnet, Vpc,
    lambda_function,
};

const REGION: &str = "eu-west-1";

/// Where the state of a stack is kept: a file beside the stacks, which a team would keep in a bucket.
fn state(name: &str) -> LocalBackend {
    LocalBackend { path: format!("../../states/{name}.tfstate").into(), ..Default::default() }
}

fn stack(app: &App, name: &str) -> Result<Stack, Error> {
    let stack = app.stack(name);
    stack.required_version("~> 1.11")?;
    stack.backend(state(name))?;
    stack.provider(AwsProvider { region: REGION.into(), ..Default::default() })?;
    Ok(stack)
}

fn network(app: &App) -> Result<(), Error> {
    let stack = stack(app, "network")?;
    let vpc = stack.add("vpc", Vpc { cidr_block: "10.30.0.0/16".into(), ..Default::default() })?;
    let mut subnets = Vec::new();
    for (number, zone) in ["a", "b", "c"].into_iter().enumerate() {
        let subnet = Subnet {
            availability_zone: format!("{REGION}{zone}").into(),
            cidr_block: cidrsubnet(vpc.cidr_block(), 8, number),
            ..Subnet::new(vpc.id())
        };
        subnets.push(stack.add(&format!("subnet-{zone}"), subnet)?.id());
    }
    stack.output("vpc_id", Output::new(vpc.id()).description("The shop's network"))?;
    stack.output("subnet_ids", Output::new(subnets))?;
    Ok(())
}

/// What other stacks read of the network's state, which could as well be another team's.
struct Network {
    vpc: Value<String>,
    subnets: Value<List<String>>,
}

impl Network {
    fn read(stack: &Stack) -> Result<Self, Error> {
        let network = stack.remote_state("network", StoredState::new(state("network")))?;
        Ok(Self { vpc: network.output("vpc_id"), subnets: network.output("subnet_ids") })
    }
}

/// What the application needs to know of the database.
struct Database {
    instance: DbInstanceRef,
    password_parameter: Value<String>,
}

fn database(app: &App) -> Result<Database, Error> {
    let stack = stack(app, "database")?;
    let network = Network::read(&stack)?;
    let password = stack.variable("password", Variable::<String>::new().sensitive())?;
    let group = DbSubnetGroup { name: "shop".into(), ..DbSubnetGroup::new(network.subnets) };
    let group = stack.add("subnets", group)?;
    let firewall = SecurityGroup { name: "shop-database".into(), vpc_id: network.vpc, ..Default::default() };
    let firewall = stack.add("firewall", firewall)?;
    let instance = DbInstance {
        identifier: "shop".into(),
        engine: "postgres".into(),
        engine_version: "17".into(),
        allocated_storage: 50.into(),
        db_subnet_group_name: group.name(),
        vpc_security_group_ids: [firewall.id()].into(),
        username: "shop".into(),
        password: password.clone(),
        skip_final_snapshot: true.into(),
        ..DbInstance::new("db.t4g.medium")
    };
    let instance = stack.add("instance", instance)?;
    let parameter =
        SsmParameter { value: password, ..SsmParameter::new("/shop/database/password", "SecureString") };
    let parameter = stack.add("password", parameter)?;
    Ok(Database { instance, password_parameter: parameter.name() })
}

fn application(app: &App, database: &Database) -> Result<(), Error> {
    let stack = stack(app, "application")?;
    let network = Network::read(&stack)?;
    let role = stack.variable("role_arn", Variable::<String>::new())?;
    // A value of the other stack: an output there, and the reading of it here, are made by themselves.
    let address = template!("postgres://shop@{}/shop", database.instance.endpoint());
    let environment = lambda_function::Environment {
        variables: [("DATABASE", address), ("PASSWORD_PARAMETER", database.password_parameter.clone())]
            .into(),
    };
    let function = LambdaFunction {
        image_uri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:latest".into(),
        package_type: "Image".into(),
        environment: environment.into(),
        vpc_config: lambda_function::VpcConfig::new(Vec::<String>::new(), network.subnets).into(),
        ..LambdaFunction::new("shop", role)
    };
    stack.add("shop", function)?;
    Ok(())
}

fn main() -> Result<(), Error> {
    let app = App::new();
    network(&app)?;
    let database = database(&app)?;
    application(&app, &database)?;
    app.synth()
}
