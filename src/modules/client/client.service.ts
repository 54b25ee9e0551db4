import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NietGevonden, VersieVerouderd } from '../../platform/errors/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { assertClientCodes } from './client.codes.js';
import { assertMayChangeClient } from './client.policy.js';
import { findVerantwoordelijken } from './client.queries.js';
import { ClientSet, herkomstOf } from './client.repository.js';
import type { Bereikbaarheid } from './domain/clientopgave.js';
import { takenIn } from './domain/clientregels.js';
import { bereikbaarheidOf } from './domain/dossier-uit-opgave.js';
import type { Clientgegevens } from './domain/clientdossier.js';

/** What the office keeps of a client itself; name, birth and BSN come from the Indicatieregister and stay out of it. */
type EigenVelden = 'geheimeClient' | 'leefeenheid' | 'huisarts' | 'communicatievorm' | 'taal' | 'commentaar';

export type UpdateClientgegevens = Bereikbaarheid & {
  readonly clientID: string;
  /** The `geregistreerdOp` of the client that the actor saw. */
  readonly gezienOp: Instant;
} & { readonly [Veld in EigenVelden]?: Clientgegevens[Veld] | null };

@Injectable()
export class ClientService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Codelijsten) private readonly codelijsten: Codelijsten,
  ) {}

  /**
   * Changes how a client lives and can be reached. What is left out stays; somebody or something is ended by giving it
   * an einddatum.
   * @returns the clientID
   */
  updateClientgegevens(ctx: RequestContext, input: UpdateClientgegevens): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const { clientID } = input;
      const personen = input.contactpersonen ?? [];
      const gegevens = [
        ...(input.contactgegevens ?? []),
        ...personen.flatMap((p) => p.contactgegevens ?? []),
      ];
      const set = await ClientSet.load(tx, {
        clientIDs: [clientID],
        bsns: [],
        contactpersoonIDs: present(personen.map(({ contactpersoonID }) => contactpersoonID)),
        contactgegevensIDs: present(gegevens.map(({ contactgegevensID }) => contactgegevensID)),
      });
      const known = set.dossier(clientID);
      const verantwoordelijken = await findVerantwoordelijken(ctx, tx, clientID);
      if (known === undefined || verantwoordelijken.length === 0)
        throw new NietGevonden('De cliënt', ['clientID']);
      assertMayChangeClient(ctx.actor, verantwoordelijken);
      if (set.seenAt(clientID) !== input.gezienOp) throw new VersieVerouderd(['gezienOp']);

      const dossier = takenIn(
        {
          client: withStated(known.client, input),
          ...bereikbaarheidOf(input, clientID, known, randomUUID),
        },
        ctx.today,
      );
      assertClientCodes(this.codelijsten, dossier, ctx.today);
      set.assertOwnIdentity(dossier);
      const herkomst = herkomstOf(ctx);
      if (set.put(dossier, { nieuw: herkomst, gewijzigd: herkomst }) !== 'ongewijzigd') {
        await set.flush(tx);
        tx.changed(clientID, 'U');
      }
      return clientID;
    });
  }
}

function withStated(known: Clientgegevens, input: UpdateClientgegevens): Clientgegevens {
  const stated = <Veld extends EigenVelden>(veld: Veld): Clientgegevens[Veld] | null =>
    input[veld] === undefined ? known[veld] : input[veld];
  return {
    ...known,
    geheimeClient: stated('geheimeClient') ?? known.geheimeClient,
    leefeenheid: stated('leefeenheid'),
    huisarts: stated('huisarts'),
    communicatievorm: stated('communicatievorm'),
    taal: stated('taal'),
    commentaar: stated('commentaar'),
  };
}

function present(ids: readonly (string | null | undefined)[]): string[] {
  return ids.filter((id) => typeof id === 'string');
}
