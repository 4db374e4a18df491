{{ self.0.header }}
export * from "./index";
