import { randomUUID } from 'node:crypto';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isNonNullType,
  type GraphQLField,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { alsTekst, tabelVan, vulIn, type Invulling, type Sleutelkeuze } from './invullen.js';
import { document, paden, VORMEN, type Pad, type Vorm } from './paden.js';
import { filtervelden, ONBEKENDE_BSN, pakken, waarden, zonderSleutels } from './pakken.js';
import { TODAY, type Antwoord, type Register, type Vrager } from './register.js';

type Wortel = GraphQLField<unknown, unknown>;

const NIET_VOOR_DEZE_ROL = 'Met uw rol kunt u dit niet vragen of doen.';

/** Walks everything the schema offers, as one person after another, and keeps what should not have been said. */
export class Kruiper {
  readonly vondsten: string[] = [];
  /** Questions that brought data, by root field: a walk that is refused everywhere proves nothing. */
  readonly beantwoord = new Map<string, number>();
  verzoeken = 0;
  /** Root fields that are not for this role: nothing runs behind that refusal, whatever is filled in. */
  private readonly dicht = new Set<string>();

  private constructor(
    private readonly register: Register,
    readonly schema: GraphQLSchema,
  ) {}

  static async begin(register: Register): Promise<Kruiper> {
    const { body } = await register.vraag(register.vrager('zorgkantoor 5516'), getIntrospectionQuery());
    return new Kruiper(register, buildClientSchema(body.data as unknown as IntrospectionQuery));
  }

  get vragen(): Wortel[] {
    return Object.values(this.schema.getQueryType()?.getFields() ?? {});
  }

  get opdrachten(): Wortel[] {
    return Object.values(this.schema.getMutationType()?.getFields() ?? {});
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
      const wegen = paden(this.schema, wortel, diepte);
      // Each root field in each form, or in a different one each time.
      for (const vorm of beurt === null
        ? vormen
        : vormen.slice((index + beurt) % vormen.length).slice(0, 1)) {
        if (this.dicht.has(sleutel(vrager, wortel))) break;
        for (const deel of pakken(wegen)) await this.vraagDeel(vrager, wortel, argumenten, deel, vorm);
      }
    }
  }

  /** Foreign ids must be answered as ids that are nobody's, to the byte, however the question is written. */
  async vraagVreemd(vrager: Vrager, vormen: readonly Vorm[]): Promise<void> {
    for (const wortel of this.open(vrager)) {
      const sleutels = wortel.args.filter(({ type }) => getNamedType(type).name === 'UUID');
      for (const { name } of sleutels) {
        for (const tabel of new Set([
          tabelVan(name, wortel.name),
          'client',
          'bemiddeling',
          'contactmoment',
        ])) {
          const vreemd = this.register.sporen.idsVan(vrager, tabel, false)[0];
          if (vreemd === undefined) continue;
          for (const vorm of tabel === tabelVan(name, wortel.name) ? VORMEN : vormen)
            await this.vergelijk(vrager, wortel, vreemd, vorm);
        }
      }
    }
  }

  /** Each field of each filter, with what is the asker's, what is not, and what is nobody's. */
  async filter(vrager: Vrager): Promise<void> {
    for (const wortel of this.open(vrager)) {
      const wegen = paden(this.schema, wortel, 2).slice(0, 8);
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

  /** Every mutation with ids that are not the asker's: all of them, and each one among own ids. */
  async opdrachtenVreemd(vrager: Vrager): Promise<void> {
    for (const wortel of this.opdrachten) {
      const [input] = wortel.args;
      if (input === undefined) continue;
      const velden = new Set<string>();
      vulIn(
        input,
        wortel.name,
        this.invulling(vrager, (_tabel, veld) => (velden.add(veld), randomUUID())),
      );
      for (const doel of [...velden, ...(velden.size > 1 ? [null] : [])]) {
        await this.opdracht(vrager, wortel, doel);
      }
    }
  }

  vind(vrager: Vrager, wat: string, tekst: string): void {
    this.vondsten.push(`${vrager.naam}: ${wat}: ${tekst.split('\n\n').at(-1)?.slice(0, 300) ?? ''}`);
  }

  private async opdracht(vrager: Vrager, wortel: Wortel, doel: string | null): Promise<void> {
    const eigen = this.eigen(vrager);
    const gevonden = { vreemd: false };
    const keuze =
      (vreemd: boolean): Sleutelkeuze =>
      (tabel, veld) => {
        if (doel !== null && veld !== doel) return eigen(tabel, veld);
        const id = vreemd ? this.register.sporen.idsVan(vrager, tabel, false)[0] : undefined;
        if (id !== undefined) gevonden.vreemd = true;
        return id ?? randomUUID();
      };
    const antwoorden: string[] = [];
    if (this.dicht.has(sleutel(vrager, wortel))) return;
    for (const vreemd of [true, false]) {
      const argumenten = this.argumenten(wortel, this.invulling(vrager, keuze(vreemd)));
      if (vreemd && !gevonden.vreemd) return;
      // An id that is nobody's may be a new one's: what is then made proves nothing about others.
      if (!vreemd && wortel.name === 'registerIndicatie') continue;
      const query = `mutation { ${wortel.name}${argumenten} { __typename ... on Weigering { code regel bron pad melding } } }`;
      const antwoord = await this.stel(vrager, wortel, query);
      antwoorden.push(zonderSleutels(antwoord.tekst));
    }
    if (new Set(antwoorden).size > 1) {
      this.vind(
        vrager,
        `${wortel.name}(${doel ?? 'alle'}) tells foreign from unknown`,
        antwoorden.join('\n\n'),
      );
      this.vondsten.push(antwoorden[1]?.split('\n\n').at(-1) ?? '');
    }
  }

  private async vergelijk(vrager: Vrager, wortel: Wortel, vreemd: string, vorm: Vorm): Promise<void> {
    const wegen = paden(this.schema, wortel, 2).slice(0, 6);
    const teksten: string[] = [];
    for (const id of [vreemd, randomUUID()]) {
      const argumenten = this.argumenten(
        wortel,
        this.invulling(vrager, () => id),
      );
      teksten.push(zonderSleutels((await this.vraagDeel(vrager, wortel, argumenten, wegen, vorm)).tekst));
    }
    if (teksten[0] !== teksten[1])
      this.vind(vrager, `${wortel.name} tells foreign from unknown (${vorm})`, teksten.join('\n\n'));
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
    if (antwoord.body.data?.[wortel.name] !== undefined)
      this.beantwoord.set(wortel.name, (this.beantwoord.get(wortel.name) ?? 0) + 1);
    return antwoord;
  }

  /** Root fields that are for this role. */
  private open(vrager: Vrager): Wortel[] {
    return this.vragen.filter((wortel) => !this.dicht.has(sleutel(vrager, wortel)));
  }

  private eigen(vrager: Vrager): Sleutelkeuze {
    // The second of two things that are compared must be another one.
    return (tabel, veld) =>
      this.register.sporen.idsVan(vrager, tabel, true)[veld === 'b' ? 1 : 0] ?? randomUUID();
  }

  private invulling(vrager: Vrager, sleutel: Sleutelkeuze): Invulling {
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
  private argumenten(
    wortel: Wortel,
    met: Invulling,
    filter?: { readonly pad: readonly string[]; readonly waarde: unknown },
  ): string {
    const delen = wortel.args.flatMap((argument) => {
      if (filter?.pad[0] === argument.name) {
        const value = filter.pad[1] === undefined ? filter.waarde : { [filter.pad[1]]: filter.waarde };
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
