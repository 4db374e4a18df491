"""One gateway that breaks a rule of the documentation, one that breaks those of the schema and of overrides, and a wrong import ID."""

from cdktn import App, TerraformStack

from imports.acme.gateway import Gateway, GatewayListener, GatewayListenerTls
from imports.acme.provider import AcmeProvider

app = App()
stack = TerraformStack(app, "stack")
AcmeProvider(stack, "acme")
Gateway(stack, "warned", mode="shut", weight=3)
Gateway(
    stack,
    "refused",
    tier="huge",
    size=11,
    token="secret",
    zones=["north-1", "North"],
    listener=[
        GatewayListener(port=65536),
        GatewayListener(tls=GatewayListenerTls(mode="lax")),
        GatewayListener(),
    ],
)
Gateway.generate_config_for_import(stack, "imported", "basic")
try:
    app.synth()
except Exception as error:
    print(error)
