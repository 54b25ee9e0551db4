import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';

/** Providers that one transaction writes to. */
const AANBIEDERS_PER_KEER = 50;
/** Signals that a message names; the rest is in the number, and in the list that the receiver asks for. */
const MEEST_GENOEMD = 200;

interface Overzicht {
  /** AGB. */
  readonly instelling: string;
  readonly nadert: number;
  readonly teLaat: number;
  readonly jaarnorm: number;
  readonly signalen: readonly string[];
}

/** One message a day for each provider about the signals it was not told of yet: ids and counts, no care data. */
@Injectable()
export class Contactoverzicht {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /**
   * Writes to the next providers after `na` that have something new. Who had its message of the day already is told
   * tomorrow.
   * @returns the last provider it looked at; null when there are no more
   */
  async stuur(tx: Tx, dag: Day, na: string): Promise<string | null> {
    const overzichten = await tx.query<Overzicht>(
      `select s.instelling, count(*) filter (where s.soort = 'NADERT')::int as nadert,
         count(*) filter (where s.soort = 'TE_LAAT')::int as "teLaat",
         count(*) filter (where s.soort = 'JAARNORM_NIET_GEHAALD')::int as jaarnorm,
         array_agg(s.contactsignaal_id order by s.aanleiding, s.contactsignaal_id) as signalen
       from contactsignaal s
       where s.instelling > $1 and s.ingetrokken_op is null and s.beeindigd_op is null and s.soort <> 'ESCALATIE'
         and not exists (select from contactsignaal_melding m where m.contactsignaal_id = s.contactsignaal_id)
       group by s.instelling order by s.instelling limit ${AANBIEDERS_PER_KEER}`,
      [na],
    );
    for (const overzicht of overzichten) await this.post(tx, dag, overzicht);
    return overzichten.length < AANBIEDERS_PER_KEER ? null : (overzichten.at(-1)?.instelling ?? null);
  }

  private async post(tx: Tx, dag: Day, { instelling, signalen, ...aantallen }: Overzicht): Promise<void> {
    const posted = await this.outbox.post(tx, {
      soort: 'contact.overzicht',
      ontvanger: instelling,
      volgordesleutel: 'contact.overzicht',
      inhoud: { dag, ...aantallen, signalen: signalen.slice(0, MEEST_GENOEMD) },
      eenmalig: dag,
    });
    if (posted.length === 0) return;
    await tx.query(
      `insert into contactsignaal_melding (contactsignaal_id, dag) select unnest($1::uuid[]), $2
       on conflict do nothing`,
      [signalen, dag],
    );
  }
}
