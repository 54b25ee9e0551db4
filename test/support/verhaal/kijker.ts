import type { Day, Instant } from '../../../src/platform/clock/index.js';
import type { TestApp } from '../app.js';

/** Which list: of today with all that is known now, unless told otherwise. */
export interface Peiling {
  readonly op?: Day;
  readonly zoalsBekendOp?: Instant;
}

interface Pagina<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

interface Regel {
  readonly positie: number;
  readonly bemiddelingspecificatieID: string;
  readonly client: { readonly naam: string };
  readonly zorgaanbieder: { readonly naam: string };
  readonly wachtstatusCode: string;
  readonly classificatie: string;
  readonly statusIngangsdatum: Day;
  readonly sindsToewijzing: Klok;
  readonly sindsStatus: Klok;
  readonly sindsNormklok: Klok;
  readonly sleutel: readonly { readonly naam: string; readonly waarde: string }[];
  readonly norm: { readonly dagen: number | null; readonly overschreden: boolean | null };
  readonly dossierhouder: { readonly zorgaanbieder: { readonly naam: string } } | null;
  readonly laatsteContact: { readonly datum: Day } | null;
}

interface Klok {
  readonly datum: Day;
  readonly dagen: number;
}

const REGEL = `positie bemiddelingspecificatieID client { naam } zorgaanbieder { naam } wachtstatusCode classificatie
  statusIngangsdatum sindsToewijzing { datum dagen } sindsStatus { datum dagen } sindsNormklok { datum dagen }
  sleutel { naam waarde } norm { dagen overschreden } dossierhouder { zorgaanbieder { naam } } laatsteContact { datum }`;

const PEILING = '$op: Date, $zoalsBekendOp: DateTime';

/** Somebody who looks, and tells in a few words what is there. */
export class Kijker {
  constructor(
    protected readonly app: TestApp,
    readonly token: string,
    readonly naam: string,
  ) {}

  async vraag<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.app.graphql<T>(this.token, query, { ...variables });
    if (errors !== undefined) throw new Error(`${this.naam}: ${errors.map(({ message }) => message).join()}`);
    return data;
  }

  /** The waiting list: `1 Van Dam 6/03 sinds 2026-03-02 bij Lindenhof`. */
  async lijst(peiling: Peiling = {}, filter = 'inclusiefVoorzorg: true'): Promise<string[]> {
    const rows = await this.regels(peiling, filter);
    return rows.map(
      (row) =>
        `${row.positie} ${row.client.naam} ${row.wachtstatusCode}/${row.classificatie} ` +
        `sinds ${row.statusIngangsdatum} bij ${row.zorgaanbieder.naam}`,
    );
  }

  async regels(peiling: Peiling = {}, filter = 'inclusiefVoorzorg: true'): Promise<Regel[]> {
    const { wachtlijst } = await this.vraag<{ wachtlijst: Pagina<Regel> }>(
      `query (${PEILING}) { wachtlijst(filter: { ${filter} }, op: $op, zoalsBekendOp: $zoalsBekendOp) {
         edges { node { ${REGEL} } } } }`,
      peiling,
    );
    return nodes(wachtlijst);
  }

  /** The three clocks of the place of this client: first allocation, status, norm. */
  async klokken({ bemiddelingspecificatieID }: { bemiddelingspecificatieID: string }): Promise<string> {
    const row = (await this.regels()).find(
      (one) => one.bemiddelingspecificatieID === bemiddelingspecificatieID,
    );
    if (row === undefined) return 'niet op de lijst';
    const { sindsToewijzing, sindsStatus, sindsNormklok } = row;
    return `toewijzing ${sindsToewijzing.datum}, status ${sindsStatus.datum}, norm ${sindsNormklok.datum}`;
  }

  /** How many are left out of the list, and why. */
  async weggelaten(): Promise<Record<string, number>> {
    const { wachtlijst } = await this.vraag<{
      wachtlijst: { weggelaten: { waarom: string; aantal: number }[] };
    }>('{ wachtlijst { weggelaten { waarom aantal } } }');
    return Object.fromEntries(wachtlijst.weggelaten.map(({ waarom, aantal }) => [waarom, aantal]));
  }

  /** What changed: `Van Dam GEKOMEN - → 1 door WACHTSTATUS`. */
  async verschil(van: Peiling, naar: Peiling = {}): Promise<string[]> {
    const { wachtlijstVerschil } = await this.vraag<{
      wachtlijstVerschil: Pagina<{
        soort: string;
        client: { naam: string };
        positieVan: number | null;
        positieNaar: number | null;
        oorzaken: { gebeurtenis: string }[];
      }>;
    }>(
      `query ($van: PeilingInput!, $naar: PeilingInput!) {
         wachtlijstVerschil(van: $van, naar: $naar, filter: { inclusiefVoorzorg: true }) {
           edges { node { soort client { naam } positieVan positieNaar oorzaken { gebeurtenis } } } } }`,
      { van, naar },
    );
    return nodes(wachtlijstVerschil).map(
      (move) =>
        `${move.client.naam} ${move.soort} ${move.positieVan ?? '-'} → ${move.positieNaar ?? '-'} ` +
        `door ${[...new Set(move.oorzaken.map(({ gebeurtenis }) => gebeurtenis))].join(' en ')}`,
    );
  }

  /** Who comes first of two, and the sentence that says why. */
  async verklaring(
    a: { bemiddelingspecificatieID: string },
    b: { bemiddelingspecificatieID: string },
    peiling: Peiling = {},
  ): Promise<{ eerst: string; sleutel: string; tekst: string }> {
    const { verklaarVolgorde } = await this.vraag<{
      verklaarVolgorde: { eerst: string; sleutel: string; tekst: string };
    }>(
      `query ($a: UUID!, $b: UUID!, ${PEILING}) {
         verklaarVolgorde(a: $a, b: $b, op: $op, zoalsBekendOp: $zoalsBekendOp) { eerst sleutel tekst } }`,
      { a: a.bemiddelingspecificatieID, b: b.bemiddelingspecificatieID, ...peiling },
    );
    return {
      ...verklaarVolgorde,
      eerst: verklaarVolgorde.eerst === a.bemiddelingspecificatieID ? 'a' : 'b',
    };
  }

  /** What must be done: `EERSTE_STATUS Van Dam uiterlijk 2026-03-16`. */
  async werk(): Promise<string[]> {
    const { werkvoorraad } = await this.vraag<{
      werkvoorraad: Pagina<{ soort: string; client: { naam: string } | null; uiterlijk: Day }>;
    }>('{ werkvoorraad { edges { node { soort client { naam } uiterlijk } } } }');
    return nodes(werkvoorraad).map(
      ({ soort, client, uiterlijk }) => `${soort} ${client?.naam ?? ''} uiterlijk ${uiterlijk}`,
    );
  }

  /** Which contacts are owed: `DOSSIERHOUDER_CLIENT Van Dam OPEN uiterlijk 2026-09-01`. */
  async contacten(): Promise<string[]> {
    const { contactverplichtingen } = await this.vraag<{
      contactverplichtingen: Pagina<{
        soort: string;
        client: { naam: string };
        status: string;
        uiterlijk: Day;
      }>;
    }>('{ contactverplichtingen { edges { node { soort client { naam } status uiterlijk } } } }');
    return nodes(contactverplichtingen).map(
      (duty) => `${duty.soort} ${duty.client.naam} ${duty.status} uiterlijk ${duty.uiterlijk}`,
    );
  }

  /** Who can get a place at this location, and who not and why: `1 Van Dam`, `- De Wit PL5`. */
  async kandidaten({ locatieID }: { locatieID: string }): Promise<string[]> {
    const { kandidaten } = await this.vraag<{
      kandidaten: Pagina<{
        positie: number | null;
        client: { naam: string };
        bezwaren: { regel: string }[];
      }>;
    }>(
      `query ($locatieID: UUID!) { kandidaten(locatieID: $locatieID) {
         edges { node { positie client { naam } bezwaren { regel } } } } }`,
      { locatieID },
    );
    return nodes(kandidaten).map(({ positie, client, bezwaren }) =>
      [positie ?? '-', client.naam, ...bezwaren.map(({ regel }) => regel)].join(' '),
    );
  }

  /** The places of a location: `20 plaatsen, 18 overig, 1 in zorg, 0 toegezegd, 0 aangeboden, 1 vrij`. */
  async plaatsen({ locatieID }: { locatieID: string }): Promise<string[]> {
    const { locaties } = await this.vraag<{
      locaties: Pagina<{
        locatieID: string;
        plaatsen: Record<'capaciteit' | 'inZorg' | 'gereserveerd' | 'aangeboden' | 'vrij', number>[];
      }>;
    }>(
      `{ locaties { edges { node { locatieID plaatsen { capaciteit inZorg gereserveerd aangeboden vrij } } } } }`,
    );
    return nodes(locaties)
      .filter((one) => one.locatieID === locatieID)
      .flatMap(({ plaatsen }) => plaatsen)
      .map(
        (groep) =>
          `${groep.inZorg} in zorg, ${groep.gereserveerd} toegezegd, ${groep.aangeboden} aangeboden, ${groep.vrij} vrij`,
      );
  }
}

function nodes<Node>(page: Pagina<Node>): Node[] {
  return page.edges.map(({ node }) => node);
}
