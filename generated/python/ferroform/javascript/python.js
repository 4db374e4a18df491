"use strict";

// What Python reaches of the runtime: its classes, described in `.jsii`, and what jsii cannot express through them.

const { name: assembly, version } = require("./package.json");
const runtime = require("./index.js");

/** Tables as they were registered, and the classes that programs make objects of by themselves. */
const sources = new Map();
const definitions = new Map();

class Kept {}

class Bridge {
  /** Lets `key` stand for the JSON text of a table. */
  static register(key, source) {
    runtime.TableResource.register(key, source);
    sources.set(key, source);
  }

  /** A reference to a nested object or collection that a program makes by itself. */
  static objectOf(key, name, parameters) {
    if (!definitions.has(key)) definitions.set(key, runtime.define(sources.get(key)));
    return new (definitions.get(key)[name])(...parameters);
  }

  /** The `import` block that `generate_config_for_import` declares. */
  static importable(key, scope, id, importId, provider) {
    return runtime.importable(key, scope, id, importId, provider);
  }

  /** Keeps a plain value on this side; the manifest types it `Kept`, so that jsii hands out a reference to it. */
  static keep(value) {
    return value;
  }
}

Object.assign(exports, { Bridge, Kept });
for (const [name, cls] of Object.entries(runtime)) {
  if (name.startsWith("Table") && cls) exports[name] = cls;
}
for (const [name, cls] of Object.entries(exports)) {
  // By this jsii tells which class of the manifest an object is of.
  Object.defineProperty(cls, Symbol.for("jsii.rtti"), { value: { fqn: `${assembly}.${name}`, version } });
  // The same under a second name: the manifest types it `IResolvable`, without which jsii does not know what it gets.
  if (cls.prototype.get_field) cls.prototype.resolvable_field = cls.prototype.get_field;
}
