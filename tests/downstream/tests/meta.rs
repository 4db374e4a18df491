//! Meta-arguments, provisioners and imports: what Terraform takes of them, and what is refused before it sees any.

#[path = "common/app.rs"]
mod app;
#[path = "common/stack.rs"]
mod stack;

use app::app;
use ferroform::{
    Any, FileProvisioner, Import, LocalExec, Meta, Provider as _, Provisioner, RemoteExec, Resource as _,
    SshConnection, Value, WinrmConnection, each_key, each_value, template,
};
use ferroform_downstream::bucket::Bucket;
use ferroform_downstream::{Object, StoreProvider};
use ferroform_tests::terraform;
use stack::stack;

/// Terraform's own resource.
#[derive(ferroform::Resource)]
#[tf(type = "terraform_data", import_id = "{id}", computed(id: String, output: Any))]
struct TerraformData {
    input: Value<Any>,
}

#[test]
fn provisioners_run_in_order_and_speak_of_their_resource() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let write = |name: &str, text: Value<String>| LocalExec {
        environment: [("TEXT", text)].into(),
        ..LocalExec::new(format!("echo \"$TEXT\" >> {name}"))
    };
    let made = TerraformData { input: "${x}".into() }
        .with(Meta::new().create_before_destroy())
        .provisioner(|this| write("log", template!("first {}", this.output().assume::<String>())))
        .provisioner(|_| LocalExec { quiet: true.into(), ..LocalExec::new("exit 1") }.continue_on_failure())
        .provisioner(|_| write("log", "second".into()))
        .provisioner(|this| write("gone", this.output().assume()).when_destroyed())
        .postcondition(|this| (this.output().assume::<String>().equals("${x}"), "it is something else"));
    stack.add("made", made).unwrap();
    app.synth().unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap());
    let Some(terraform) = terraform() else { return };
    let folder = app.outdir().join("stacks/s");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["apply", "-auto-approve"]).success();
    assert_eq!(std::fs::read_to_string(folder.join("log")).unwrap(), "first ${x}\nsecond\n");
    terraform.run(&folder, &["destroy", "-auto-approve"]).success();
    assert_eq!(std::fs::read_to_string(folder.join("gone")).unwrap(), "${x}\n");
}

#[test]
fn terraform_takes_every_way_to_a_machine() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let text = || Value::from("text");
    let ssh = SshConnection {
        port: 22.into(),
        user: text(),
        password: text(),
        timeout: "30s".into(),
        script_path: text(),
        private_key: text(),
        certificate: text(),
        agent: true.into(),
        agent_identity: text(),
        host_key: text(),
        target_platform: "windows".into(),
        proxy_scheme: "socks5".into(),
        proxy_host: text(),
        proxy_port: 1.into(),
        proxy_user_name: text(),
        proxy_user_password: text(),
        bastion_host: text(),
        bastion_host_key: text(),
        bastion_port: 1.into(),
        bastion_user: text(),
        bastion_password: text(),
        bastion_private_key: text(),
        bastion_certificate: text(),
        ..SshConnection::new("ssh.example.com")
    };
    let winrm = |host: Value<String>| WinrmConnection {
        port: 1.into(),
        user: text(),
        password: text(),
        timeout: "30s".into(),
        script_path: text(),
        https: true.into(),
        insecure: true.into(),
        use_ntlm: true.into(),
        cacert: text(),
        ..WinrmConnection::new(host)
    };
    let file = |source: &str| FileProvisioner { source: source.into(), ..FileProvisioner::new("/tmp/x") };
    let machine = TerraformData { input: "machine".into() }
        .with(Meta::new())
        .connection(|_| ssh)
        .provisioner(|_| file("cdk.tf.json"))
        .provisioner(|_| FileProvisioner { content: "${x}".into(), ..FileProvisioner::new("/tmp/y") })
        .provisioner(|this| {
            let run = RemoteExec::inline(["a", "b"]);
            run.connection(winrm(this.output().assume())).when_destroyed()
        })
        .provisioner(|_| RemoteExec::script("./s"))
        .provisioner(|_| RemoteExec::scripts(["./s"]))
        .provisioner(|_| LocalExec {
            working_dir: ".".into(),
            interpreter: ["sh", "-c"].into(),
            ..LocalExec::new("true")
        });
    stack.add("machine", machine).unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap());
    if let Some(terraform) = terraform() {
        app.synth().unwrap();
        let folder = app.outdir().join("stacks/s");
        terraform.run(&folder, &["init"]).success();
        terraform.run(&folder, &["validate"]).success();
    }
}

#[test]
fn secrets_of_connections_are_not_shown() {
    let ssh = SshConnection {
        password: "hush".into(),
        private_key: "hush".into(),
        proxy_user_password: "hush".into(),
        bastion_password: "hush".into(),
        bastion_private_key: "hush".into(),
        ..SshConnection::new("host")
    };
    let winrm = WinrmConnection { password: "hush".into(), ..WinrmConnection::new("host") };
    let machine = Object::new("b", "k")
        .with(Meta::new())
        .connection(|_| ssh)
        .provisioner(|_| LocalExec::new("true").connection(winrm));
    let shown = format!("{machine:?}");
    assert!(shown.contains("password: (sensitive)") && !shown.contains("hush"), "{shown}");
}

#[test]
fn what_terraform_refuses_of_meta_arguments_is_refused_at_once() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let other = stack.add("other", Object::new("b", "k")).unwrap();
    let key = other.etag();
    let wrong = Object::new("b", "k")
        .with(Meta::new().count(-1).ignore_changes(["contents", "key", "bucket[0].x", "zzz"]))
        .provisioner(|_| FileProvisioner::new("/x"))
        .provisioner(|_| {
            let run = RemoteExec::inline([key.clone()]);
            run.connection(SshConnection::new(key.clone())).when_destroyed()
        })
        .provisioner(|_| {
            LocalExec::new("true")
                .connection(SshConnection { certificate: "x".into(), ..SshConnection::new("h") })
        });
    insta::assert_snapshot!(stack.add("wrong", wrong).unwrap_err(), @r#"
    store_object.wrong has 7 violations:
      error: count: found -1, allowed: a whole number from 0 (from Terraform)
      error: lifecycle.ignore_changes[0]: found "contents", allowed: attributes and blocks that the configuration can set; did you mean `content`? (from Terraform)
      error: lifecycle.ignore_changes[3]: found "zzz", allowed: attributes and blocks that the configuration can set (from Terraform)
      error: provisioner[0].file.source: found none, allowed: exactly one of `source`, `content` (from the struct)
      error: provisioner[2].local-exec.connection.certificate: found it without `private_key`, allowed: it together with `private_key` (from the struct)
      error: provisioner[1].remote-exec.inline: found `store_object.other.etag`, allowed: the resource itself, `count.index` and `each.key`, for it runs when the resource is destroyed (from Terraform)
      error: provisioner[1].remote-exec.connection.host: found `store_object.other.etag`, allowed: the resource itself, `count.index` and `each.key`, for it runs when the resource is destroyed (from Terraform)
    "#);
    let keyed = Object::new("b", "k").with(Meta::new().for_each(["a"])).provisioner(|_| {
        LocalExec::new(template!("forget {} {}", each_key(), each_value::<String>())).when_destroyed()
    });
    insta::assert_snapshot!(stack.add("keyed", keyed).unwrap_err(), @r"
    store_object.keyed has 1 violation:
      error: provisioner[0].local-exec.command: found `each.value`, allowed: the resource itself, `count.index` and `each.key`, for it runs when the resource is destroyed (from Terraform)
    ");
    let fraction = Object::new("b", "k").with(Meta::new().count(1.5));
    insta::assert_snapshot!(stack.add("fraction", fraction).unwrap_err(), @r"
    store_object.fraction has 1 violation:
      error: count: found 1.5, allowed: a whole number from 0 (from Terraform)
    ");
    let twice = Object::new("b", "k").with(Meta::new().for_each(["a", "b", "a"]));
    insta::assert_snapshot!(stack.add("twice", twice).unwrap_err(), @r#"
    store_object.twice has 1 violation:
      error: for_each[2]: found "a" again, allowed: each key once (from Terraform)
    "#);
    // Nothing of them is left, and the names are free.
    stack.add("wrong", Object::new("b", "k").with(Meta::new().count(0))).unwrap();
}

#[test]
fn nothing_cannot_be_counted_nor_repeated() {
    let (app, _folder) = app();
    let stack = app.stack("nothing");
    let count = Meta::new().count(ferroform::Value::Unset);
    let keys = Meta::new().for_each(ferroform::Value::<ferroform::Map<String>>::null());
    let errors = [
        stack.add("counted", TerraformData::new().with(count)).unwrap_err(),
        stack.add("keyed", TerraformData::new().with(keys)).unwrap_err(),
    ];
    insta::assert_snapshot!(errors.map(|error| error.to_string()).join("\n"), @r"
    terraform_data.counted has 1 violation:
      error: count: found nothing, allowed: a whole number from 0 (from Terraform)
    terraform_data.keyed has 1 violation:
      error: for_each: found nothing, allowed: a map or a set of strings (from Terraform)
    ");
}

#[test]
fn a_check_asserts_something() {
    let (app, _folder) = app();
    let stack = app.stack("idle");
    stack.check("health").unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @r"
    check.health has 1 violation:
      error: assert: found none, allowed: at least one (from Terraform)
    ");
}

#[test]
fn attributes_to_be_ignored_add_up() {
    let ignored = |meta: Meta<_, _>| {
        let (app, _folder) = app();
        let stack = stack(&app, "s");
        stack.add("object", Object::new("b", "k").with(meta)).unwrap();
        let json: serde_json::Value = serde_json::from_str(&stack.to_json().unwrap()).unwrap();
        json["resource"]["store_object"]["object"]["lifecycle"]["ignore_changes"].clone()
    };
    let two = Meta::new().ignore_changes(["key"]).ignore_changes(["content"]);
    assert_eq!(ignored(two), serde_json::json!(["key", "content"]));
    assert_eq!(ignored(Meta::new().ignore_all_changes().ignore_changes(["key"])), "all");
    assert_eq!(ignored(Meta::new().ignore_changes(["key"]).ignore_all_changes()), "all");
}

#[test]
fn a_resource_speaks_of_itself_in_its_own_blocks_only() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let mut leaked = Value::Unset;
    let object = Object::new("b", "k").with(Meta::new()).provisioner(|this| {
        leaked = template!("etag {}", this.etag());
        Provisioner::from(LocalExec::new("true"))
    });
    stack.add("object", object).unwrap();
    stack.output("leaked", leaked).unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @"output.leaked: an expression speaks of `self` where Terraform knows none; it does in a resource's own provisioners, connections and postconditions");
}

#[test]
fn instances_are_imported() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let counted = stack.add("counted", TerraformData::new().with(Meta::new().count(2))).unwrap();
    let keyed =
        stack.add("keyed", TerraformData::new().with(Meta::new().for_each(["a", "b\"${x}"]))).unwrap();
    let each = stack.add("each", TerraformData::new().with(Meta::new().for_each(["x", "y"]))).unwrap();
    let id: <TerraformData as ferroform::Resource>::ImportId = "one".parse().unwrap();
    stack.import_block(Import::by_id(&counted.at(1), id)).unwrap();
    stack.import_block(Import::by_id(&keyed.at("a"), "two")).unwrap();
    stack.import_block(Import::by_id(&keyed.at("b\"${x}"), "three")).unwrap();
    let ids = Value::<ferroform::Map<String>>::from([("x", "four"), ("y", "five")]);
    stack.import_block(Import::by_id(&each, each_value::<String>()).for_each(ids)).unwrap();
    let again = stack.import_block(Import::by_id(&counted.at(1), "again"));
    insta::assert_snapshot!(again.unwrap_err(), @"stack `s` already has `import of terraform_data.counted[1]`: each needs a name of its own in its scope");
    let ids = Value::<ferroform::Map<String>>::from([("x", "four")]);
    let chosen = Import::by_id(&each.at(ferroform::each_key()), each_value::<String>()).for_each(ids);
    insta::assert_snapshot!(stack.import_block(chosen).unwrap_err(), @"stack `s` already has `import of terraform_data.each[each.key]`: each needs a name of its own in its scope");
    let Some(terraform) = terraform() else { return };
    app.synth().unwrap();
    let folder = app.outdir().join("stacks/s");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["apply", "-auto-approve"]).success();
    let state: serde_json::Value =
        serde_json::from_str(&terraform.run(&folder, &["show", "-json"]).success().stdout).unwrap();
    let ids = state["values"]["root_module"]["resources"].as_array().unwrap().iter();
    let mut ids: Vec<_> = ids.map(|resource| resource["values"]["id"].as_str().unwrap().to_owned()).collect();
    ids.retain(|id| ["one", "two", "three", "four", "five"].contains(&id.as_str()));
    assert_eq!(ids, ["one", "four", "five", "two", "three"]);
}

#[test]
fn a_condition_that_cannot_come_out_otherwise_is_refused() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let known = Meta::new().precondition(1 < 2, "no").postcondition(Value::Unset, "no");
    stack.add("known", Object::new("b", "k").with(known)).unwrap();
    stack.check("health").unwrap().assert(true, "no");
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @r"
    store_object.known: a condition is known to the program; Terraform wants one that refers to something, and what a program knows it can check itself
    store_object.known: a condition is known to the program; Terraform wants one that refers to something, and what a program knows it can check itself
    check.health: a condition is known to the program; Terraform wants one that refers to something, and what a program knows it can check itself
    ");
}

#[test]
fn what_a_program_states_of_a_provider_holds_in_any_order() {
    let required = |is_first: bool| {
        let (app, _folder) = app();
        let stack = app.stack("s");
        let state = || stack.required_provider("store", "mirror/store", None).unwrap();
        if is_first {
            state();
        }
        stack.provider(StoreProvider::default()).unwrap();
        if !is_first {
            state();
        }
        let json: serde_json::Value = serde_json::from_str(&stack.to_json().unwrap()).unwrap();
        json["terraform"]["required_providers"]["store"].clone()
    };
    assert_eq!(required(true), serde_json::json!({ "source": "mirror/store" }));
    assert_eq!(required(false), required(true));
}

#[test]
fn a_second_configuration_of_a_provider_needs_an_alias() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    stack.provider(StoreProvider::new()).unwrap();
    insta::assert_snapshot!(stack.provider(StoreProvider::new()).unwrap_err(), @r#"the name `store` cannot be used: the stack configures this provider already; give a further configuration an alias, `provider.alias("west")`, and choose it with `Meta::provider`"#);
    stack.provider(StoreProvider::new().alias("west")).unwrap();
    insta::assert_snapshot!(stack.provider(StoreProvider::new().alias("west")).unwrap_err(), @"the name `store.west` cannot be used: the stack has a configuration of this provider under this alias");
}

#[test]
fn values_that_are_kept_nowhere_need_a_new_terraform() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let bucket = || Bucket { log_stream: "x".into(), ..Bucket::new("photos", "STANDARD") };
    stack.add("plain", bucket()).unwrap();
    stack.required_version(">= 1.10").unwrap();
    stack.to_json().unwrap();
    stack.add("secret", Bucket { encryption_key_wo: "a".into(), ..bucket() }).unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @"store_bucket.secret.encryption_key_wo: a write-only value needs Terraform 1.11, and the stack's required_version `>= 1.10` allows older ones");
}

/// Called like what Terraform reads as its own.
#[derive(ferroform::Resource)]
#[tf(type = "store_fleet")]
struct Fleet {
    #[tf(required)]
    count: Value<ferroform::Number>,
    provider: Value<String>,
    size: Value<ferroform::Number>,
}

/// A configuration, the same.
#[derive(ferroform::Provider)]
#[tf(type = "store", source = "example/store")]
struct Versioned {
    version: Value<String>,
}

#[test]
fn what_a_provider_calls_like_a_meta_argument_is_told_from_it() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let west = stack.provider(Versioned { version: "2".into() }.alias("west")).unwrap();
    let fleet = Fleet { provider: "ours".into(), size: 1.into(), ..Fleet::new(7) };
    stack.add("fleet", fleet.with(Meta::new().count(2).provider(&west))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&stack.to_json().unwrap()).unwrap();
    let mut fleet = json["resource"]["store_fleet"]["fleet"].clone();
    fleet.as_object_mut().unwrap().remove("//");
    let apart = serde_json::json!({ "count": 7, "provider": "ours" });
    assert_eq!(fleet, serde_json::json!({ "_": apart, "count": 2, "provider": "store.west", "size": 1 }));
    let configuration = serde_json::json!([{ "_": { "version": "2" }, "alias": "west" }]);
    assert_eq!(json["provider"]["store"], configuration);
}
