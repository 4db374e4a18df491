"use strict";

// The library that bindings stand on. The only file of the runtime that differs between `cdktn` and `cdktf`.
module.exports = require("cdktn");
