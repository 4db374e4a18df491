//! A zone at Cloudflare: records of every kind from tables, settings, redirects, caching and a firewall.

use ferroform::{Any, App, Error, Map, Scope, Value, Variable, object, template};
use ferroform_cloudflare::dns_record::Data;
use ferroform_cloudflare::ruleset::{
    ActionParameters, BrowserTtl, EdgeTtl, FromValue, Ratelimit, Rules, TargetUrl,
};
use ferroform_cloudflare::zone::{Account, ZoneRef};
use ferroform_cloudflare::{CloudflareProvider, DnsRecord, Ruleset, Zone, ZoneSetting};

const DOMAIN: &str = "example.com";

/// Lets Cloudflare choose how long a record may be kept.
const AUTOMATIC: u32 = 1;

/// Name, type, content, and whether Cloudflare stands in front.
const RECORDS: [(&str, &str, &str, bool); 5] = [
    ("@", "A", "192.0.2.10", true),
    ("@", "AAAA", "2001:db8::10", true),
    ("www", "CNAME", "example.com", true),
    ("status", "CNAME", "status.example.net", false),
    ("@", "TXT", "\"v=spf1 include:_spf.example.net -all\"", false),
];

const MAIL: [(&str, u16); 2] = [("mx1.example.net", 10), ("mx2.example.net", 20)];

fn records(scope: &Scope, zone: &ZoneRef) -> Result<(), Error> {
    let scope = scope.scope("records");
    for (name, of, content, proxied) in RECORDS {
        let host = if name == "@" { DOMAIN.to_owned() } else { format!("{name}.{DOMAIN}") };
        let record = DnsRecord {
            content: content.into(),
            proxied: proxied.into(),
            ..DnsRecord::new(host, AUTOMATIC, of, zone.id())
        };
        scope.add(&format!("{}-{of}", name.replace('@', "apex")), record)?;
    }
    for (server, priority) in MAIL {
        let record = DnsRecord {
            content: server.into(),
            priority: priority.into(),
            ..DnsRecord::new(DOMAIN, 3600, "MX", zone.id())
        };
        scope.add(&format!("mail-{priority}"), record)?;
    }
    let issuer =
        Data { flags: 0.into(), tag: "issue".into(), value: "letsencrypt.org".into(), ..Default::default() };
    let record = DnsRecord { data: issuer.into(), ..DnsRecord::new(DOMAIN, AUTOMATIC, "CAA", zone.id()) };
    scope.add("issuer", record)?;
    Ok(())
}

fn settings(scope: &Scope, zone: &ZoneRef) -> Result<(), Error> {
    let scope = scope.scope("settings");
    let transport_security = object! {
        "strict_transport_security" => object! { "enabled" => true, "max_age" => 31_536_000, "include_subdomains" => true },
    };
    let settings: [(&str, Value<Any>); 5] = [
        ("ssl", "strict".into()),
        ("min_tls_version", "1.2".into()),
        ("always_use_https", "on".into()),
        ("browser_cache_ttl", 14_400.into()),
        ("security_header", transport_security),
    ];
    for (name, value) in settings {
        scope.add(name, ZoneSetting::new(name, value, zone.id()))?;
    }
    Ok(())
}

/// A set of rules for one phase of a request.
fn rules<const N: usize>(scope: &Scope, zone: &ZoneRef, phase: &str, rules: [Rules; N]) -> Result<(), Error> {
    let name = format!("{DOMAIN} {phase}");
    let ruleset = Ruleset { zone_id: zone.id(), rules: rules.into(), ..Ruleset::new("zone", name, phase) };
    scope.add(phase, ruleset)?;
    Ok(())
}

/// Where an old address leads now.
fn redirect(from: &str, to: &str) -> Rules {
    let target = TargetUrl { value: format!("https://{DOMAIN}{to}").into(), ..Default::default() };
    let permanent =
        FromValue { status_code: 301.into(), preserve_query_string: true.into(), ..FromValue::new(target) };
    Rules {
        description: format!("{from} is {to} now").into(),
        action_parameters: ActionParameters { from_value: permanent.into(), ..Default::default() }.into(),
        ..Rules::new("redirect", format!(r#"http.request.uri.path eq "{from}""#))
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("zone");
    let token = stack.variable("token", Variable::<String>::new().sensitive())?;
    let account = stack.variable("account", Variable::<String>::new())?;
    let banned =
        stack.variable("banned", Variable::<ferroform::List<String>>::new().default(["192.0.2.66"]))?;
    stack.provider(CloudflareProvider { api_token: token, ..Default::default() })?;

    let zone =
        stack.add("zone", Zone { r#type: "full".into(), ..Zone::new(Account { id: account }, DOMAIN) })?;
    records(&stack, &zone)?;
    settings(&stack, &zone)?;

    let scope = stack.scope("rules");
    let addresses = ferroform::functions::join(" ", [banned]);
    let banned = Rules {
        description: "Addresses that are up to no good".into(),
        ..Rules::new("block", template!("ip.src in {{{addresses}}}"))
    };
    let bots = Rules::new("managed_challenge", "cf.threat_score gt 20 and not cf.client.bot");
    rules(&scope, &zone, "http_request_firewall_custom", [banned, bots])?;
    rules(
        &scope,
        &zone,
        "http_request_dynamic_redirect",
        [redirect("/team", "/about"), redirect("/jobs", "/careers")],
    )?;
    let caching = ActionParameters {
        cache: true.into(),
        edge_ttl: EdgeTtl { default: 86_400.into(), ..EdgeTtl::new("override_origin") }.into(),
        browser_ttl: BrowserTtl { default: 3600.into(), ..BrowserTtl::new("override_origin") }.into(),
        ..Default::default()
    };
    let assets = r#"starts_with(http.request.uri.path, "/assets/")"#;
    let assets = Rules { action_parameters: caching.into(), ..Rules::new("set_cache_settings", assets) };
    rules(&scope, &zone, "http_request_cache_settings", [assets])?;
    let limit = Ratelimit {
        requests_per_period: 20.into(),
        mitigation_timeout: 600.into(),
        ..Ratelimit::new(["ip.src", "cf.colo.id"], 60)
    };
    let login =
        Rules { ratelimit: limit.into(), ..Rules::new("block", r#"http.request.uri.path eq "/login""#) };
    rules(&scope, &zone, "http_ratelimit", [login])?;

    let names: Value<Map<String>> = [("name", zone.name()), ("status", zone.status())].into();
    stack.output("zone", names)?;
    stack.output("name_servers", zone.name_servers())?;
    app.synth()
}
