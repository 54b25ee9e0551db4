import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import {
  NietGevonden,
  NietToegestaan,
  OngeldigeInvoer,
  VersieVerouderd,
} from '../../platform/errors/index.js';
import { bezwaarTegen, Geheimen } from '../../platform/outbox/index.js';
import { agbOfWebhook, receiverOf } from './taakbeheer.policy.js';

export interface RegisterWebhook {
  readonly url: string;
  /** 0 for the first one. */
  readonly versie: number;
}

/** A webhook after a change; the secret only when it is new. */
export interface WebhookGewijzigd {
  readonly agb: string;
  readonly geheim: string | null;
}

/** Hours in which the former secret signs along, so that a receiver can change over. */
const OVERGANG_UREN = 24;

/** The addresses that messages go to, their secrets, and messages that were given up. */
@Injectable()
export class WebhookService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Geheimen) private readonly geheimen: Geheimen,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Registers the address, or changes it. The first time, and after it was stopped, there is a new secret. */
  registerWebhook(ctx: RequestContext, { url, versie }: RegisterWebhook): Promise<WebhookGewijzigd> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const agb = this.owner(ctx);
      const bezwaar = bezwaarTegen(url, { alleenOpenbaar: this.config.production });
      if (bezwaar !== null) throw new OngeldigeInvoer(bezwaar, { pad: ['url'] });
      const known = await lock(tx, agb);
      if ((known?.versie ?? 0) !== versie) throw new VersieVerouderd();
      await save(tx, ctx, agb, { url, actief: true, nieuw: known === null });
      await tx.query('delete from webhook_stand where ontvanger = $1', [agb]);
      return { agb, geheim: known?.actief === true ? null : await this.newSecret(tx, agb, 0) };
    });
  }

  /** Gives a new secret; the old one signs along for a day. */
  rotateWebhookgeheim(ctx: RequestContext, versie: number): Promise<WebhookGewijzigd> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const agb = this.owner(ctx);
      const { url } = await this.active(tx, agb, versie);
      await save(tx, ctx, agb, { url, actief: true, nieuw: false });
      return { agb, geheim: await this.newSecret(tx, agb, OVERGANG_UREN) };
    });
  }

  /** Nothing is sent any more; what waits lapses in time. */
  stopWebhook(ctx: RequestContext, versie: number): Promise<WebhookGewijzigd> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const agb = agbOfWebhook(ctx.actor);
      const { url } = await this.active(tx, agb, versie);
      await save(tx, ctx, agb, { url, actief: false, nieuw: false });
      await tx.query('delete from webhook_geheim where ontvanger = $1', [agb]);
      return { agb, geheim: null };
    });
  }

  /** Offers a message that was given up once more, with as many attempts as a new one. It comes after later ones then. */
  retryBericht(ctx: RequestContext, berichtID: string): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const ontvanger = receiverOf(ctx.actor);
      const [bericht] = await tx.query<{ ontvanger: string }>(
        `update bericht set status = 'WACHT', pogingen = 0, volgende_poging_op = null, opgegeven_op = null
         where bericht_id = $1 and status = 'ONBESTELBAAR' and ($2::text is null or ontvanger = $2)
         returning ontvanger`,
        [berichtID, ontvanger],
      );
      if (bericht === undefined) throw new NietGevonden('Het onbestelbare bericht', ['berichtID']);
      await tx.query('delete from webhook_stand where ontvanger = $1', [bericht.ontvanger]);
      return berichtID;
    });
  }

  private owner(ctx: RequestContext): string {
    const agb = agbOfWebhook(ctx.actor);
    if (!this.geheimen.beschikbaar) {
      throw new NietToegestaan(
        'Webhooks zijn hier nog niet ingericht. Vraag het de beheerder (WEBHOOK_SLEUTEL).',
      );
    }
    return agb;
  }

  private async active(tx: Tx, agb: string, versie: number): Promise<{ url: string }> {
    const known = await lock(tx, agb);
    if (known === null || !known.actief) throw new NietGevonden('De webhook');
    if (known.versie !== versie) throw new VersieVerouderd();
    return known;
  }

  private async newSecret(tx: Tx, agb: string, overgangUren: number): Promise<string> {
    const geheim = this.geheimen.nieuw();
    await tx.query(
      `update webhook_geheim set geldig_tot = app_nu() + make_interval(hours => $2)
       where ontvanger = $1 and geldig_tot is null`,
      [agb, overgangUren],
    );
    await tx.query('delete from webhook_geheim where ontvanger = $1 and geldig_tot <= app_nu()', [agb]);
    await tx.query(
      `insert into webhook_geheim (ontvanger, geheim, aangemaakt_op) values ($1, $2, app_nu())`,
      [agb, await this.geheimen.versleutel(agb, geheim)],
    );
    return geheim;
  }
}

interface Known {
  readonly url: string;
  readonly actief: boolean;
  readonly versie: number;
}

async function lock(tx: Tx, agb: string): Promise<Known | null> {
  const [row] = await tx.query<Known>(
    'select url, actief, versie from webhook where ontvanger = $1 for update',
    [agb],
  );
  return row ?? null;
}

async function save(
  tx: Tx,
  ctx: RequestContext,
  agb: string,
  { url, actief, nieuw }: { url: string; actief: boolean; nieuw: boolean },
): Promise<void> {
  const sql = nieuw
    ? `insert into webhook (ontvanger, url, actief, geregistreerd_op, geregistreerd_door) values ($1, $2, $3, $4, $5)`
    : `update webhook set url = $2, actief = $3, versie = versie + 1, geregistreerd_op = $4, geregistreerd_door = $5
       where ontvanger = $1`;
  await tx.query(sql, [agb, url, actief, ctx.now, ctx.actor.sub]);
}
