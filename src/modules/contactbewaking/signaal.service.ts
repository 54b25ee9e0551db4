import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { Mutations, type Repeatable, type Tx } from '../../platform/database/index.js';
import { NietGevonden, OngeldigeInvoer, RegelGeschonden } from '../../platform/errors/index.js';
import { assertMaySnooze } from './contactbewaking.policy.js';
import { findSignalenByID } from './signaal.queries.js';

export interface SnoozeSignaal extends Repeatable {
  readonly signaalID: string;
  /** Last day on which nobody needs to look at it. */
  readonly tot: Day;
  readonly reden: string;
}

/** The rule on putting a signal off. */
const REGEL = 'C3';

/** What people do with signals; what a signal says is for the daily task alone. */
@Injectable()
export class SignaalService {
  constructor(@Inject(Mutations) private readonly mutations: Mutations) {}

  /**
   * Puts a living signal off until a day, with a reason. The cause stays, and so does the list of obligations.
   * @returns the signaalID
   */
  snoozeSignaal(ctx: RequestContext, input: SnoozeSignaal): Promise<string> {
    return this.mutations.once(ctx, 'snoozeSignaal', input, async (tx) => {
      const { signaalID, tot } = input;
      await lock(tx, signaalID);
      const signaal = (await findSignalenByID(ctx, tx, [signaalID])).get(signaalID);
      if (signaal === undefined) throw new NietGevonden('Het signaal', ['signaalID']);
      assertMaySnooze(ctx.actor, signaal);
      const reden = input.reden.trim();
      if (reden === '') throw new OngeldigeInvoer('Geef een reden.', { pad: ['reden'] });
      if (!signaal.levend) throw new RegelGeschonden(REGEL, null, 'Dit signaal is voorbij.', ['signaalID']);
      const uiterlijk = addDays(ctx.today, await maxSluimerdagen(tx));
      if (tot < ctx.today) throw new RegelGeschonden(REGEL, null, 'Die dag is voorbij.', ['tot']);
      if (tot > uiterlijk)
        throw new RegelGeschonden(REGEL, null, 'Zo lang kan een signaal niet worden uitgesteld.', ['tot']);
      await putOff(ctx, tx, { ...input, reden });
      tx.changed(signaal.clientID, 'U');
      return signaalID;
    });
  }
}

/** The rights of people on signals are to read them: what they may change of one is what this function changes. */
async function putOff(ctx: RequestContext, tx: Tx, { signaalID, tot, reden }: SnoozeSignaal): Promise<void> {
  await tx.asRegister(() =>
    tx.query(
      `update contactsignaal set sluimert_tot = $2, sluimerreden = $3, geregistreerd_op = app_nu(),
         geregistreerd_door = $4
       where contactsignaal_id = $1`,
      [signaalID, tot, reden, ctx.actor.sub],
    ),
  );
}

async function lock(tx: Tx, signaalID: string): Promise<void> {
  await tx.asRegister(() =>
    tx.query('select from contactsignaal where contactsignaal_id = $1 for no key update', [signaalID]),
  );
}

async function maxSluimerdagen(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ dagen: number }>(
    `select dagen from signaaltermijn
     where soort = 'SLUIMER' and daterange(geldig_vanaf, geldig_tot, '[]') @> (select app_vandaag())
     order by geldig_vanaf desc limit 1`,
  );
  return row?.dagen ?? 0;
}
