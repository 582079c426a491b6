/** What generated code imports, for code in a folder from which the runtime's package is not found. */
export * from '@wit-bindgen-ts/runtime/codegen/v1';
