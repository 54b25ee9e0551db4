/** The filter without what was left out, as the log keeps it. */
export function stated<Filter extends object>(filter: Filter): Partial<Filter> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Filter>;
}
