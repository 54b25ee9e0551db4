import fc from 'fast-check';
import { BeeindigingService, SpecificatiesService } from '../../../src/modules/bemiddeling/index.js';
import { findWachtlijst } from '../../../src/modules/wachtlijst/wachtlijst.queries.js';
import { addDays, type Day, type Instant } from '../../../src/platform/clock/index.js';
import type { Peiling, RequestContext } from '../../../src/platform/context/index.js';
import { DomainError } from '../../../src/platform/errors/index.js';
import type { PlantedAllocation } from './planter.js';
import { proces, zorgaanbieder, zorgkantoor, type TestRegister } from './register.js';

const PROVIDER = '99000001';
const BEGIN: Day = '2026-06-01';
/** Days of which lists are kept: past ones, today and one to come. */
export const OPS = ['2026-07-15', '2026-09-20', '2026-11-01', '2026-12-01'] as const;
const PAREN = [
  ['6', '03'],
  ['7', '11'],
  ['2', '13'],
  ['3', '13'],
] as const;

const SOORTEN = [
  'MELD',
  'MELD',
  'MELD',
  'CORRIGEER',
  'CORRIGEER',
  'ZORG',
  'ZORG',
  'AFSTEL',
  'EINDE',
  'OVERLIJDEN',
] as const;

/** One thing that happens to one of the allocations; what the rules refuse does not happen. */
export interface Stap {
  readonly soort: (typeof SOORTEN)[number];
  readonly wie: number;
  readonly dag: number;
  readonly welke: number;
  /** Within the same millisecond as the step before. */
  readonly tegelijk: boolean;
}

export const stap: fc.Arbitrary<Stap> = fc.record({
  soort: fc.constantFrom(...SOORTEN),
  wie: fc.nat(3),
  dag: fc.nat(150),
  welke: fc.nat(3),
  tegelijk: fc.boolean(),
});

/** What stood on the lists at a moment, as JSON, by the day of the list. */
export interface Waarneming {
  readonly moment: Instant;
  readonly lists: Readonly<Record<Day, string>>;
}

/** The lives of four clients in a register in which nobody else waits. */
export class Levensloop {
  private second = 0;

  private constructor(
    private readonly register: TestRegister,
    private readonly allocations: readonly PlantedAllocation[],
  ) {}

  static async begin(register: TestRegister): Promise<Levensloop> {
    await register.superuser.query('delete from wachtlijstplaats');
    await register.superuser.query('delete from wachtlijstplaats_historie');
    const allocations: PlantedAllocation[] = [];
    for (let count = 0; count < 4; count += 1) allocations.push(await register.plant.allocation());
    return new Levensloop(register, allocations);
  }

  get ids(): string[] {
    return this.allocations.map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
  }

  async live(step: Stap): Promise<void> {
    if (!step.tegelijk) this.second += 1;
    const allocation = this.allocations[step.wie];
    if (allocation === undefined) throw new Error('nobody lives this step');
    try {
      await this.act(step, allocation);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** The lists as they stand now, a millisecond after the last step. */
  async observe(): Promise<Waarneming> {
    const lists: Record<Day, string> = {};
    for (const op of OPS) lists[op] = await this.list({ op, zoalsBekendOp: null });
    return { moment: this.moment('.001'), lists };
  }

  /** A list as JSON, without the question that gave it. */
  async list(peiling: Peiling): Promise<string> {
    const rows = await this.rows(peiling);
    return JSON.stringify(rows.map(({ peiling: _asked, ...shown }) => shown));
  }

  async order(peiling: Peiling): Promise<string[]> {
    return (await this.rows(peiling)).map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
  }

  /** All that is kept of the places, past and present. */
  async stored(): Promise<unknown[]> {
    const { rows } = await this.register.superuser.query<Record<string, unknown>>(
      `select to_jsonb(h) as rij from wachtlijstplaats_historie h where bemiddelingspecificatie_id = any ($1)
       order by bemiddelingspecificatie_id, bekend_van, van`,
      [this.ids],
    );
    return rows;
  }

  private rows(peiling: Peiling) {
    return this.register.read(proces, (tx) =>
      findWachtlijst(proces, tx, { inclusiefVoorzorg: true }, null, null, peiling),
    );
  }

  private async act({ soort, dag, welke }: Stap, allocation: PlantedAllocation): Promise<void> {
    const { bemiddelingspecificatieID, clientID } = allocation;
    const ingangsdatum = addDays(BEGIN, dag);
    const known = { bemiddelingspecificatieID, versie: await this.versie(bemiddelingspecificatieID) };
    const provider = this.as(zorgaanbieder(PROVIDER));
    const office = this.as(zorgkantoor('5517'));
    const { app, wachtstatus, levering } = this.register;
    switch (soort) {
      case 'MELD': {
        const [leveringsstatus, leveringsstatusClassificatie] = PAREN[welke] ?? PAREN[0];
        await wachtstatus.reportUitstelperiode(provider, {
          ...known,
          ingangsdatum,
          leveringsstatus,
          leveringsstatusClassificatie,
        });
        return;
      }
      case 'CORRIGEER': {
        const uitstelperiodeID = await this.uitstelperiode(bemiddelingspecificatieID, welke);
        if (uitstelperiodeID !== null)
          await wachtstatus.correctUitstelperiode(provider, { ...known, uitstelperiodeID, ingangsdatum });
        return;
      }
      case 'ZORG':
        await levering.reportLeveringperiode(
          provider,
          welke < 2
            ? { ...known, ingangsdatum }
            : { ...known, einddatum: ingangsdatum, beeindigingReden: '20' },
        );
        return;
      case 'AFSTEL':
        await levering.reportAfstel(provider, { ...known, afsteldatum: ingangsdatum, reden: '01' });
        return;
      case 'EINDE':
        await app
          .get(SpecificatiesService, { strict: false })
          .endBemiddelingspecificatie(office, { ...known, einddatum: ingangsdatum });
        return;
      case 'OVERLIJDEN':
        if (dag % 3 === 0)
          await app
            .get(BeeindigingService, { strict: false })
            .registerOverlijden(office, { clientID, overlijdensdatum: ingangsdatum });
    }
  }

  private as(ctx: RequestContext): RequestContext {
    return { ...ctx, now: this.moment('.000') };
  }

  private moment(fraction: string): Instant {
    const [minute, second] = [Math.floor(this.second / 60), this.second % 60];
    return `2026-11-01T10:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}${fraction}Z`;
  }

  private async versie(id: string): Promise<number> {
    const { rows } = await this.register.superuser.query<{ versie: number }>(
      'select versie from bemiddelingspecificatie where bemiddelingspecificatie_id = $1',
      [id],
    );
    return rows[0]?.versie ?? 0;
  }

  private async uitstelperiode(id: string, welke: number): Promise<string | null> {
    const { rows } = await this.register.superuser.query<{ id: string }>(
      `select u.uitstelperiode_id as id from uitstelperiode u join levering l using (levering_id)
       where l.bemiddelingspecificatie_id = $1 order by u.geregistreerd_op, u.uitstelperiode_id`,
      [id],
    );
    return rows[welke % Math.max(rows.length, 1)]?.id ?? null;
  }
}
