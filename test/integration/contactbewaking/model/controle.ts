import { expect } from '@jest/globals';
import { addDays, type Day } from '../../../../src/platform/clock/index.js';
import {
  plichtenOp,
  Vlaggen,
  type Norm,
  type Plicht,
  type Registratie,
} from '../../../support/contactboek-oracle.js';
import type { Wereld } from './wereld.js';

/** Days around today on which the ledger is held against the other code; its rows reach into past and future. */
const AROUND = [-400, -150, -31, -1, 0, 1, 35, 200];

/** What must hold after every step, worked out by other code from what was registered. */
export class Controle {
  stappen = 0;
  private readonly vlaggen = new Vlaggen((id, day) => this.plichten(id, day));
  private registraties = new Map<string, Registratie>();
  private normen: readonly Norm[] = [];
  private memo = new Map<string, Plicht[]>();

  /** The task ran for these days, the last of which is today. */
  async gelopen(wereld: Wereld, days: readonly Day[]): Promise<void> {
    await this.lees(wereld);
    const ids = [...this.registraties.keys()];
    for (const day of days) this.vlaggen.run(ids, day, day === wereld.today);
  }

  async kijk(wereld: Wereld, wat: string): Promise<void> {
    this.stappen += 1;
    await this.lees(wereld);
    const days = AROUND.map((offset) => addDays(wereld.today, offset));
    expect([wat, await this.boek(wereld, days)]).toEqual([wat, this.verwacht(days)]);
    expect([wat, await signalen(wereld)]).toEqual([wat, this.vlaggen.stand()]);
    expect([wat, await dubbel(wereld)]).toEqual([wat, []]);
  }

  private async lees(wereld: Wereld): Promise<void> {
    this.registraties = new Map((await wereld.registraties()).map((one) => [one.bemiddelingID, one]));
    this.normen = await wereld.normen();
    this.memo = new Map();
  }

  private plichten(id: string, day: Day): Plicht[] {
    const key = `${id} ${day}`;
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    const reg = this.registraties.get(id);
    const found = reg === undefined ? [] : plichtenOp(reg, this.normen, day);
    this.memo.set(key, found);
    return found;
  }

  private verwacht(days: readonly Day[]): string[] {
    return days
      .flatMap((day) =>
        [...this.registraties.keys()].flatMap((id) =>
          this.plichten(id, day).map(
            ({ bemiddelingID, soort, instelling, begin, uiterlijk, teLaat, jaarnormdag }) =>
              [day, bemiddelingID, soort, instelling, begin, uiterlijk, teLaat, jaarnormdag].join(' '),
          ),
        ),
      )
      .sort();
  }

  private async boek(wereld: Wereld, days: readonly Day[]): Promise<string[]> {
    const rows = await wereld.register.sql<{ regel: string }>(
      `select concat_ws(' ', dag, v.bemiddeling_id, v.soort, v.instelling, v.begin, v.uiterlijk,
         case when v.te_laat_sinds <= dag then 'true' else 'false' end, coalesce(v.voorlaatste_contact, v.begin) + 366) as regel
       from unnest($1::date[]) as dag
       join contactverplichting v on v.van <= dag and (v.tot is null or v.tot >= dag)`,
      [days],
    );
    return rows.map(({ regel }) => regel).sort();
  }
}

async function signalen(wereld: Wereld): Promise<string[]> {
  const rows = await wereld.register.sql<{ regel: string }>(
    `select concat_ws(' ', bemiddeling_id, verplichting, soort, aanleiding, instelling, vastgesteld_op,
       coalesce(ingetrokken_op::text, '-'), coalesce(beeindigd_op::text, '-')) as regel
     from contactsignaal`,
  );
  return rows.map(({ regel }) => regel).sort();
}

/** A signal that was there must never be gone, and no two obligations may stand open beside each other. */
async function dubbel(wereld: Wereld): Promise<unknown[]> {
  return wereld.register.sql(
    `select bemiddeling_id, soort from contactverplichting where tot is null group by 1, 2 having count(*) > 1
     union all
     select h.bemiddeling_id, h.soort from contactsignaal_historie h
     where not exists (select from contactsignaal s where s.contactsignaal_id = h.contactsignaal_id)`,
  );
}
