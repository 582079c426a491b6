/** An element that the plan says is there. */
export function at<T>(elements: readonly T[], index: number): T {
  const element = elements[index];
  if (element === undefined)
    throw new RangeError(`the plan refers to ${index} of ${elements.length} elements`);
  return element;
}
