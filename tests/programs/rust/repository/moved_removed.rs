//! A configuration after a year: what was renamed, split and given up, without Terraform destroying what stays.

use ferroform::{
    App, Error, Keyed, Map, Meta, Removed, Resource as _, Scope, Variable, each_value, template,
};
use ferroform_terraform::Data;
use ferroform_terraform::data::DataRef;

/// How the program was at first, and how it is now. Both are run one after the other, on the same state.
fn main() -> Result<(), Error> {
    let app = App::new();
    before(&app)?;
    after(&app)?;
    app.synth()
}

/// Servers by number, a database beside them, and two things that nobody knows any more.
fn before(app: &App) -> Result<(), Error> {
    let stack = app.stack("before");
    let server =
        Data { input: template!("server {}", ferroform::count_index()).into(), ..Default::default() };
    stack.add("server", server.with(Meta::new().count(3)))?;
    stack.add("db", data("database"))?;
    stack.add("queue", data("queue"))?;
    stack.add("experiment", data("experiment"))?;
    stack.add("archive", data("archive"))?;
    Ok(())
}

/// The same servers by name, a database in a component of its own, and a queue in another.
fn after(app: &App) -> Result<(), Error> {
    let stack = app.stack("after");
    let names = [("ada", "server 0"), ("grace", "server 1"), ("linus", "server 2")];
    let names = stack.variable("servers", Variable::<Map<String>>::new().default(names))?;
    let server = Data { input: each_value::<String>().into(), ..Default::default() };
    let servers = stack.add("server", server.with(Meta::new().for_each(&names)))?;
    rename(&stack, &servers, &["ada", "grace", "linus"])?;

    let storage = Storage::new(&stack)?;
    stack.moved("terraform_data.db", &storage.database)?;
    let messages = Messages::new(&stack, &storage)?;
    stack.moved("terraform_data.queue", &messages.queue)?;

    // The experiment ends; the archive goes on without Terraform.
    stack.removed(Removed::new("terraform_data.experiment"))?;
    stack.removed(Removed::new("terraform_data.archive").keep())?;
    stack.output("database", storage.database.output())?;
    stack.output("servers", names.map(|name, of| template!("{name} was {of}")))?;
    Ok(())
}

/// Gives names to what had numbers, in order.
fn rename(scope: &Scope, servers: &Keyed<Data>, names: &[&str]) -> Result<(), Error> {
    for (number, name) in names.iter().enumerate() {
        scope.moved(&format!("terraform_data.server[{number}]"), &servers.at(*name))?;
    }
    Ok(())
}

struct Storage {
    database: DataRef,
}

impl Storage {
    fn new(scope: &Scope) -> Result<Self, Error> {
        let scope = scope.scope("storage");
        let meta = Meta::new().prevent_destroy();
        Ok(Self { database: scope.add("database", data("database").with(meta))? })
    }
}

struct Messages {
    queue: DataRef,
}

impl Messages {
    fn new(scope: &Scope, storage: &Storage) -> Result<Self, Error> {
        let scope = scope.scope("messages");
        let queue = data("queue").with(Meta::new().depends_on(&storage.database));
        Ok(Self { queue: scope.add("queue", queue)? })
    }
}

fn data(input: &str) -> Data {
    Data { input: input.into(), ..Default::default() }
}
