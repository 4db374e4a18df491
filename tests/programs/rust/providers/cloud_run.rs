//! A service on Google Cloud Run: its own account, a bucket, a secret, and the rights to use them.

use ferroform::functions::jsonencode;
use ferroform::{App, Error, Meta, Resource as _, Scope, Value, Variable, object, template};
use ferroform_google::cloud_run_v2_service::{
    CloudRunV2ServiceRef, Containers, Env, HttpGet, Ports, Resources, SecretKeyRef, StartupProbe, Template,
    TemplateScaling, Traffic, ValueSource,
};
use ferroform_google::secret_manager_secret::{Auto, Replication};
use ferroform_google::service_account::ServiceAccountRef;
use ferroform_google::storage_bucket::{Action, Condition, LifecycleRule, StorageBucketRef};
use ferroform_google::{
    CloudRunV2Service, CloudRunV2ServiceIamMember, GoogleProvider, ProjectIamMember, ProjectService,
    SecretManagerSecret, SecretManagerSecretVersion, ServiceAccount, StorageBucket, StorageBucketIamMember,
};

const REGION: &str = "europe-west1";
const APIS: [&str; 3] = ["run", "secretmanager", "storage"];

fn apis(scope: &Scope) -> Result<Meta, Error> {
    let mut services = Vec::new();
    for api in APIS {
        let service = ProjectService::new(format!("{api}.googleapis.com"));
        services.push(scope.add(api, ProjectService { disable_on_destroy: false.into(), ..service })?);
    }
    Ok(Meta::new().depends_on_all(&services))
}

/// A bucket whose old objects go to cheaper places and then away.
fn bucket(
    scope: &Scope,
    project: &Value<String>,
    reader: &ServiceAccountRef,
) -> Result<StorageBucketRef, Error> {
    let rule = |age: u16, action: Action| {
        LifecycleRule::new(action, Condition { age: age.into(), ..Default::default() })
    };
    let colder = Action { storage_class: "NEARLINE".into(), ..Action::new("SetStorageClass") };
    let bucket = StorageBucket {
        uniform_bucket_level_access: true.into(),
        public_access_prevention: "enforced".into(),
        lifecycle_rule: [rule(30, colder), rule(365, Action::new("Delete"))].into(),
        labels: [("service", "gallery")].into(),
        ..StorageBucket::new("EU", template!("{project}-gallery"))
    };
    let bucket = scope.add("pictures", bucket)?;
    let role = "roles/storage.objectViewer";
    scope.add("reader", StorageBucketIamMember::new(bucket.name(), reader.member(), role))?;
    Ok(bucket)
}

/// A secret that nobody but Google keeps: the value is in no state.
fn secret(scope: &Scope, after: &Meta) -> Result<Value<String>, Error> {
    let value = scope.stack().variable("api_key", Variable::<String>::new().sensitive().ephemeral())?;
    let replication = Replication { auto: Auto::default().into(), ..Default::default() };
    let secret = SecretManagerSecret::new("gallery-api-key", replication);
    let secret = scope.add("api-key", secret.with(after.clone()))?;
    let version = SecretManagerSecretVersion {
        secret_data_wo: value,
        secret_data_wo_version: 1.into(),
        ..SecretManagerSecretVersion::new(secret.id())
    };
    scope.add("api-key", version)?;
    Ok(secret.secret_id())
}

fn service(
    scope: &Scope,
    image: Value<String>,
    account: &ServiceAccountRef,
    bucket: &StorageBucketRef,
    secret: Value<String>,
) -> Result<CloudRunV2Service, Error> {
    let sizes = scope.stack().variable("most", Variable::<ferroform::Number>::new().default(10))?;
    let settings = jsonencode(object! { "bucket" => bucket.name(), "thumbnails" => [128, 512] });
    let key = SecretKeyRef { version: "latest".into(), ..SecretKeyRef::new(secret) };
    let probe = HttpGet { path: "/healthz".into(), ..Default::default() };
    let container = Containers {
        ports: Ports { container_port: 8080.into(), ..Default::default() }.into(),
        env: [
            Env { value: settings, ..Env::new("SETTINGS") },
            Env { value_source: ValueSource { secret_key_ref: key.into() }.into(), ..Env::new("API_KEY") },
        ]
        .into(),
        resources: Resources {
            limits: [("cpu", "1"), ("memory", "512Mi")].into(),
            startup_cpu_boost: true.into(),
            ..Default::default()
        }
        .into(),
        startup_probe: StartupProbe {
            http_get: probe.into(),
            period_seconds: 3.into(),
            ..Default::default()
        }
        .into(),
        ..Containers::new(image)
    };
    let template = Template {
        service_account: account.email(),
        containers: container.into(),
        scaling: TemplateScaling { min_instance_count: 0.into(), max_instance_count: sizes }.into(),
        ..Default::default()
    };
    Ok(CloudRunV2Service {
        ingress: "INGRESS_TRAFFIC_ALL".into(),
        deletion_protection: false.into(),
        traffic: Traffic {
            r#type: "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST".into(),
            percent: 100.into(),
            ..Default::default()
        }
        .into(),
        ..CloudRunV2Service::new(REGION, "gallery", template)
    })
}

fn open_to_everyone(scope: &Scope, service: &CloudRunV2ServiceRef) -> Result<(), Error> {
    let everyone = CloudRunV2ServiceIamMember {
        location: service.location(),
        ..CloudRunV2ServiceIamMember::new("allUsers", service.name(), "roles/run.invoker")
    };
    scope.add("everyone", everyone)?;
    Ok(())
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("gallery");
    stack.required_version(">= 1.11")?;
    let project = stack.variable("project", Variable::<String>::new())?;
    let image = stack.variable("image", Variable::<String>::new())?;
    stack.provider(GoogleProvider {
        project: (&project).into(),
        region: REGION.into(),
        ..Default::default()
    })?;

    let apis = apis(&stack.scope("apis"))?;
    let account = ServiceAccount { display_name: "The gallery".into(), ..ServiceAccount::new("gallery") };
    let account = stack.add("account", account)?;
    let access = ProjectIamMember::new(account.member(), &project, "roles/secretmanager.secretAccessor");
    stack.add("secrets", access)?;
    let bucket = bucket(&stack, &project, &account)?;
    let secret = secret(&stack, &apis)?;
    let service = service(&stack, image, &account, &bucket, secret)?;
    let service = stack.add("service", service.with(apis.ignore_changes(["client", "client_version"])))?;
    open_to_everyone(&stack, &service)?;
    stack.output("url", service.uri())?;
    app.synth()
}
