//! A database whose password is in no plan and in no state: made when Terraform runs, and written once.

use ferroform::functions::jsonencode;
use ferroform::{
    App, EphemeralResource as _, Error, List, Meta, Number, Output, Resource as _, Scope, Value, Variable,
    object,
};
use ferroform_aws::db_instance::DbInstanceRef;
use ferroform_aws::{
    AwsProvider, CloudwatchMetricAlarm, DbInstance, DbSubnetGroup, EphemeralAwsSecretsmanagerRandomPassword,
    EphemeralAwsSecretsmanagerSecretVersion, KmsAlias, KmsKey, SecretsmanagerSecret,
    SecretsmanagerSecretVersion, SecurityGroup, VpcSecurityGroupIngressRule,
};

const PORT: u16 = 5432;
const NAME: &str = "orders";

/// A new password whenever the version rises; between runs it is in Secrets Manager only.
struct Password {
    /// What the secret holds now, for write-only arguments.
    current: Value<String>,
    secret: Value<String>,
    version: Value<Number>,
}

impl Password {
    fn new(scope: &Scope, key: Value<String>, version: &Value<Number>) -> Result<Self, Error> {
        let scope = scope.scope("password");
        let random = EphemeralAwsSecretsmanagerRandomPassword {
            password_length: 40.into(),
            exclude_characters: "\"'@/\\".into(),
            ..Default::default()
        };
        let random = scope.ephemeral("random", random)?;
        let secret = SecretsmanagerSecret {
            name: format!("{NAME}/database").into(),
            kms_key_id: key,
            ..Default::default()
        };
        let secret = scope.add("secret", secret)?;
        let stored = SecretsmanagerSecretVersion {
            secret_string_wo: random.random_password(),
            secret_string_wo_version: version.clone(),
            ..SecretsmanagerSecretVersion::new(secret.id())
        };
        let stored = scope.add("version", stored)?;
        let current = EphemeralAwsSecretsmanagerSecretVersion::new(stored.secret_id());
        let current = scope.ephemeral("current", current.with(Meta::new().depends_on(&stored)))?;
        Ok(Self {
            current: current.secret_string(),
            secret: secret.arn(),
            version: stored.secret_string_wo_version(),
        })
    }
}

fn database(
    scope: &Scope,
    password: &Password,
    key: Value<String>,
    clients: &Value<String>,
) -> Result<DbInstanceRef, Error> {
    let vpc = scope.stack().variable("vpc_id", Variable::<String>::new())?;
    let subnets = scope.stack().variable("subnet_ids", Variable::<List<String>>::new())?;
    let subnets = DbSubnetGroup { name: NAME.into(), ..DbSubnetGroup::new(subnets) };
    let subnets = scope.add("subnets", subnets)?;
    let group = SecurityGroup { name: format!("{NAME}-database").into(), vpc_id: vpc, ..Default::default() };
    let group = scope.add("firewall", group)?;
    let ingress = VpcSecurityGroupIngressRule {
        from_port: PORT.into(),
        to_port: PORT.into(),
        referenced_security_group_id: clients.clone(),
        ..VpcSecurityGroupIngressRule::new("tcp", group.id())
    };
    scope.add("ingress", ingress)?;
    let instance = DbInstance {
        identifier: NAME.into(),
        engine: "postgres".into(),
        engine_version: "17.5".into(),
        allocated_storage: 100.into(),
        max_allocated_storage: 1000.into(),
        storage_type: "gp3".into(),
        storage_encrypted: true.into(),
        kms_key_id: key,
        multi_az: true.into(),
        backup_retention_period: 14.into(),
        deletion_protection: true.into(),
        final_snapshot_identifier: format!("{NAME}-final").into(),
        db_subnet_group_name: subnets.name(),
        vpc_security_group_ids: [group.id()].into(),
        db_name: NAME.into(),
        username: "orders".into(),
        password_wo: password.current.clone(),
        password_wo_version: password.version.clone(),
        ..DbInstance::new("db.m7g.large")
    };
    scope.add("instance", instance.with(Meta::new().prevent_destroy()))
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("database");
    stack.required_version(">= 1.11")?;
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let version = Variable::<Number>::new().default(1).description("Raise it for a new password").not_null();
    let version = stack.variable("password_version", version)?;
    let clients = stack.variable("clients", Variable::<String>::new().description("Their security group"))?;
    let topic = stack.variable("alarm_topic", Variable::<String>::new().sensitive())?;

    let key = KmsKey {
        description: "What orders keep".into(),
        enable_key_rotation: true.into(),
        ..Default::default()
    };
    let key = stack.add("key", key)?;
    stack.add("alias", KmsAlias { name: format!("alias/{NAME}").into(), ..KmsAlias::new(key.key_id()) })?;
    let password = Password::new(&stack, key.arn(), &version)?;
    let database = database(&stack.scope("database"), &password, key.arn(), &clients)?;

    let alarm = CloudwatchMetricAlarm {
        namespace: "AWS/RDS".into(),
        metric_name: "FreeStorageSpace".into(),
        statistic: "Minimum".into(),
        period: 300.into(),
        threshold: 10e9.into(),
        dimensions: [("DBInstanceIdentifier", database.identifier())].into(),
        alarm_actions: [topic].into(),
        ..CloudwatchMetricAlarm::new("orders-storage", "LessThanThreshold", 3)
    };
    stack.add("storage", alarm)?;
    let connection = jsonencode(object! {
        "host" => database.address(),
        "port" => PORT,
        "secret" => password.secret,
    });
    stack.output("connection", Output::new(connection).sensitive())?;
    app.synth()
}
