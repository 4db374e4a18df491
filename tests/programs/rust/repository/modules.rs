//! Modules that are written in HCL, called from a program: typed once, in a struct of its own, and then used like a construct.

use ferroform::functions::{flatten, length, merge};
use ferroform::{
    App, Error, List, Map, Meta, Module, ModuleRef, Number, Output, Resource as _, Scope, Value, Variable,
    each_key, each_value, object, template,
};
use ferroform_terraform::Data;

/// The module in `modules/service`: its variables are fields, its outputs methods.
#[derive(Default)]
struct Service {
    replicas: Value<Number>,
    labels: Value<Map<String>>,
}

/// What other constructs see of it.
struct ServiceRef(ModuleRef);

impl Service {
    fn module(self, name: impl Into<Value<String>>) -> Module {
        let settings = object! { "replicas" => self.replicas, "labels" => self.labels };
        Module::new("../../../modules/service").input("name", name.into()).input("settings", settings)
    }

    fn declare(self, scope: &Scope, name: &str) -> Result<ServiceRef, Error> {
        Ok(ServiceRef(scope.module(name, self.module(name))?))
    }
}

impl ServiceRef {
    fn replicas(&self) -> Value<List<String>> {
        self.0.output("replicas")
    }

    fn labels(&self) -> Value<Map<String>> {
        self.0.output("labels")
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("services");
    let stage = stack.variable("stage", Variable::<String>::new().default("test"))?;
    let labels = stack.local("labels", Value::from([("stage", &stage), ("owner", &"shop".into())]))?;

    // One service that the program knows.
    let front = Service { replicas: 2.into(), labels: labels.clone() }.declare(&stack, "front")?;

    // As many as the user of the configuration says, each with as many replicas.
    let workers = Variable::<Map<Number>>::new().default([("mail", 1), ("thumbnails", 3)]).validation(
        |workers| length(&workers).at_most(10),
        "More than ten kinds of workers want a queue of their own.",
    );
    let workers = stack.variable("workers", workers)?;
    let worker = Service { replicas: each_value(), labels: labels.clone() };
    let worker = worker.module(template!("{stage}-{}", each_key())).for_each(&workers).depends_on(&front.0);
    let worker = stack.module("worker", worker)?;
    let mail = ServiceRef(worker.at_key("mail"));

    let everything =
        flatten([front.replicas(), flatten(worker.splat(|worker| ServiceRef(worker).replicas()))]);
    let directory = Data { input: (&everything).into(), triggers_replace: front.labels().into() };
    let directory = directory.with(Meta::new().precondition(
        length(&everything).at_most(20),
        template!("{} replicas are more than the directory can hold.", length(&everything)),
    ));
    stack.add("directory", directory)?;

    stack.output("everything", everything)?;
    let labels = merge([front.labels(), mail.labels()]);
    stack.output(
        "labels",
        Output::new(labels).description("What mail says of itself, and the front where it is silent"),
    )?;
    app.synth()
}
