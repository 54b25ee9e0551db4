import type { Instant } from '../../platform/clock/index.js';
import { RowSet, type Herkomst, type Put, type Tx } from '../../platform/database/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../platform/errors/index.js';
import type { Clientdossier, Contactgegevensrij } from './domain/clientdossier.js';
import { ClientEntity } from './entities/client.entity.js';
import { ContactgegevensEntity } from './entities/contactgegevens.entity.js';
import { ContactpersoonEntity } from './entities/contactpersoon.entity.js';

/** Whom a set of records is about. */
export interface ClientKeys {
  readonly clientIDs: readonly string[];
  readonly bsns: readonly string[];
  readonly contactpersoonIDs: readonly string[];
  readonly contactgegevensIDs: readonly string[];
}

/** Where a row comes from when it is new, and when it corrects what was there. */
export interface Herkomsten {
  readonly nieuw: Herkomst;
  readonly gewijzigd: Herkomst;
}

/** The keys under which everything these dossiers touch can be loaded. */
export function keysOf(dossiers: readonly Clientdossier[]): ClientKeys {
  return {
    clientIDs: dossiers.map(({ client }) => client.clientID),
    bsns: dossiers.map(({ client }) => client.bsn),
    contactpersoonIDs: dossiers.flatMap(({ contactpersonen }) =>
      contactpersonen.map(({ contactpersoonID }) => contactpersoonID),
    ),
    contactgegevensIDs: dossiers.flatMap(({ contactgegevens }) =>
      contactgegevens.map(({ contactgegevensID }) => contactgegevensID),
    ),
  };
}

/** The clients a set of records is about, locked, with those who speak for them and how to reach them. */
export class ClientSet {
  private constructor(
    private readonly clienten: RowSet<ClientEntity>,
    private readonly contactpersonen: RowSet<ContactpersoonEntity>,
    private readonly contactgegevens: RowSet<ContactgegevensEntity>,
    private readonly byBsn: Map<string, string>,
  ) {}

  static async load(tx: Tx, keys: ClientKeys): Promise<ClientSet> {
    const clienten = await RowSet.load(
      tx,
      ClientEntity,
      { clientID: keys.clientIDs, bsn: keys.bsns },
      { lock: true },
    );
    const clientIDs = clienten.all().map(({ clientID }) => clientID);
    const contactpersonen = await RowSet.load(tx, ContactpersoonEntity, {
      clientID: clientIDs,
      contactpersoonID: keys.contactpersoonIDs,
    });
    const contactgegevens = await RowSet.load(tx, ContactgegevensEntity, {
      clientID: clientIDs,
      contactpersoonID: contactpersonen.all().map(({ contactpersoonID }) => contactpersoonID),
      contactgegevensID: keys.contactgegevensIDs,
    });
    const byBsn = new Map(clienten.all().map(({ bsn, clientID }) => [bsn, clientID]));
    return new ClientSet(clienten, contactpersonen, contactgegevens, byBsn);
  }

  get(clientID: string): ClientEntity | undefined {
    return this.clienten.get(clientID);
  }

  /** The id under which this BSN is registered. */
  clientIDOf(bsn: string): string | undefined {
    return this.byBsn.get(bsn);
  }

  /** Since when the client's data are as they are, to the millisecond: what a reader was shown as `geregistreerdOp`. */
  seenAt(clientID: string): Instant | undefined {
    return this.clienten.get(clientID)?.geregistreerdOp.replace(/(\.\d{3})\d*Z$/, '$1Z');
  }

  /** Everything known of a client, as a register would hand it on. */
  dossier(clientID: string): Clientdossier | undefined {
    const client = this.clienten.get(clientID);
    if (client === undefined) return undefined;
    const contactpersonen = this.contactpersonen.where((persoon) => persoon.clientID === clientID);
    const personen = new Set(contactpersonen.map(({ contactpersoonID }) => contactpersoonID));
    const contactgegevens = this.contactgegevens.where(
      (rij) =>
        rij.clientID === clientID || (rij.contactpersoonID !== null && personen.has(rij.contactpersoonID)),
    );
    return { client, contactpersonen, contactgegevens };
  }

  /**
   * Refuses a dossier that would mix two people: a BSN that stands under another client, or an id of a contact person
   * or of contact data that belongs to somebody else.
   * @throws DomainError
   */
  assertOwnIdentity(
    { client, contactpersonen, contactgegevens }: Clientdossier,
    pad: readonly string[] = [],
  ): void {
    const registered = this.byBsn.get(client.bsn);
    if (registered !== undefined && registered !== client.clientID) {
      throw new RegelGeschonden(
        'P1',
        'OP137',
        'Deze persoon staat al onder een ander clientID geregistreerd.',
        [...pad, 'bsn'],
      );
    }
    const ids = [
      ...contactpersonen.map(({ contactpersoonID }) => contactpersoonID),
      ...contactgegevens.map(({ contactgegevensID }) => contactgegevensID),
    ];
    if (new Set(ids).size < ids.length) throw belongsElsewhere([...pad, 'contactgegevens']);
    for (const { contactpersoonID, clientID } of contactpersonen) {
      const known = this.contactpersonen.get(contactpersoonID);
      if (known !== undefined && known.clientID !== clientID)
        throw belongsElsewhere([...pad, 'contactpersonen']);
    }
    for (const rij of contactgegevens) {
      const known = this.contactgegevens.get(rij.contactgegevensID);
      if (known !== undefined && ownerOf(known) !== ownerOf(rij))
        throw belongsElsewhere([...pad, 'contactgegevens']);
    }
  }

  /**
   * Takes a dossier in. People and data that it does not name stay: they may come from the office itself.
   * Call `assertOwnIdentity` first.
   */
  put({ client, contactpersonen, contactgegevens }: Clientdossier, herkomsten: Herkomsten): Put {
    const { clientID } = client;
    const known = this.clienten.get(clientID);
    const outcomes: Put[] = [
      this.clienten.put({
        ...client,
        overlijdensdatum: known?.overlijdensdatum ?? null,
        overlijdenTeruggenomen: known?.overlijdenTeruggenomen ?? null,
        ...pick(herkomsten, known),
      }),
    ];
    for (const persoon of contactpersonen) {
      const herkomst = pick(herkomsten, this.contactpersonen.get(persoon.contactpersoonID));
      outcomes.push(this.contactpersonen.put({ ...persoon, ...herkomst }));
    }
    for (const rij of contactgegevens) {
      const herkomst = pick(herkomsten, this.contactgegevens.get(rij.contactgegevensID));
      outcomes.push(this.contactgegevens.put({ ...rij, ...herkomst }));
    }
    if (known !== undefined && known.bsn !== client.bsn) this.byBsn.delete(known.bsn);
    this.byBsn.set(client.bsn, clientID);
    if (outcomes.every((outcome) => outcome === 'ongewijzigd')) return 'ongewijzigd';
    // The client's own `geregistreerdOp` tells whether anything of the dossier changed since somebody looked.
    this.clienten.touch(clientID, herkomsten.gewijzigd);
    return known === undefined ? 'nieuw' : 'gewijzigd';
  }

  async flush(tx: Tx): Promise<void> {
    await this.clienten.flush(tx);
    await this.contactpersonen.flush(tx);
    await this.contactgegevens.flush(tx);
  }
}

function pick(herkomsten: Herkomsten, known: Herkomst | undefined): Herkomst {
  return known === undefined ? herkomsten.nieuw : herkomsten.gewijzigd;
}

function ownerOf({ clientID, contactpersoonID }: Contactgegevensrij): string | null {
  return clientID ?? contactpersoonID;
}

function belongsElsewhere(pad: readonly string[]): OngeldigeInvoer {
  return new OngeldigeInvoer('Deze identificatie is al in gebruik bij een ander dossier.', { pad });
}

/** The herkomst of something that becomes known now, by the actor of this request. */
export function herkomstOf(ctx: {
  readonly now: Instant;
  readonly actor: { readonly sub: string };
}): Herkomst {
  return { geregistreerdOp: ctx.now, geregistreerdDoor: ctx.actor.sub };
}
