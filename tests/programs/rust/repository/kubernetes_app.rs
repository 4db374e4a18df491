//! Web applications on Kubernetes: what is said of one, and the six resources that follow from it.

use ferroform::functions::{jsonencode, sha256};
use ferroform::{App, Error, Map, Number, Scope, Value, Variable, template};
use ferroform_kubernetes::config_map_v1::Metadata;
use ferroform_kubernetes::deployment_v1::{
    ConfigMapRef, Container, EnvFrom, HttpGet, LivenessProbe, Port, Resources, Selector, Spec, Template,
    TemplateSpec,
};
use ferroform_kubernetes::horizontal_pod_autoscaler_v2::{
    self as autoscaler, Metric, ScaleTargetRef, Target,
};
use ferroform_kubernetes::ingress_v1::{self as ingress, DefaultBackend, Http, Path, Rule, Tls};
use ferroform_kubernetes::service_v1::{self as service, ServiceV1Ref};
use ferroform_kubernetes::{
    ConfigMapV1, DeploymentV1, HorizontalPodAutoscalerV2, IngressV1, KubernetesProvider, NamespaceV1,
    ServiceV1, namespace_v1,
};

const PORT: u16 = 8080;

struct WebApp<'a> {
    name: &'a str,
    namespace: Value<String>,
    image: Value<String>,
    hosts: &'a [&'a str],
    settings: Value<Map<String>>,
    most_replicas: Value<Number>,
}

impl WebApp<'_> {
    fn labels(&self) -> Value<Map<String>> {
        [("app.kubernetes.io/name", self.name), ("app.kubernetes.io/managed-by", "terraform")].into()
    }

    fn metadata(&self) -> Metadata {
        Metadata {
            name: self.name.into(),
            namespace: self.namespace.clone(),
            labels: self.labels(),
            ..Default::default()
        }
    }

    fn declare(&self, scope: &Scope) -> Result<ServiceV1Ref, Error> {
        let scope = scope.scope(self.name);
        let settings = ConfigMapV1 { data: self.settings.clone(), ..ConfigMapV1::new(self.metadata()) };
        let settings = scope.add("settings", settings)?;

        // Pods read their settings once, so they are replaced when those change.
        let checksum = sha256(jsonencode(self.settings.clone()));
        let template = Template {
            spec: TemplateSpec {
                container: self.container(settings.metadata(0).name()).into(),
                termination_grace_period_seconds: 30.into(),
                ..Default::default()
            }
            .into(),
            ..Template::new(Metadata {
                labels: self.labels(),
                annotations: [("checksum/settings", checksum)].into(),
                ..Default::default()
            })
        };
        let spec = Spec {
            selector: Selector { match_labels: self.labels(), ..Default::default() }.into(),
            ..Spec::new(template)
        };
        let deployment = scope.add("deployment", DeploymentV1::new(self.metadata(), spec))?;

        let of_deployment = ScaleTargetRef {
            api_version: "apps/v1".into(),
            ..ScaleTargetRef::new("Deployment", deployment.metadata(0).name())
        };
        let cpu = Target { average_utilization: 70.into(), ..Target::new("Utilization") };
        let scaling = autoscaler::Spec {
            min_replicas: 2.into(),
            metric: Metric {
                resource: autoscaler::Resource { target: cpu.into(), ..autoscaler::Resource::new("cpu") }
                    .into(),
                ..Metric::new("Resource")
            }
            .into(),
            ..autoscaler::Spec::new(self.most_replicas.clone(), of_deployment)
        };
        scope.add("scaling", HorizontalPodAutoscalerV2::new(self.metadata(), scaling))?;

        let port = service::Port { target_port: PORT.to_string().into(), ..service::Port::new(80) };
        let spec = service::Spec { selector: self.labels(), port: port.into(), ..Default::default() };
        let service = scope.add("service", ServiceV1::new(self.metadata(), spec))?;
        scope.add("ingress", IngressV1::new(self.metadata(), self.ingress(&service)))?;
        Ok(service)
    }

    fn container(&self, settings: Value<String>) -> Container {
        let probe = |path: &str| LivenessProbe {
            http_get: HttpGet { path: path.into(), port: PORT.to_string().into(), ..Default::default() }
                .into(),
            period_seconds: 10.into(),
            ..Default::default()
        };
        Container {
            image: self.image.clone(),
            port: Port { name: "http".into(), ..Port::new(PORT) }.into(),
            env_from: EnvFrom { config_map_ref: ConfigMapRef::new(settings).into(), ..Default::default() }
                .into(),
            liveness_probe: probe("/healthz").into(),
            readiness_probe: probe("/ready").into(),
            resources: Resources {
                requests: [("cpu", "100m"), ("memory", "128Mi")].into(),
                limits: [("memory", "256Mi")].into(),
            }
            .into(),
            ..Container::new(self.name)
        }
    }

    fn ingress(&self, service: &ServiceV1Ref) -> ingress::Spec {
        let port = ingress::Port { number: service.spec(0).port(0).port(), ..Default::default() };
        let backend = ingress::Service::new(service.metadata(0).name(), port);
        let path = Path {
            path: "/".into(),
            path_type: "Prefix".into(),
            backend: DefaultBackend { service: backend.into() }.into(),
        };
        let rule = |host: &&str| Rule { host: (*host).into(), http: Http::new(path.clone()).into() };
        ingress::Spec {
            ingress_class_name: "nginx".into(),
            rule: self.hosts.iter().map(rule).collect(),
            tls: Tls { hosts: self.hosts.to_vec().into(), secret_name: format!("{}-tls", self.name).into() }
                .into(),
            ..Default::default()
        }
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("shop");
    stack.provider(KubernetesProvider { config_path: "~/.kube/config".into(), ..Default::default() })?;
    let release = stack.variable("release", Variable::<String>::new().default("1.4.2"))?;

    let metadata = namespace_v1::Metadata { name: "shop".into(), ..Default::default() };
    let namespace = stack.add("namespace", NamespaceV1::new(metadata))?.metadata(0).name();
    let catalog = WebApp {
        name: "catalog",
        namespace: namespace.clone(),
        image: template!("registry.example.com/shop/catalog:{release}"),
        hosts: &["catalog.example.com"],
        settings: [("LOG_LEVEL", "info"), ("PAGE_SIZE", "50")].into(),
        most_replicas: 6.into(),
    };
    let catalog = catalog.declare(&stack)?;
    let front = WebApp {
        name: "front",
        namespace,
        image: template!("registry.example.com/shop/front:{release}"),
        hosts: &["www.example.com", "example.com"],
        settings: [("CATALOG_URL", template!("http://{}", catalog.metadata(0).name()))].into(),
        most_replicas: 12.into(),
    };
    front.declare(&stack)?;
    app.synth()
}
