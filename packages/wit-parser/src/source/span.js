export {};
//# sourceMappingURL=span.js.map
