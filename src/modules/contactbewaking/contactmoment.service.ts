import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { Mutations, RowSet, type Repeatable, type Tx } from '../../platform/database/index.js';
import { NietGevonden } from '../../platform/errors/index.js';
import { agbOfRecorder, assertMayCorrect } from './contactbewaking.policy.js';
import { findBemiddelingOfContact, findOmgevingen, lockBemiddelingen } from './contactmoment.repository.js';
import {
  alVastgelegd,
  bezwaarTegen,
  gecorrigeerd,
  isZelfdeContact,
  type Contactcorrectie,
  type Contactopgave,
} from './domain/contactregels.js';
import type { Contactvorm, Partij, Regierol } from './domain/verplichting.js';
import { ContactmomentEntity } from './entities/contactmoment.entity.js';
import { Verplichtingenboek } from './verplichtingenboek.js';

export interface RecordContactmoment extends Repeatable {
  readonly bemiddelingID: string;
  readonly datum: Day;
  readonly regierol: Regierol;
  readonly met: Partij;
  readonly vorm: Contactvorm;
  readonly gesproken: boolean;
}

export interface CorrectContactmoment extends Contactcorrectie, Repeatable {
  readonly contactmomentID: string;
}

/** A bemiddeling that is held, with its contacts. */
interface Contactboek {
  readonly clientID: string;
  readonly contacten: RowSet<ContactmomentEntity>;
  /** Why this contact cannot be recorded, thrown. */
  readonly assertMogelijk: (contact: Contactopgave) => void;
}

@Injectable()
export class ContactmomentService {
  constructor(
    @Inject(Mutations) private readonly mutations: Mutations,
    @Inject(Verplichtingenboek) private readonly boek: Verplichtingenboek,
  ) {}

  /**
   * Records a contact that the actor made in a regierol. The same contact once more gives the one that is there.
   * @returns the contactmomentID
   */
  recordContactmoment(ctx: RequestContext, input: RecordContactmoment): Promise<string> {
    return this.mutations.once(ctx, 'recordContactmoment', input, async (tx) => {
      const boek = await this.open(
        ctx,
        tx,
        input.bemiddelingID,
        () => new NietGevonden('De bemiddeling', ['bemiddelingID']),
      );
      const { bemiddelingID, datum, regierol, met, vorm, gesproken } = input;
      const opgave = { datum, instelling: agbOfRecorder(ctx.actor), regierol, met, vorm, gesproken };
      boek.assertMogelijk(opgave);
      const [bekend] = boek.contacten.where(
        (contact) => !contact.ingetrokken && isZelfdeContact(contact, opgave),
      );
      if (bekend !== undefined) {
        if (bekend.gesproken !== gesproken) throw alVastgelegd('gesproken');
        return bekend.contactmomentID;
      }
      const contactmomentID = randomUUID();
      boek.contacten.put({ contactmomentID, bemiddelingID, ...opgave, ingetrokken: false, ...herkomst(ctx) });
      await boek.contacten.flush(tx);
      await this.boek.bijwerken(ctx, tx, [bemiddelingID]);
      tx.changed(boek.clientID, 'C');
      return contactmomentID;
    });
  }

  /**
   * Puts an own contact right, or withdraws it. What it said before stays in the history.
   * @returns the contactmomentID
   */
  correctContactmoment(ctx: RequestContext, input: CorrectContactmoment): Promise<string> {
    return this.mutations.once(ctx, 'correctContactmoment', input, async (tx) => {
      const { contactmomentID } = input;
      const unknown = (): NietGevonden => new NietGevonden('Het contactmoment', ['contactmomentID']);
      const bemiddelingID = await findBemiddelingOfContact(tx, contactmomentID);
      if (bemiddelingID === null) throw unknown();
      const boek = await this.open(ctx, tx, bemiddelingID, unknown);
      const before = boek.contacten.get(contactmomentID);
      if (before === undefined) throw unknown();
      assertMayCorrect(ctx.actor, before);
      const after = gecorrigeerd(before, input);
      if (!after.ingetrokken) {
        boek.assertMogelijk(after);
        const others = boek.contacten.where((contact) => contact.contactmomentID !== contactmomentID);
        if (others.some((contact) => !contact.ingetrokken && isZelfdeContact(contact, after))) {
          throw alVastgelegd('contactmomentID');
        }
      }
      if (boek.contacten.put({ ...after, ...herkomst(ctx) }) === 'gewijzigd') {
        await boek.contacten.flush(tx);
        await this.boek.bijwerken(ctx, tx, [bemiddelingID]);
        tx.changed(boek.clientID, 'U');
      }
      return contactmomentID;
    });
  }

  private async open(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingID: string,
    unknown: () => NietGevonden,
  ): Promise<Contactboek> {
    const locked = (await lockBemiddelingen(ctx, tx, [bemiddelingID])).get(bemiddelingID);
    if (locked === undefined) throw unknown();
    const omgeving = (await findOmgevingen(ctx, tx, [locked])).get(bemiddelingID);
    const contacten = await RowSet.load(tx, ContactmomentEntity, { bemiddelingID: [bemiddelingID] });
    return {
      clientID: locked.clientID,
      contacten,
      assertMogelijk: (contact) => {
        const bezwaar = omgeving === undefined ? unknown() : bezwaarTegen(contact, omgeving);
        if (bezwaar !== null) throw bezwaar;
      },
    };
  }
}

function herkomst(ctx: RequestContext): { geregistreerdOp: string; geregistreerdDoor: string } {
  return { geregistreerdOp: ctx.now, geregistreerdDoor: ctx.actor.sub };
}
