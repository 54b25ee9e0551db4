import {
  findWerkvoorraad,
  type WerkregelRow,
  type WerkvoorraadFilter,
} from '../../../src/modules/termijn/index.js';
import type { Day } from '../../../src/platform/clock/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import { aanbieder, LINDE, proces, TODAY, type Register } from '../overbrugging/register.js';
import type { PlantedAllocation, Planting } from '../wachtlijst/planter.js';

/** Hands to plant allocations that were decided on a day, and to read the lines of work about them. */
export interface Werkhanden {
  readonly lines: (ctx: RequestContext, filter?: WerkvoorraadFilter) => Promise<WerkregelRow[]>;
  /** The lines about one client, as short texts. */
  readonly linesOf: (
    about: { readonly clientID: string },
    today?: Day,
    filter?: WerkvoorraadFilter,
  ) => Promise<string[]>;
  /** An allocation that was decided on a day. */
  readonly decidedOn: (day: Day, planting?: Planting) => Promise<PlantedAllocation>;
  /** Its provider reports that the client waits since a day. */
  readonly waits: (planted: PlantedAllocation, day: Day, over?: Wachtopgave) => Promise<unknown>;
}

export interface Wachtopgave {
  readonly versie?: number;
  readonly leveringsstatus?: string;
  readonly leveringsstatusClassificatie?: string;
  readonly einddatum?: Day;
}

export function werkhanden(register: Register): Werkhanden {
  const lines: Werkhanden['lines'] = (ctx, filter = {}) =>
    register.read(ctx, (tx) => findWerkvoorraad(ctx, tx, filter, null, null));
  return {
    lines,
    linesOf: async ({ clientID }, today = TODAY, filter = {}) => {
      const found = await lines(proces(today), filter);
      return found
        .filter((line) => line.clientID === clientID)
        .map(({ soort, voor, uiterlijk, status, dagenTeLaat, regel }) =>
          [soort, voor, uiterlijk, status, dagenTeLaat, regel].join(' '),
        );
    },
    decidedOn: async (day, planting = {}) => {
      const planted = await register.plant.allocation(planting);
      const { bemiddelingspecificatieID } = planted;
      await register.sql(
        `update bemiddelingspecificatie set vaststelling_moment = $2 where bemiddelingspecificatie_id = $1`,
        [bemiddelingspecificatieID, `${day}T09:00:00Z`],
      );
      await register.sql(
        `delete from bemiddelingspecificatie_historie where bemiddelingspecificatie_id = $1`,
        [bemiddelingspecificatieID],
      );
      return planted;
    },
    waits: ({ bemiddelingspecificatieID }, day, over = {}) =>
      register.wachtstatus.reportUitstelperiode(
        { ...aanbieder(LINDE, day), today: TODAY },
        {
          bemiddelingspecificatieID,
          versie: 1,
          ingangsdatum: day,
          vaststellingMoment: `${day}T10:00:00.000Z`,
          leveringsstatus: '2',
          leveringsstatusClassificatie: '13',
          ...over,
        },
      ),
  };
}
