import { Injectable } from '@nestjs/common';
import { Planning } from './schema.js';
import type { Taak } from './taak.js';

/** The tasks of this program; each module adds its own when it starts. */
@Injectable()
export class Taakregister {
  private readonly taken = new Map<string, Taak>();

  /** @throws Error for a second task with the same id, and for a schedule that cannot be read */
  add(taak: Taak): void {
    if (this.taken.has(taak.id)) throw new Error(`there are two tasks "${taak.id}"`);
    Planning.lees(taak.schema);
    this.taken.set(taak.id, taak);
  }

  all(): readonly Taak[] {
    return [...this.taken.values()];
  }

  find(id: string): Taak | null {
    return this.taken.get(id) ?? null;
  }
}
