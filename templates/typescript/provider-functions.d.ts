{{ self.0.header }}
import * as cdktn from "cdktn";

{{ self.0.doc }}export declare class {{ self.0.class }} {
  private readonly providerLocalName;
{{ self.0.constructor_doc }}  constructor(providerLocalName: string);
{%- for method in self.0.methods %}
{{ method.doc }}  {{ method.name }}({{ method.parameters }}): {{ method.result }};
{%- endfor %}
}
