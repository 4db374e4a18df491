//! What has to hold before, while and after something is made: validations, conditions, preconditions of outputs, checks.

use ferroform::functions::{alltrue, can, cidrhost, contains, distinct, keys, length, regex, values};
use ferroform::{
    App, Error, List, Map, Meta, Number, Output, Resource as _, Stack, Value, Variable, conditional,
    each_key, each_value, template,
};
use ferroform_terraform::Data;

struct Settings {
    environment: Value<String>,
    replicas: Value<Number>,
    /// Ranges of addresses, under the names of networks.
    networks: Value<Map<String>>,
    admins: Value<List<String>>,
}

impl Settings {
    fn declare(stack: &Stack) -> Result<Self, Error> {
        let environment = Variable::<String>::new()
            .description("Which of the environments this is")
            .default("staging")
            .validation(
                |name| name.is_one_of(["production", "staging"]),
                "The environment is `production` or `staging`.",
            );
        let replicas = Variable::<Number>::new().default(2).not_null().validation(
            |count| count.at_least(1).and(count.at_most(9)),
            "There are between 1 and 9 replicas.",
        );
        let networks = Variable::<Map<String>>::new()
            .default([("front", "10.0.1.0/24"), ("back", "10.0.2.0/24")])
            .validation(
                |networks| alltrue(networks.map(|_, range| can(&cidrhost(range, 0)))),
                "Every network is a range such as 10.0.0.0/24.",
            );
        let admins = Variable::<List<String>>::new()
            .default(["ada@example.com", "grace@example.com"])
            .validation(
                |admins| alltrue(admins.map(|admin| can(&regex("^[^@]+@example[.]com$", admin)))),
                "Administrators have addresses at example.com.",
            )
            .validation(|admins| length(&admins).greater_than(0), "Somebody has to be the administrator.");
        Ok(Self {
            environment: stack.variable("environment", environment)?,
            replicas: stack.variable("replicas", replicas)?,
            networks: stack.variable("networks", networks)?,
            admins: stack.variable("admins", admins)?,
        })
    }

    fn is_production(&self) -> Value<bool> {
        self.environment.equals("production")
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("checked");
    stack.required_version(">= 1.9")?;
    let settings = Settings::declare(&stack)?;
    let size: Value<String> = stack.local("size", conditional(settings.is_production(), "large", "small"))?;

    let ranges = values(&settings.networks);
    let network = Data { input: each_value::<String>().into(), ..Default::default() };
    let networks = stack.add(
        "network",
        network.with(
            Meta::new()
                .for_each(settings.networks.clone())
                .precondition(
                    length(&distinct(&ranges)).equals(length(&ranges)),
                    "Two networks have the same range.",
                )
                .postcondition(
                    Value::<String>::expression("self.output").equals(each_value::<String>()),
                    template!("The network {} did not get its range.", each_key()),
                ),
        ),
    )?;

    let cluster = Data {
        input: template!("{size}-{}", settings.environment).into(),
        triggers_replace: networks.splat(|network| network.id()).into(),
    };
    let enough = settings.is_production().and(settings.replicas.less_than(3));
    let conditions =
        Meta::new().precondition(!enough, "Production has at least three replicas.").create_before_destroy();
    let cluster = stack.add("cluster", cluster.with(conditions))?;

    stack.output(
        "cluster",
        Output::new(cluster.output())
            .description("What the cluster is called")
            .precondition(
                contains(keys(&settings.networks), "front"),
                "The cluster is reached through the network `front`.",
            )
            .depends_on(&networks),
    )?;
    stack.output("admins", settings.admins.map(|admin| template!("<{admin}>")))?;

    stack
        .check("capacity")?
        .assert(
            settings.replicas.at_least(length(&settings.networks)),
            template!("{} replicas are fewer than there are networks.", settings.replicas),
        )
        .assert(cluster.output().is_null().not_equals(true), "The cluster has no name.");
    app.synth()
}
