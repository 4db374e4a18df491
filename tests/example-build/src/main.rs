//! `cargo run` writes the stack to `cdktf.out`.

use ferroform::{App, Error};

fn main() -> Result<(), Error> {
    let app = App::new();
    ferroform_example_build::chat(&app)?;
    app.synth()
}
