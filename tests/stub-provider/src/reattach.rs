//! How Terraform finds the providers.

use std::fmt::{self, Display};
use std::fs;
use std::path::Path;

use serde_json::{Map, Value as Json, json};
use tempfile::TempDir;
use tokio::net::UnixListener;
use tokio::runtime::{Builder, Runtime};

use crate::provider::Provider;
use crate::schema::SchemaFile;
use crate::server::serve;

/// The environment variable by which Terraform finds providers that run already.
pub const REATTACH_VARIABLE: &str = "TF_REATTACH_PROVIDERS";

/// Hosts that Terraform and OpenTofu take for granted in a source address.
const DEFAULT_HOSTS: [&str; 2] = ["registry.terraform.io/", "registry.opentofu.org/"];

/// A part of Terraform itself, which cannot be replaced.
const BUILT_IN: &str = "terraform.io/builtin/";

/// Stands in for the providers of schema files for as long as it exists.
#[derive(Debug)]
pub struct StubProviders {
    reattach: Map<String, Json>,
    runtime: Runtime,
    /// Has the sockets, and goes with them.
    folder: TempDir,
}

impl StubProviders {
    /// Serves every provider of these files, each of which `terraform providers schema -json` printed.
    ///
    /// # Errors
    ///
    /// A file cannot be read, is no such schema, or has a provider that another one has too; or no socket can be
    /// made.
    pub fn serve(schema_files: &[impl AsRef<Path>]) -> Result<Self, Error> {
        let mut runtime = Builder::new_multi_thread();
        let runtime = runtime.worker_threads(2).enable_all().build().map_err(Error::new)?;
        let folder = TempDir::with_prefix("stub-provider-").map_err(Error::new)?;
        let mut providers = Self { reattach: Map::new(), runtime, folder };
        for path in schema_files {
            providers.add_file(path.as_ref()).map_err(|error| error.within(path.as_ref()))?;
        }
        Ok(providers)
    }

    /// The value of [`REATTACH_VARIABLE`].
    pub fn reattach(&self) -> String {
        Json::from(self.reattach.clone()).to_string()
    }

    fn add_file(&mut self, path: &Path) -> Result<(), Error> {
        let text = fs::read_to_string(path).map_err(Error::new)?;
        let file: SchemaFile = serde_json::from_str(&text).map_err(Error::new)?;
        for (address, schema) in file.provider_schemas {
            if !address.starts_with(BUILT_IN) {
                self.add(&address, Provider::new(schema))?;
            }
        }
        Ok(())
    }

    fn add(&mut self, address: &str, provider: Provider) -> Result<(), Error> {
        if self.reattach.contains_key(address) {
            return Err(Error::new(format!("another file has the provider {address} too")));
        }
        // Paths of sockets must be short.
        let socket = self.folder.path().join(self.reattach.len().to_string());
        let _context = self.runtime.enter();
        let listener = UnixListener::bind(&socket).map_err(Error::new)?;
        self.runtime.spawn(serve(provider, listener));
        let running = json!({
            "Protocol": "grpc", "ProtocolVersion": 6, "Pid": std::process::id(),
            // Terraform leaves the process alone when it is done.
            "Test": true,
            "Addr": { "Network": "unix", "String": socket },
        });
        // Programs leave the host out, and then mean the registry of the command that runs them, whichever command
        // printed the schema.
        if let Some(short) = DEFAULT_HOSTS.iter().find_map(|host| address.strip_prefix(host)) {
            self.reattach.insert(short.to_owned(), running.clone());
        }
        self.reattach.insert(address.to_owned(), running);
        Ok(())
    }
}

/// Why providers cannot be stood in for.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    fn new(cause: impl Display) -> Self {
        Self(cause.to_string())
    }

    fn within(self, path: &Path) -> Self {
        Self(format!("{}: {}", path.display(), self.0))
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
