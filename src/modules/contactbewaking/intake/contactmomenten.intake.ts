import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { instantInAmsterdam } from '../../../platform/clock/index.js';
import type { RequestContext } from '../../../platform/context/index.js';
import { RowSet, type Herkomst, type Tx } from '../../../platform/database/index.js';
import { NietGevonden } from '../../../platform/errors/index.js';
import type { Intake, IntakeOptions, Outcome } from '../../../platform/intake/index.js';
import { findOmgevingen, lockBemiddelingen, type LockedBemiddeling } from '../contactmoment.repository.js';
import {
  bezwaarTegen,
  contactsleutel,
  type Contactomgeving,
  type Contactopgave,
} from '../domain/contactregels.js';
import { ContactmomentEntity } from '../entities/contactmoment.entity.js';
import { Verplichtingenboek } from '../verplichtingenboek.js';
import { readContactmomenten } from './contactmomenten.file.js';
import { contactmomentRecord, type ContactmomentRecord } from './contactmomenten.schema.js';

/** What a set of records is judged by; each accepted record becomes part of it. */
interface Known {
  readonly bemiddelingen: ReadonlyMap<string, LockedBemiddeling>;
  readonly omgevingen: ReadonlyMap<string, Contactomgeving>;
  readonly contacten: RowSet<ContactmomentEntity>;
  /** Contacts by bemiddeling and sleutel; one that was withdrawn only when no other has its place. */
  readonly bySleutel: Map<string, ContactmomentEntity>;
}

/**
 * The file of contacts: csv with semicolons, key (bemiddelingID, datum, instelling, regierol, met, vorm). A contact that
 * was withdrawn here stays so when a later file still carries it.
 */
@Injectable()
export class ContactmomentenIntake implements Intake<ContactmomentRecord> {
  readonly soort = 'contactmomenten';
  readonly schema = contactmomentRecord;

  constructor(private readonly boek: Verplichtingenboek) {}

  records(text: string): readonly unknown[] {
    return readContactmomenten(text);
  }

  label(record: unknown): string {
    const { bemiddelingID, datum } = (record ?? {}) as Partial<Record<string, unknown>>;
    const { shape } = contactmomentRecord;
    // A field that is not what it should be may be anything, a BSN in a column too far to the left.
    return ['contact', shape.bemiddelingID.safeParse(bemiddelingID).data, shape.datum.safeParse(datum).data]
      .filter((part) => part !== undefined)
      .join(' ');
  }

  async process(
    ctx: RequestContext,
    tx: Tx,
    records: readonly ContactmomentRecord[],
    { bekendOp }: IntakeOptions,
  ): Promise<Outcome[]> {
    const known = await this.load(ctx, tx, records);
    const outcomes = records.map((record) => this.takeIn(ctx, tx, record, known, bekendOp));
    await known.contacten.flush(tx);
    const geraakt = records.filter(
      (_record, index) => outcomes[index] === 'nieuw' || outcomes[index] === 'gewijzigd',
    );
    await this.boek.bijwerken(
      ctx,
      tx,
      geraakt.map(({ bemiddelingID }) => bemiddelingID),
    );
    return outcomes;
  }

  private takeIn(
    ctx: RequestContext,
    tx: Tx,
    record: ContactmomentRecord,
    { bemiddelingen, omgevingen, contacten, bySleutel }: Known,
    bekendOp: IntakeOptions['bekendOp'],
  ): Outcome {
    const { bemiddelingID, ...rest } = record;
    const bemiddeling = bemiddelingen.get(bemiddelingID);
    const omgeving = omgevingen.get(bemiddelingID);
    if (bemiddeling === undefined || omgeving === undefined) {
      return new NietGevonden('De bemiddeling', ['bemiddelingID']);
    }
    const opgave: Contactopgave = { ...rest, gesproken: rest.gesproken === 'ja' };
    const bezwaar = bezwaarTegen(opgave, omgeving);
    if (bezwaar !== null) return bezwaar;

    const sleutel = sleutelVan(bemiddelingID, opgave);
    const before = bySleutel.get(sleutel);
    if (before?.ingetrokken === true) return 'ongewijzigd';
    const after: ContactmomentEntity = {
      contactmomentID: before?.contactmomentID ?? randomUUID(),
      bemiddelingID,
      ...opgave,
      ingetrokken: false,
      ...herkomstVan(ctx, record, before === undefined ? bekendOp : 'NU'),
    };
    const outcome = contacten.put(after);
    if (outcome === 'ongewijzigd') return outcome;
    bySleutel.set(sleutel, after);
    tx.changed(bemiddeling.clientID, outcome === 'nieuw' ? 'C' : 'U');
    return outcome;
  }

  private async load(ctx: RequestContext, tx: Tx, records: readonly ContactmomentRecord[]): Promise<Known> {
    const bemiddelingIDs = [...new Set(records.map(({ bemiddelingID }) => bemiddelingID))];
    const bemiddelingen = await lockBemiddelingen(ctx, tx, bemiddelingIDs);
    const contacten = await RowSet.load(tx, ContactmomentEntity, { bemiddelingID: bemiddelingIDs });
    const withdrawnFirst = contacten.all().sort((a, b) => Number(b.ingetrokken) - Number(a.ingetrokken));
    return {
      bemiddelingen,
      omgevingen: await findOmgevingen(ctx, tx, [...bemiddelingen.values()]),
      contacten,
      bySleutel: new Map(withdrawnFirst.map((row) => [sleutelVan(row.bemiddelingID, row), row])),
    };
  }
}

function sleutelVan(bemiddelingID: string, contact: Contactopgave): string {
  return `${bemiddelingID} ${contactsleutel(contact)}`;
}

/** On a first load of history we knew a contact on the day it was; the file tells no moment. */
function herkomstVan(
  ctx: RequestContext,
  { datum }: ContactmomentRecord,
  bekendOp: IntakeOptions['bekendOp'],
): Herkomst {
  const noon = instantInAmsterdam(datum, '12:00');
  const geregistreerdOp = bekendOp === 'VASTSTELLING' && noon < ctx.now ? noon : ctx.now;
  return { geregistreerdOp, geregistreerdDoor: ctx.actor.sub };
}
