import { Injectable } from '@nestjs/common';
import type { Day } from '../clock/index.js';
import type { RequestContext } from '../context/index.js';
import type { Tx } from '../database/index.js';

/** What one module tells the modules that build on it. */
export interface DomainEventPayloads {
  /** Fields of an indication changed that allocations or the order of the list rest on. */
  IndicatieGewijzigd: { readonly wlzIndicatieIDs: readonly string[] };
  /** An indication ends on a day; what was allocated under it ends with it. */
  IndicatieBeeindigd: {
    readonly wlzIndicatieID: string;
    readonly einddatum: Day;
    /** COD172. */
    readonly redenIntrekking: string;
  };
  /** Allocations were made, changed or ended. */
  SpecificatiesGewijzigd: { readonly bemiddelingspecificatieIDs: readonly string[] };
  /** Roles were given or ended, or who is responsible changed. Announced when everything of the change is stored. */
  BemiddelingenGewijzigd: { readonly bemiddelingIDs: readonly string[] };
  /** Places on the waiting list, or the care and afstel they follow from, changed; the list is already up to date. */
  WachtlijstGewijzigd: { readonly bemiddelingIDs: readonly string[] };
  /** A provider reports that the care of an allocation began. Not announced by imports, which take the register as it is. */
  ZorgBegonnen: { readonly bemiddelingspecificatieID: string; readonly ingangsdatum: Day };
}

type EventName = keyof DomainEventPayloads;
type Handler<Name extends EventName> = (
  ctx: RequestContext,
  tx: Tx,
  payload: DomainEventPayloads[Name],
) => Promise<void>;

/**
 * The announcements of a use case. Handlers run inside its transaction, one after the other, in order of registration:
 * a handler that fails takes the whole use case with it.
 */
@Injectable()
export class DomainEvents {
  private readonly handlers: { [Name in EventName]: Handler<Name>[] } = {
    IndicatieGewijzigd: [],
    IndicatieBeeindigd: [],
    SpecificatiesGewijzigd: [],
    BemiddelingenGewijzigd: [],
    WachtlijstGewijzigd: [],
    ZorgBegonnen: [],
  };

  on<Name extends EventName>(name: Name, handler: Handler<Name>): void {
    (this.handlers[name] as Handler<Name>[]).push(handler);
  }

  async announce<Name extends EventName>(
    ctx: RequestContext,
    tx: Tx,
    name: Name,
    payload: DomainEventPayloads[Name],
  ): Promise<void> {
    for (const handler of this.handlers[name] as Handler<Name>[]) await handler(ctx, tx, payload);
  }
}
