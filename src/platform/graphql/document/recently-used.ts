/** Keeps the most recently used entries; a Map remembers the order in which keys were set. */
export class RecentlyUsed<Key, Value> {
  private readonly entries = new Map<Key, Value>();

  constructor(private readonly capacity: number) {}

  get(key: Key): Value | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) this.touch(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.touch(key, value);
    if (this.entries.size <= this.capacity) return;
    for (const oldest of this.entries.keys()) {
      this.entries.delete(oldest);
      return;
    }
  }

  private touch(key: Key, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
  }
}
