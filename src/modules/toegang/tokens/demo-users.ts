import type { Config } from '../../../config/index.js';
import { addDays, type Clock } from '../../../platform/clock/index.js';
import { processContext } from '../../../platform/context/index.js';
import type { Tx, UnitOfWork } from '../../../platform/database/index.js';
import {
  DevelopmentUsers,
  type DevelopmentUser,
  type Examples,
  type LoginService,
} from '../../../platform/graphql/index.js';
import { authSettings } from './auth-settings.js';
import { localLogin } from './local-login.js';
import { issueDevelopmentToken } from './token-issuer.js';

interface Holder {
  readonly agb: string;
  readonly naam: string;
}

interface ExampleRow extends Holder {
  readonly bsn: string;
  readonly bemiddelingID: string;
}

const REGIOS = ['5516', '5517'];

/** The provider that is dossierhouder of most waiting clients, with one of those clients to try things on. */
const DOSSIERHOUDER = `
  select r.instelling as agb, z.naam, c.bsn, r.bemiddeling_id as "bemiddelingID"
  from regiehouder r
  join zorgaanbieder z on z.agb = r.instelling
  join wachtlijstplaats w on w.bemiddeling_id = r.bemiddeling_id
  join client c on c.client_id = w.client_id
  where r.regierol = '2' and c.overlijdensdatum is null
    and r.ingangsdatum <= $1::date and coalesce(r.einddatum, 'infinity') >= $1::date
    and w.van <= $1::date and coalesce(w.tot, 'infinity') >= $1::date
  order by count(*) over (partition by r.instelling) desc, r.instelling, w.rang, r.bemiddeling_id
  limit 1`;

/** The provider that coordinates the care at home of most waiting clients, another one than the dossierhouder. */
const COORDINATOR = `
  select r.instelling as agb, z.naam
  from regiehouder r
  join zorgaanbieder z on z.agb = r.instelling
  join wachtlijstplaats w on w.bemiddeling_id = r.bemiddeling_id
  where r.regierol = '1'
    and r.ingangsdatum <= $1::date and coalesce(r.einddatum, 'infinity') >= $1::date
    and w.van <= $1::date and coalesce(w.tot, 'infinity') >= $1::date
  group by r.instelling, z.naam
  order by (r.instelling = $2), count(*) desc, r.instelling
  limit 1`;

/** Those who go first on the list of the demo regions. */
const EERSTEN = `
  select w.bemiddelingspecificatie_id as id
  from wachtlijstplaats w
  join bemiddeling b on b.bemiddeling_id = w.bemiddeling_id
  where b.verantwoordelijk_zorgkantoor = any ($2)
    and w.van <= $1::date and coalesce(w.tot, 'infinity') >= $1::date
  order by w.rang, w.normklok_van, w.bemiddelingspecificatie_id
  limit 2`;

/** The location with a free place for which most clients wait. */
const LOCATIE = `
  select p.locatie_id as id
  from plaatsgroep p
  where p.capaciteit > p.overig_bezet + p.in_gebruik
  order by (
    select count(*) from wachtlijstplaats w
    join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = w.bemiddelingspecificatie_id
    where s.instelling = p.instelling and w.van <= $1::date and coalesce(w.tot, 'infinity') >= $1::date
  ) desc, p.locatie_id
  limit 1`;

/** Three people to try the demo data as: one of the office, a dossierhouder and a coördinator zorg thuis. */
export class DemoUsers extends DevelopmentUsers {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async load(): Promise<{
    readonly users: readonly DevelopmentUser[];
    readonly examples: Examples | null;
    readonly login: LoginService | null;
  }> {
    const ctx = processContext(this.clock, 'ontwikkelomgeving', 'graphiql');
    const { dossierhouder, coordinator, plaatsen, locatieID } = await this.unitOfWork.read(
      ctx,
      async (tx) => ({ ...(await findHolders(tx, ctx.today)), ...(await findExamples(tx, ctx.today)) }),
    );
    const users = await this.users(dossierhouder, coordinator);
    const login = await localLogin(this.config);
    // A page that nobody logs in on here tells nothing of anybody: an issuer of elsewhere may go with a register that is real.
    const forSomebody = users.length > 0 || login !== null;
    if (dossierhouder === undefined || !forSomebody) return { users, examples: null, login };
    const { bsn, bemiddelingID } = dossierhouder;
    const [vandaag, maandGeleden] = [ctx.today, addDays(ctx.today, -30)];
    const examples = { bsn, bemiddelingID, vandaag, maandGeleden, plaatsen, locatieID };
    return { users, examples, login };
  }

  /** Nobody when an issuer of its own is set: only that one gives tokens then. */
  private async users(
    dossierhouder: Holder | undefined,
    coordinator: Holder | undefined,
  ): Promise<DevelopmentUser[]> {
    if (!authSettings(this.config).development) return [];
    const users = [await this.medewerker()];
    if (dossierhouder !== undefined)
      users.push(await this.provider('dossierhouder', 'Dossierhouder', dossierhouder));
    if (coordinator !== undefined)
      users.push(await this.provider('coordinator', 'Coördinator zorg thuis', coordinator));
    return users;
  }

  private async medewerker(): Promise<DevelopmentUser> {
    const token = await issueDevelopmentToken(this.config, {
      sub: 'demo-medewerker',
      rollen: ['ZORGKANTOOR'],
      uzovi: REGIOS,
      agb: null,
    });
    return { naam: `Medewerker zorgkantoor (${REGIOS.join(', ')})`, token };
  }

  private async provider(sub: string, rol: string, { agb, naam }: Holder): Promise<DevelopmentUser> {
    const request = { sub: `demo-${sub}`, rollen: ['ZORGAANBIEDER' as const], uzovi: [], agb };
    return { naam: `${rol}: ${naam} (${agb})`, token: await issueDevelopmentToken(this.config, request) };
  }
}

async function findHolders(
  tx: Tx,
  today: string,
): Promise<{ dossierhouder?: ExampleRow; coordinator?: Holder }> {
  const [dossierhouder] = await tx.query<ExampleRow>(DOSSIERHOUDER, [today]);
  const [coordinator] = await tx.query<Holder>(COORDINATOR, [today, dossierhouder?.agb ?? '']);
  return { ...(dossierhouder && { dossierhouder }), ...(coordinator && { coordinator }) };
}

async function findExamples(tx: Tx, today: string): Promise<Pick<Examples, 'plaatsen' | 'locatieID'>> {
  const eersten = await tx.query<{ id: string }>(EERSTEN, [today, REGIOS]);
  const [locatie] = await tx.query<{ id: string }>(LOCATIE, [today]);
  return { plaatsen: eersten.map(({ id }) => id), locatieID: locatie?.id ?? null };
}
