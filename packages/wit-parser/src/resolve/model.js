export function interfaceKey(id) {
  return `interface-${id}`;
}
//# sourceMappingURL=model.js.map
