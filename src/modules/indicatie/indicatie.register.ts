import { Inject, Injectable } from '@nestjs/common';
import { instantInAmsterdam } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { DomainEvents, type DomainEventPayloads } from '../../platform/events/index.js';
import type { IntakeOptions, Outcome } from '../../platform/intake/index.js';
import {
  assertClientCodes,
  clientdossierTakenIn,
  ClientSet,
  herkomstOf,
  keysOf,
  proseOf,
  type Clientdossier,
  type Herkomsten,
} from '../client/index.js';
import { Codelijsten } from '../codelijst/index.js';
import type { Indicatiedossier, Indicatiegegevens } from './domain/indicatiedossier.js';
import { assertIndicatie, assertNaGeboorte } from './domain/indicatieregels.js';
import {
  assertNietGelijktijdig,
  isNieuwste,
  opgevolgdDoor,
  werkelijkeEinddatum,
} from './domain/opvolging.js';
import { assertIndicatieCodes } from './indicatie.codes.js';
import { indicatieKeysOf, IndicatieSet } from './indicatie.repository.js';

/** A decision and the person it is about, as one record of the Indicatieregister holds them. */
export interface Registratie {
  readonly client: Clientdossier;
  readonly indicatie: Indicatiedossier;
}

export interface RegistratieOptions extends IntakeOptions {
  /** Where the fields of the indication stand in what was handed in, for the path of a refusal. */
  readonly pad: readonly string[];
}

/** COD172: the former indication ended because of a new one. */
const HERINDICATIE = '3';
const CLIENT_PAD = ['client'];

/** What a set brought about, to tell the modules that build on indications. */
interface Gevolgen {
  readonly gewijzigd: Set<string>;
  readonly beeindigd: DomainEventPayloads['IndicatieBeeindigd'][];
}

/** The one way in which indications come into the register, one by one or by the file. */
@Injectable()
export class IndicatieRegister {
  constructor(
    @Inject(Codelijsten) private readonly codelijsten: Codelijsten,
    @Inject(DomainEvents) private readonly events: DomainEvents,
  ) {}

  /**
   * Registers decisions in order; a later one sees what an earlier one brought.
   * @returns one outcome per registration, in the same order; a refused one has changed nothing
   */
  async register(
    ctx: RequestContext,
    tx: Tx,
    registraties: readonly Registratie[],
    options: RegistratieOptions,
  ): Promise<Outcome[]> {
    const clienten = await ClientSet.load(tx, keysOf(registraties.map(({ client }) => client)));
    const indicaties = await IndicatieSet.load(
      tx,
      indicatieKeysOf(registraties.map(({ indicatie }) => indicatie)),
    );
    const gevolgen: Gevolgen = { gewijzigd: new Set(), beeindigd: [] };
    const outcomes = registraties.map((registratie): Outcome => {
      try {
        return this.take(ctx, tx, registratie, clienten, indicaties, gevolgen, options);
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
    await clienten.flush(tx);
    await indicaties.flush(tx);
    for (const payload of gevolgen.beeindigd)
      await this.events.announce(ctx, tx, 'IndicatieBeeindigd', payload);
    if (gevolgen.gewijzigd.size > 0) {
      await this.events.announce(ctx, tx, 'IndicatieGewijzigd', { wlzIndicatieIDs: [...gevolgen.gewijzigd] });
    }
    return outcomes;
  }

  /** Refuses before it changes anything. */
  private take(
    ctx: RequestContext,
    tx: Tx,
    registratie: Registratie,
    clienten: ClientSet,
    indicaties: IndicatieSet,
    gevolgen: Gevolgen,
    { pad, bekendOp }: RegistratieOptions,
  ): Outcome {
    const client = clientdossierTakenIn(registratie.client, ctx.today, CLIENT_PAD);
    const dossier = takenIn(registratie.indicatie, pad);
    assertClientCodes(this.codelijsten, client, ctx.today, CLIENT_PAD);
    assertIndicatie(dossier, pad);
    assertNaGeboorte(dossier.indicatie.ingangsdatum, client.client.geboortedatum, pad);
    assertIndicatieCodes(this.codelijsten, dossier, pad);
    clienten.assertOwnIdentity(client, CLIENT_PAD);
    indicaties.assertOwnIdentity(dossier, pad);
    const { indicatie } = dossier;
    const andere = indicaties.andere(indicatie);
    assertNietGelijktijdig(indicatie, andere, pad);

    const { wlzIndicatieID, clientID } = indicatie;
    const herkomsten = herkomstenOf(ctx, indicatie, bekendOp);
    const isNewClient = clienten.get(clientID) === undefined;
    // An older decision says nothing about how the client is now.
    const overClient =
      isNewClient || isNieuwste(indicatie, andere) ? clienten.put(client, herkomsten) : 'ongewijzigd';
    const wasKnown = indicaties.get(wlzIndicatieID) !== undefined;
    const einddatum = werkelijkeEinddatum(indicatie, andere);
    const overIndicatie = indicaties.put({ ...dossier, indicatie: { ...indicatie, einddatum } }, herkomsten);
    for (const afsluiting of opgevolgdDoor(indicatie, andere)) {
      indicaties.end(afsluiting.indicatie, afsluiting.einddatum, herkomsten);
      gevolgen.beeindigd.push({
        wlzIndicatieID: afsluiting.indicatie.wlzIndicatieID,
        einddatum: afsluiting.einddatum,
        redenIntrekking: HERINDICATIE,
      });
    }
    if (wasKnown && overIndicatie === 'gewijzigd') gevolgen.gewijzigd.add(wlzIndicatieID);
    if (overClient === 'ongewijzigd' && overIndicatie === 'ongewijzigd') return 'ongewijzigd';
    tx.changed(clientID, isNewClient ? 'C' : 'U');
    return wasKnown ? 'gewijzigd' : 'nieuw';
  }
}

function takenIn(dossier: Indicatiedossier, pad: readonly string[]): Indicatiedossier {
  return {
    ...dossier,
    indicatie: {
      ...dossier.indicatie,
      commentaar: proseOf(dossier.indicatie.commentaar, [...pad, 'commentaar']),
    },
    zorgzwaartepakketten: dossier.zorgzwaartepakketten.map((zzp, index) => ({
      ...zzp,
      commentaar: proseOf(zzp.commentaar, [
        ...pad,
        'geindiceerdZorgzwaartepakket',
        String(index),
        'commentaar',
      ]),
    })),
  };
}

/** A first load of history takes the day of the decision as the day we knew; a correction is always known from now. */
function herkomstenOf(
  ctx: RequestContext,
  { afgiftedatum }: Indicatiegegevens,
  bekendOp: IntakeOptions['bekendOp'],
): Herkomsten {
  const gewijzigd = herkomstOf(ctx);
  if (bekendOp === 'NU') return { nieuw: gewijzigd, gewijzigd };
  const afgifte = instantInAmsterdam(afgiftedatum, '00:00');
  const geregistreerdOp = afgifte < ctx.now ? afgifte : ctx.now;
  return { nieuw: { ...gewijzigd, geregistreerdOp }, gewijzigd };
}
