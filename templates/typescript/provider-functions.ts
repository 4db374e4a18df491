{{ self.0.header }}
import * as runtime from "../../.runtime";
import type * as types from "./types";

const made = runtime.defineFunctions({{ self.0.table }}) as typeof types;

export class {{ self.0.class }} extends made.{{ self.0.class }} {}
