/** How many statements get a name. Each is a plan that every connection keeps, some tens of kB. */
const NAMES = 150;
/** How many nameless texts are remembered while they wait for a second use. */
const WAITING = 500;

/**
 * Gives statements that come back a name, so that a connection parses and plans them once: that is half the work of a
 * small one. A text that is used once gets none, and names are never taken back; when they are all given out, later
 * texts are planned every time, as before.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly waiting = new Set<string>();

  /** @param role its rights are part of the plan: under another role the same text would be planned anew each time */
  nameOf(sql: string, role = ''): string | undefined {
    const key = `${role}\n${sql}`;
    const known = this.names.get(key);
    if (known !== undefined || this.names.size >= NAMES) return known;
    if (!this.waiting.delete(key)) {
      if (this.waiting.size >= WAITING) this.waiting.clear();
      this.waiting.add(key);
      return undefined;
    }
    const name = `wlz_${this.names.size + 1}`;
    this.names.set(key, name);
    return name;
  }
}
