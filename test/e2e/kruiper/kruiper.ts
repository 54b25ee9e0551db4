import { randomUUID } from 'node:crypto';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isNonNullType,
  type GraphQLField,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { alsTekst, vulIn, type Invulling, type Sleutelkeuze } from './invullen.js';
import { eensPerVeld, paden, type Pad } from './paden.js';
import { filtervelden, ONBEKENDE_BSN, waarden, zonderSleutels } from './pakken.js';
import type { Paar } from './vreemd.js';
import { TODAY, type Antwoord, type Register, type Vrager } from './register.js';
import { document, pakken, type Vorm } from './vormen.js';

type Wortel = GraphQLField<unknown, unknown>;

const NIET_GEVONDEN = /NOT_FOUND|NietGevonden/;
const NIET_VOOR_DEZE_ROL = 'Met uw rol kunt u dit niet vragen of doen.';

/** Forms that are walked along every way. */
const OVERAL: ReadonlySet<Vorm> = new Set(['gewoon', 'inline fragment', 'fragment']);
const NIEMAND = { agb: '', uzovi: '', bsn: '', today: TODAY, later: TODAY };

/** Walks everything the schema offers, as one person after another, and keeps what should not have been said. */
export class Kruiper {
  readonly vondsten: string[] = [];
  /** Questions that brought data, by root field: a walk that is refused everywhere proves nothing. */
  readonly beantwoord = new Map<string, number>();
  /** Root fields that looked for a foreign id, and did not find it: a refusal for another reason proves nothing. */
  readonly nietGevonden = new Set<string>();
  verzoeken = 0;
  /** Root fields that are not for this role: nothing runs behind that refusal, whatever is filled in. */
  private readonly dicht = new Set<string>();

  private constructor(
    readonly register: Register,
    readonly schema: GraphQLSchema,
    /** More than one id of each kind. */
    readonly grondig: boolean,
  ) {}

  static async begin(register: Register, grondig = false): Promise<Kruiper> {
    const { body } = await register.vraag(register.vrager('zorgkantoor 5516'), getIntrospectionQuery());
    return new Kruiper(register, buildClientSchema(body.data as unknown as IntrospectionQuery), grondig);
  }

  get vragen(): Wortel[] {
    return Object.values(this.schema.getQueryType()?.getFields() ?? {});
  }

  get opdrachten(): Wortel[] {
    return Object.values(this.schema.getMutationType()?.getFields() ?? {});
  }

  /** True when a person must name something by its id to ask this. */
  vraagtSleutel(wortel: Wortel): boolean {
    const gevraagd = new Set<string>();
    const sleutel: Sleutelkeuze = (_tabel, veld) => (gevraagd.add(veld), null);
    for (const argument of wortel.args)
      if (isNonNullType(argument.type)) vulIn(argument, wortel.name, { ...NIEMAND, sleutel });
    return gevraagd.size > 0;
  }

  /** Every way of at most `diepte` levels, starting from what is the asker's own. */
  async loop(
    vrager: Vrager,
    diepte: number,
    vormen: readonly Vorm[],
    beurt: number | null = null,
  ): Promise<void> {
    for (const [index, wortel] of this.vragen.entries()) {
      const argumenten = this.argumenten(wortel, this.invulling(vrager, this.eigen(vrager)));
      const alle = paden(this.schema, wortel, diepte);
      const eens = eensPerVeld(wortel, alle);
      // Each root field in each form, or in a different one each time.
      const dezeKeer = beurt === null ? vormen : vormen.slice((index + beurt) % vormen.length).slice(0, 1);
      for (const vorm of dezeKeer) {
        if (this.dicht.has(sleutel(vrager, wortel))) break;
        // An alias or a condition stands at one field: each field of each type gets one. The others go all ways.
        const wegen = OVERAL.has(vorm) ? alle : eens;
        // How a question is written matters to no row more than to another: ten are enough.
        const rijen = vorm === 'gewoon' ? argumenten : argumenten.replace('first: 100', 'first: 10');
        for (const deel of pakken(wegen, vorm)) await this.vraagDeel(vrager, wortel, rijen, deel, vorm);
      }
    }
  }

  /** Foreign ids must be answered as ids that are nobody's, to the byte, however the question is written. */
  async vergelijk(vrager: Vrager, paren: Iterable<Paar>): Promise<void> {
    for (const { wortel, soort, waar, vreemd, onbekend } of paren) {
      const antwoord = await this.stel(vrager, wortel, vreemd);
      if (this.dicht.has(sleutel(vrager, wortel))) continue;
      if (NIET_GEVONDEN.test(antwoord.tekst)) this.nietGevonden.add(wortel.name);
      // An id that is nobody's may be a new one's: what is then made proves nothing about others.
      if (soort === 'mutation' && wortel.name === 'registerIndicatie') continue;
      const anders = await this.stel(vrager, wortel, onbekend);
      const teksten = [antwoord, anders].map(({ tekst }) => zonderSleutels(tekst));
      if (teksten[0] !== teksten[1])
        this.vind(vrager, `${wortel.name} ${waar} tells foreign from unknown`, teksten.join('\n\n'));
    }
  }

  /** Each field of each filter, with what is the asker's, what is not, and what is nobody's. */
  async filter(vrager: Vrager, meest: number): Promise<void> {
    for (const wortel of this.open(vrager)) {
      const wegen = (pakken(paden(this.schema, wortel, 2))[0] ?? []).slice(0, meest);
      for (const { pad, veld } of filtervelden(wortel)) {
        const uitkomsten = new Map<string, string>();
        for (const [soort, waarde] of waarden(this.register, vrager, wortel, veld)) {
          const met = this.invulling(vrager, this.eigen(vrager));
          const argumenten = this.argumenten(wortel, met, { pad, waarde });
          const antwoord = await this.vraagDeel(vrager, wortel, argumenten, wegen, 'gewoon');
          uitkomsten.set(soort, zonderSleutels(antwoord.tekst));
        }
        const [vreemd, onbekend] = [uitkomsten.get('vreemd'), uitkomsten.get('onbekend')];
        if (vreemd !== undefined && onbekend !== undefined && vreemd !== onbekend)
          this.vind(vrager, `${wortel.name}(${pad.join('.')}) tells foreign from unknown`, vreemd);
      }
    }
  }

  /** A cursor of somebody else is a place in a list, and no way to what stands there. */
  async cursors(vrager: Vrager, anderen: readonly Vrager[]): Promise<void> {
    for (const wortel of this.open(vrager)) {
      if (!wortel.args.some(({ name }) => name === 'after')) continue;
      const wegen = paden(this.schema, wortel, 2).slice(0, 4);
      for (const ander of anderen) {
        const cursor = await this.cursorVan(ander, wortel);
        if (cursor === null || ander.naam === vrager.naam) continue;
        const argumenten = this.argumenten(wortel, this.invulling(vrager, this.eigen(vrager)), {
          pad: ['after'],
          waarde: cursor,
        });
        await this.vraagDeel(vrager, wortel, argumenten, wegen, 'gewoon');
      }
    }
  }

  /** What is behind a condition that does not hold is not there. */
  async weggelaten(vrager: Vrager): Promise<void> {
    for (const wortel of this.open(vrager)) {
      const argumenten = this.argumenten(wortel, this.invulling(vrager, this.eigen(vrager)));
      const [wegen = []] = pakken(paden(this.schema, wortel, 2), 'weggelaten');
      const { tekst, status } = await this.vraagDeel(vrager, wortel, argumenten, wegen, 'weggelaten');
      const gezien = this.register.sporen.sporenIn(tekst);
      if (gezien.length > 0 || status !== 200)
        this.vind(vrager, `${wortel.name} answers what is left out`, tekst);
    }
  }

  vind(vrager: Vrager, wat: string, tekst: string): void {
    this.vondsten.push(`${vrager.naam}: ${wat}: ${tekst.split('\n\n').at(-1)?.slice(0, 300) ?? ''}`);
  }

  private async cursorVan(vrager: Vrager, wortel: Wortel): Promise<string | null> {
    const argumenten = this.argumenten(wortel, this.invulling(vrager, this.eigen(vrager)));
    const query = `{ ${wortel.name}${argumenten.replace('first: 100', 'first: 1')} { pageInfo { endCursor } } }`;
    const { body } = await this.stel(vrager, wortel, query);
    const lijst = body.data?.[wortel.name] as { pageInfo: { endCursor: string | null } } | null | undefined;
    return lijst?.pageInfo.endCursor ?? null;
  }

  private async vraagDeel(
    vrager: Vrager,
    wortel: Wortel,
    argumenten: string,
    deel: readonly Pad[],
    vorm: Vorm,
  ): Promise<Antwoord> {
    const antwoord = await this.stel(vrager, wortel, document(wortel, argumenten, deel, vorm));
    const code = antwoord.body.errors?.[0]?.extensions?.code;
    if (code === 'GRAPHQL_VALIDATION_FAILED') {
      // Too much at once: in two halves, or fewer rows.
      if (deel.length > 1) {
        const half = deel.length >> 1;
        await this.vraagDeel(vrager, wortel, argumenten, deel.slice(0, half), vorm);
        return this.vraagDeel(vrager, wortel, argumenten, deel.slice(half), vorm);
      }
      if (argumenten.includes('first: 100'))
        return this.vraagDeel(vrager, wortel, argumenten.replace('first: 100', 'first: 10'), deel, vorm);
      this.vind(vrager, `${wortel.name} ${vorm} is no document`, antwoord.tekst);
    }
    return antwoord;
  }

  /** Asks, and looks at every byte of what comes back. */
  private async stel(vrager: Vrager, wortel: Wortel, query: string): Promise<Antwoord> {
    this.verzoeken += 1;
    const antwoord = await this.register.vraag(vrager, query);
    const lekken = this.register.sporen.lekken(vrager, antwoord.tekst);
    if (lekken.length > 0) this.vind(vrager, `${wortel.name} shows ${lekken.slice(0, 3).join(' ')}`, query);
    if (antwoord.status >= 500) this.vind(vrager, `${wortel.name} fails (${query})`, antwoord.tekst);
    if (vrager.rol === 'ZORGAANBIEDER' && /"pgbPercentage":\d/.test(antwoord.tekst))
      this.vind(vrager, `${wortel.name} shows a pgbPercentage`, query);
    if (antwoord.body.errors?.[0]?.message === NIET_VOOR_DEZE_ROL) this.dicht.add(sleutel(vrager, wortel));
    if (Object.values(antwoord.body.data ?? {}).some((value) => value !== null))
      this.beantwoord.set(wortel.name, (this.beantwoord.get(wortel.name) ?? 0) + 1);
    return antwoord;
  }

  /** Root fields that are for this role. */
  open(vrager: Vrager, wortels = this.vragen): Wortel[] {
    return wortels.filter((wortel) => !this.dicht.has(sleutel(vrager, wortel)));
  }

  eigen(vrager: Vrager): Sleutelkeuze {
    // The second of two things that are compared must be another one.
    return (tabel, veld) =>
      this.register.sporen.idsVan(vrager, tabel, true)[veld === 'b' ? 1 : 0] ?? randomUUID();
  }

  invulling(vrager: Vrager, sleutel: Sleutelkeuze): Invulling {
    return {
      sleutel,
      agb: vrager.agb ?? this.register.vrager('zorgaanbieder met weinig').agb ?? '',
      uzovi: vrager.uzovi[0] ?? '5516',
      bsn: ONBEKENDE_BSN,
      today: TODAY,
      later: '2027-01-01',
    };
  }

  /** The arguments of a root field, with a whole page, and one value of a filter put in. */
  argumenten(
    wortel: Wortel,
    met: Invulling,
    filter?: { readonly pad: readonly string[]; readonly waarde: unknown },
  ): string {
    const delen = wortel.args.flatMap((argument) => {
      if (filter?.pad[0] === argument.name) {
        const [, binnen] = filter.pad;
        const verplicht = isNonNullType(argument.type) ? vulIn(argument, wortel.name, met) : {};
        const value =
          binnen === undefined ? filter.waarde : { ...(verplicht as object), [binnen]: filter.waarde };
        return [`${argument.name}: ${alsTekst(value)}`];
      }
      if (argument.name === 'first') return ['first: 100'];
      if (!isNonNullType(argument.type) || argument.defaultValue !== undefined) return [];
      return [`${argument.name}: ${alsTekst(vulIn(argument, wortel.name, met))}`];
    });
    return delen.length === 0 ? '' : `(${delen.join(', ')})`;
  }
}

const sleutel = ({ naam }: Vrager, { name }: Wortel): string => `${naam} ${name}`;
