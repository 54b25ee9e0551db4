import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { RegiehoudersService, SpecificatiesService } from '../../../../src/modules/bemiddeling/index.js';
import {
  Contactbewaking,
  ContactmomentService,
  ContactnormService,
} from '../../../../src/modules/contactbewaking/index.js';
import { LeveringService, WachtstatusService } from '../../../../src/modules/wachtlijst/index.js';
import { addDays, dayInAmsterdam, type Day, type Instant } from '../../../../src/platform/clock/index.js';
import type { Actor, RequestContext } from '../../../../src/platform/context/index.js';
import { DomainError } from '../../../../src/platform/errors/index.js';
import { Taakrunner } from '../../../../src/platform/scheduling/index.js';
import type { Registratie, Norm } from '../../../support/contactboek-oracle.js';
import { HandClock } from '../../scheduling/instances.js';
import { LINDE, openRegister, type Register } from '../register.js';
import { openDeur, type Deur, type Wie } from './deur.js';

export const KANTOOR = '5517';
const BEGIN = '2025-01-01';
const START: Day = '2026-03-01';
const TABLES = `bericht, contactsignaal_melding, contactsignaal_historie, contactsignaal, contactverplichting_historie,
  contactverplichting, contactboek_achterstand, contactmoment, contactmoment_historie, wachtlijstplaats, afstel,
  leveringperiode, uitstelperiode, levering, regiehouder, bemiddelingspecificatie, bemiddeling, indicatie, client,
  taakrun`;

/** The register with a clock that the test moves, and the use cases and the API through which everything happens. */
export class Wereld {
  readonly bemiddelingen: { bemiddelingID: string; clientID: string; specificatieID: string }[] = [];
  private app: INestApplicationContext;

  private constructor(
    readonly register: Register,
    readonly clock: HandClock,
    private deur: Deur,
  ) {
    this.app = register.app;
  }

  static async open(): Promise<Wereld> {
    const clock = new HandClock(`${START}T08:00:00.000Z`);
    const register = await openRegister(clock);
    return new Wereld(register, clock, await openDeur(register.database.url, clock));
  }

  async close(): Promise<void> {
    await this.deur.close();
    await this.register.close();
  }

  get today(): Day {
    return this.clock.today();
  }

  /** An empty register with so many clients at one provider, each allocated verblijf since 2025. */
  async begin(clients: number): Promise<void> {
    await this.register.sql(`truncate ${TABLES} cascade`);
    await this.register.sql(`delete from contactnorm where zorgkantoor is not null`);
    this.clock.nu = `${START}T08:00:00.000Z`;
    this.bemiddelingen.length = 0;
    for (let nth = 0; nth < clients; nth += 1) await this.client(nth);
  }

  /** Moves to a later day. */
  verstrijk(days: number): void {
    this.clock.nu = `${addDays(this.today, days)}T08:00:00.000Z`;
  }

  /** Runs a use case one second later; a refusal is as good as nothing. @returns whether it was accepted */
  async doe(
    actor: Partial<Actor> & Pick<Actor, 'rol'>,
    work: (ctx: RequestContext, app: INestApplicationContext) => Promise<unknown>,
  ): Promise<boolean> {
    const now = this.tik();
    const ctx: RequestContext = {
      actor: { sub: 'model', rollen: [actor.rol], uzovi: [], agb: null, ...actor },
      requestId: randomUUID(),
      operatie: 'model',
      now,
      today: dayInAmsterdam(now),
    };
    try {
      await work(ctx, this.app);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  /** The same through the API: a mutation over HTTP. */
  vraag(wie: Wie, mutatie: string, input: Record<string, unknown>): Promise<boolean> {
    this.tik();
    return this.deur.vraag(wie, mutatie, input);
  }

  /** The process ends and another begins. */
  async herstart(): Promise<void> {
    const former = this.app;
    this.app = await this.register.another();
    if (former !== this.register.app) await former.close();
  }

  taak(): { runner: Taakrunner; taak: Contactbewaking['taak'] } {
    return {
      runner: this.app.get(Taakrunner, { strict: false }),
      taak: this.app.get(Contactbewaking, { strict: false }).taak,
    };
  }

  services(app: INestApplicationContext) {
    const get = { strict: false };
    return {
      contacten: app.get(ContactmomentService, get),
      regie: app.get(RegiehoudersService, get),
      specificaties: app.get(SpecificatiesService, get),
      wachtstatus: app.get(WachtstatusService, get),
      levering: app.get(LeveringService, get),
      normen: app.get(ContactnormService, get),
    };
  }

  /** What is registered, as the other code takes it. */
  async registraties(): Promise<Registratie[]> {
    return this.register.sql<Registratie>(
      `select b.bemiddeling_id as "bemiddelingID", b.verantwoordelijk_zorgkantoor as zorgkantoor,
         coalesce((select json_agg(json_build_object('rol', regierol, 'instelling', instelling, 'van', ingangsdatum,
           'tot', einddatum)) from regiehouder r where r.bemiddeling_id = b.bemiddeling_id), '[]') as rollen,
         coalesce((select json_agg(json_build_object('datum', datum, 'instelling', instelling, 'rol', regierol,
           'met', met)) from contactmoment c
           where c.bemiddeling_id = b.bemiddeling_id and gesproken and not ingetrokken), '[]') as contacten,
         coalesce((select json_agg(json_build_object('tot', s.toewijzing_einddatum,
           'afstel', (select afsteldatum from afstel a where a.levering_id = l.levering_id),
           'zorg', coalesce((select json_agg(json_build_object('van', ingangsdatum, 'tot', einddatum))
             from leveringperiode p where p.levering_id = l.levering_id), '[]'),
           'uitstel', coalesce((select json_agg(json_build_object('van', ingangsdatum, 'tot', einddatum,
             'status', leveringsstatus, 'klas', leveringsstatus_classificatie, 'moment', vaststelling_moment))
             from uitstelperiode u where u.levering_id = l.levering_id), '[]')))
           from bemiddelingspecificatie s join levering l using (bemiddelingspecificatie_id)
           where s.bemiddeling_id = b.bemiddeling_id), '[]') as toewijzingen
       from bemiddeling b order by 1`,
    );
  }

  normen(): Promise<Norm[]> {
    return this.register.sql<Norm>(
      `select regierol as rol, leveringsstatus as status, classificatie as klas, max_dagen as dagen,
         geldig_vanaf::text as van, geldig_tot::text as tot, zorgkantoor from contactnorm`,
    );
  }

  private tik(): Instant {
    this.clock.nu = Temporal.Instant.from(this.clock.nu)
      .add({ seconds: 1 })
      .toString({ fractionalSecondDigits: 3 });
    return this.clock.nu;
  }

  private async client(nth: number): Promise<void> {
    const [clientID, wlzIndicatieID] = [randomUUID(), randomUUID()];
    const sql = (text: string, params: readonly unknown[]): Promise<{ id: string }[]> =>
      this.register.sql(text, params);
    await sql(
      `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
       values ($1, $2, '1940-02-29', '2', $3, 'model')`,
      [clientID, nthBsn(nth), BEGIN],
    );
    await sql(
      `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
         initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
       values ($1, $2, 1, '1', $3::date, $3::date, $4, $3::date, 'model')`,
      [wlzIndicatieID, clientID, BEGIN, KANTOOR],
    );
    await sql(
      `insert into geindiceerd_zorgzwaartepakket (geindiceerd_zorgzwaartepakket_id, wlz_indicatie_id, zzp_code,
         ingangsdatum, financiering, geregistreerd_op, geregistreerd_door)
       values ($1, $2, '754', $3::date, '1', $3::date, 'model')`,
      [randomUUID(), wlzIndicatieID, BEGIN],
    );
    let specificatieID = '';
    await this.doe({ rol: 'ZORGKANTOOR', uzovi: [KANTOOR] }, async (ctx, app) => {
      specificatieID = await this.services(app).specificaties.createBemiddelingspecificatie(ctx, {
        wlzIndicatieID,
        leveringsvorm: '4',
        zzpCode: '754',
        toewijzingIngangsdatum: '2025-03-01',
        instelling: LINDE,
        percentage: 10000,
        opname: '1',
        regiehouder: { instelling: LINDE },
      });
    });
    const [row] = await sql(
      'select bemiddeling_id as id from bemiddelingspecificatie where bemiddelingspecificatie_id = $1',
      [specificatieID],
    );
    if (row === undefined) throw new Error('the model could not begin');
    this.bemiddelingen.push({ bemiddelingID: row.id, clientID, specificatieID });
  }
}

function isBsn(digits: string): boolean {
  return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0;
}

function nthBsn(nth: number): string {
  let found = -1;
  for (let number = 999_940_000; ; number += 1) {
    if (isBsn(String(number))) found += 1;
    if (found === nth) return String(number);
  }
}
