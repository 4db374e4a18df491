"use strict";
{{ header }}
Object.defineProperty(exports, "__esModule", { value: true });
const { define } = require("../../../ferroform");
const classes = define({{ table }});
{%- for name in exports %}
exports.{{ name }} = classes.{{ name }};
{%- endfor %}
{%- for (alias, name) in aliases %}
exports.{{ alias }} = exports.{{ name }};
{%- endfor %}
