import { createHash, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../platform/clock/index.js';
import type { Actor, RequestContext } from '../../../platform/context/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { DomainError, ToegangIngetrokken } from '../../../platform/errors/index.js';
import { Authenticator, EdgeError, type Credentials } from '../../../platform/graphql/index.js';
import type { Log } from '../../../platform/logging/index.js';
import type { Admission, TokenVerifier } from './token-verifier.js';

/** Tokens of which this process knows that they stand in the log; an office has some hundreds a day. */
const REMEMBERED = 10_000;
/** Rows of tokens that are long over, taken away with each new one. */
const CLEARED = 50;

/** One at a time clears away. Of every instance only the first that sees a token under a role gets a row, and so writes the log. */
const FIRST_SIGHT = `
  with voorbij as (
    delete from aanmelding where token_hash in (
      select token_hash from aanmelding where verloopt_op < now() - interval '1 day'
      order by verloopt_op
      limit case when pg_try_advisory_xact_lock(hashtextextended('wlz-regie aanmelding', 0)) then ${CLEARED} else 0 end))
  insert into aanmelding (token_hash, verloopt_op) values ($1, $2)
  on conflict on constraint aanmelding_pkey do nothing returning token_hash`;

/**
 * Logs that somebody logged in: the first time a token is used under a role. Who cannot be logged is let through, for
 * every transaction that shows client data writes the log itself or fails; the next request tries again.
 */
export class LoginRecorder extends Authenticator {
  private readonly seen = new Map<string, Promise<void>>();

  constructor(
    private readonly verifier: Pick<TokenVerifier, 'admit'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  /** @throws EdgeError 403 when this person is kept out */
  async authenticate(credentials: Credentials): Promise<Actor> {
    const admission = await this.verifier.admit(credentials);
    const hash = createHash('sha256').update(`${admission.actor.rol} ${admission.token}`).digest();
    const key = hash.toString('base64');
    const known = this.seen.get(key) ?? this.remember(key, this.record(admission, hash, credentials));
    try {
      await known;
    } catch (error) {
      this.seen.delete(key);
      if (error instanceof ToegangIngetrokken) throw new EdgeError(403, 'FORBIDDEN', error.melding);
      this.log.warn({ err: error }, 'login not logged');
    }
    return admission.actor;
  }

  private remember(key: string, recorded: Promise<void>): Promise<void> {
    if (this.seen.size >= REMEMBERED) {
      const [oldest] = this.seen.keys();
      if (oldest !== undefined) this.seen.delete(oldest);
    }
    this.seen.set(key, recorded);
    return recorded;
  }

  private async record(
    { actor, expires }: Admission,
    hash: Buffer,
    { herkomst = {} }: Credentials,
  ): Promise<void> {
    const moment = { now: this.clock.now(), today: this.clock.today() };
    const ctx: RequestContext = {
      actor,
      requestId: randomUUID(),
      operatie: 'aanmelden',
      ...moment,
      ...herkomst,
    };
    const verlooptOp = Temporal.Instant.fromEpochMilliseconds(Math.round(expires * 1000)).toString();
    try {
      await this.unitOfWork.write(ctx, async (tx) => {
        const first = await tx.query(FIRST_SIGHT, [hash, verlooptOp]);
        if (first.length > 0) tx.happened('A10');
      });
    } catch (error) {
      if (error instanceof DomainError) await this.unitOfWork.recordRefusal(ctx, error);
      throw error;
    }
  }
}
