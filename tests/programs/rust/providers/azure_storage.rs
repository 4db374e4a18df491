//! A network and a storage account on Azure that is open to that network only, once for each environment.

use ferroform::functions::{cidrsubnet, lower, replace, substr};
use ferroform::{App, Error, Map, Meta, Number, Resource as _, Stack, Value, Variable, template};
use ferroform_azurerm::network_security_group::SecurityRule;
use ferroform_azurerm::provider::Features;
use ferroform_azurerm::resource_group::ResourceGroupRef;
use ferroform_azurerm::storage_account::{
    BlobProperties, DeleteRetentionPolicy, NetworkRules, StorageAccountRef,
};
use ferroform_azurerm::subnet::SubnetRef;
use ferroform_azurerm::{
    AzurermProvider, NetworkSecurityGroup, ResourceGroup, StorageAccount, StorageContainer, Subnet,
    SubnetNetworkSecurityGroupAssociation, VirtualNetwork,
};

/// Name, range, and the port on which its machines listen.
const SUBNETS: [(&str, u8, u16); 2] = [("web", 1, 443), ("jobs", 2, 8443)];
const CONTAINERS: [&str; 3] = ["uploads", "thumbnails", "exports"];

/// An environment: a stack of its own, all of it in one resource group.
struct Environment {
    stack: Stack,
    group: ResourceGroupRef,
    tags: Value<Map<String>>,
}

impl Environment {
    fn new(app: &App, name: &str, location: &str) -> Result<Self, Error> {
        let stack = app.stack(name);
        let subscription = stack.variable("subscription", Variable::<String>::new())?;
        stack.provider(AzurermProvider {
            subscription_id: subscription,
            features: Features::default().into(),
            ..Default::default()
        })?;
        let tags: Value<Map<String>> = [("environment", name), ("owner", "pictures")].into();
        let group =
            ResourceGroup { tags: tags.clone(), ..ResourceGroup::new(location, format!("pictures-{name}")) };
        let group = stack.add("group", group)?;
        Ok(Self { stack, group, tags })
    }

    fn network(&self, range: &str) -> Result<Vec<SubnetRef>, Error> {
        let scope = self.stack.scope("network");
        let network = VirtualNetwork {
            address_space: [range].into(),
            tags: self.tags.clone(),
            ..VirtualNetwork::new(self.group.location(), "pictures", self.group.name())
        };
        let network = scope.add("network", network)?;
        let mut subnets = Vec::new();
        for (name, number, port) in SUBNETS {
            let scope = scope.scope(name);
            let subnet = Subnet {
                address_prefixes: [cidrsubnet(range, 8, number)].into(),
                service_endpoints: ["Microsoft.Storage"].into(),
                ..Subnet::new(name, self.group.name(), network.name())
            };
            let subnet = scope.add("subnet", subnet)?;
            let firewall = NetworkSecurityGroup {
                security_rule: [open(100, "Internet", port), close(4000)].into(),
                tags: self.tags.clone(),
                ..NetworkSecurityGroup::new(self.group.location(), name, self.group.name())
            };
            let firewall = scope.add("firewall", firewall)?;
            scope.add("guard", SubnetNetworkSecurityGroupAssociation::new(firewall.id(), subnet.id()))?;
            subnets.push(subnet);
        }
        Ok(subnets)
    }

    fn storage(&self, subnets: &[SubnetRef], replication: &str) -> Result<StorageAccountRef, Error> {
        let scope = self.stack.scope("storage");
        let days = self.stack.variable("keep_days", Variable::<Number>::new().default(14))?;
        // Names of accounts are known all over the world, short, and in lower case.
        let name = lower(replace(self.group.name(), "-", ""));
        let rules = NetworkRules {
            bypass: ["AzureServices"].into(),
            virtual_network_subnet_ids: subnets.iter().map(|subnet| subnet.id()).collect(),
            ..NetworkRules::new("Deny")
        };
        let blobs = BlobProperties {
            versioning_enabled: true.into(),
            delete_retention_policy: DeleteRetentionPolicy { days, ..Default::default() }.into(),
            ..Default::default()
        };
        let account = StorageAccount {
            min_tls_version: "TLS1_2".into(),
            allow_nested_items_to_be_public: false.into(),
            network_rules: rules.into(),
            blob_properties: blobs.into(),
            tags: self.tags.clone(),
            ..StorageAccount::new(
                replication,
                "Standard",
                self.group.location(),
                substr(name, 0, 24),
                self.group.name(),
            )
        };
        let account = scope.add("account", account.with(Meta::new().prevent_destroy()))?;
        for name in CONTAINERS {
            let container =
                StorageContainer { storage_account_id: account.id(), ..StorageContainer::new(name) };
            scope.add(name, container)?;
        }
        Ok(account)
    }
}

/// Lets a port in from somewhere.
fn open(priority: u16, from: &str, port: u16) -> SecurityRule {
    SecurityRule {
        name: format!("in-{port}").into(),
        access: "Allow".into(),
        direction: "Inbound".into(),
        protocol: "Tcp".into(),
        priority: priority.into(),
        source_address_prefix: from.into(),
        source_port_range: "*".into(),
        destination_address_prefix: "*".into(),
        destination_port_range: port.to_string().into(),
        ..Default::default()
    }
}

/// Keeps everything else out.
fn close(priority: u16) -> SecurityRule {
    let everything = open(priority, "*", 0);
    SecurityRule {
        name: "nothing-else".into(),
        access: "Deny".into(),
        protocol: "*".into(),
        destination_port_range: "*".into(),
        ..everything
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    for (name, range, replication) in [("test", "10.8.0.0/16", "LRS"), ("production", "10.9.0.0/16", "ZRS")] {
        let environment = Environment::new(&app, name, "westeurope")?;
        let subnets = environment.network(range)?;
        let account = environment.storage(&subnets, replication)?;
        let uploads = template!("{}uploads", account.primary_blob_endpoint());
        environment.stack.output("uploads", uploads)?;
    }
    app.synth()
}
