"""Functions of a provider: through its configuration, and under the name that a stack requires it by."""

from cdktn import App, TerraformOutput, TerraformStack, Token
from constructs import Construct
from imports.acme.provider import AcmeProvider, AcmeProviderFunctions
from imports.acme.provider_functions import ProviderFunctions
from imports.acme.provider_functions_a import AcmeProviderFunctionsA


class Functions(TerraformStack):
    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        provider = AcmeProvider(self, "acme", functions_attribute=[AcmeProviderFunctions(enabled=True)])
        functions: AcmeProviderFunctionsA = provider.functions
        if provider.functions is not functions:
            raise AssertionError("the functions are made once")
        thing = ProviderFunctions(self, "thing", name=functions.build("bob", zone_name="eu"))
        self.says("nested", functions.build(thing.name, functions.build("a", "b")))
        self.says("left-out", functions.lookup(Token.null_value(), "second"))
        self.says("given", functions.lookup("first", "second", 3, ["four"], False))
        self.says("variadic", functions.merge([{"a": "1"}, {"b": "2"}]))
        self.says("variadic-after-others", functions.parse("id", ["x", None]))
        self.says("object", functions.whole({"id": thing.name}))
        self.says("bool", functions.constructor_function())
        self.says("number", functions.length_of("text"))
        self.says("numbers", functions.sort_numbers([2, 1]))
        self.says("renamed", AcmeProviderFunctionsA("other").sort_numbers_function())

    def says(self, name: str, value: object) -> None:
        TerraformOutput(self, name, value=value)


app = App(context={"targetVersions": {"terraform": ">=1.8"}})
Functions(app, "functions")
app.synth()
