import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NietGevonden, VersieVerouderd } from '../../../platform/errors/index.js';
import type { RolVanMens } from '../tokens/claims.js';
import { assertCanBeBlocked, assertMayBlock } from './blokkade.policy.js';
import type { Blokkadereden } from './blokkade.queries.js';

export interface Blokkade {
  /** Subject of the tokens of this person. */
  readonly sub: string;
  /** Null for every role. */
  readonly rol: RolVanMens | null;
  readonly reden: Blokkadereden;
}

/** Keeps people out whose tokens are still good: each transaction looks here, so it holds from the commit on. */
@Injectable()
export class BlokkadeService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Who is kept out already stays so, for the first reason. @returns id of the row */
  block(ctx: RequestContext, { sub, rol, reden }: Blokkade): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayBlock(ctx.actor);
      assertCanBeBlocked(ctx.actor, sub);
      const params = [sub, rol];
      const [made] = await tx.query<{ id: string }>(
        `insert into geblokkeerde_gebruiker as oud (sub, rol, reden, van, geregistreerd_op, geregistreerd_door)
         values ($1, $2, $3, app_nu(), app_nu(), $4)
         on conflict on constraint geblokkeerde_gebruiker_uniek do update
         set reden = excluded.reden, van = excluded.van, tot = null, versie = oud.versie + 1,
           geregistreerd_op = excluded.geregistreerd_op, geregistreerd_door = excluded.geregistreerd_door
         where oud.tot is not null
         returning geblokkeerde_gebruiker_id as id`,
        [...params, reden, ctx.actor.sub],
      );
      if (made !== undefined) {
        tx.happened('G10', { sub, rol, reden });
        return made.id;
      }
      const [known] = await tx.query<{ id: string }>(
        `select geblokkeerde_gebruiker_id as id from geblokkeerde_gebruiker
         where sub = $1 and rol is not distinct from $2`,
        params,
      );
      if (known === undefined) throw new NietGevonden('De blokkade');
      return known.id;
    });
  }

  /** Lets somebody in again. @throws VersieVerouderd when it was lifted or changed meanwhile */
  unblock(ctx: RequestContext, id: string, versie: number): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayBlock(ctx.actor);
      const [known] = await tx.query<{ sub: string; rol: RolVanMens | null; versie: number }>(
        'select sub, rol, versie from geblokkeerde_gebruiker where geblokkeerde_gebruiker_id = $1 for update',
        [id],
      );
      if (known === undefined) throw new NietGevonden('De blokkade', ['geblokkeerdeGebruikerID']);
      if (known.versie !== versie) throw new VersieVerouderd();
      const lifted = await tx.query(
        `update geblokkeerde_gebruiker
         set tot = greatest(van, app_nu()), versie = versie + 1, geregistreerd_op = app_nu(), geregistreerd_door = $2
         where geblokkeerde_gebruiker_id = $1 and tot is null
         returning 1`,
        [id, ctx.actor.sub],
      );
      if (lifted.length > 0) tx.happened('G20', { sub: known.sub, rol: known.rol });
      return id;
    });
  }
}
