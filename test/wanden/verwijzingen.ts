import { voegToe, type Rij } from './rijen.js';
import { plant, probeer, wekVan, type Baan, type Proef } from './proef.js';

/** SQLSTATE foreign_key_violation. */
const WEES = '23503';

const DOSSIER: Readonly<Record<string, string>> = {
  aanbod_id: 'aanbod',
  bemiddeling_id: 'bemiddeling',
  bemiddelingspecificatie_id: 'bemiddelingspecificatie',
  client_id: 'client',
  contactpersoon_id: 'contactpersoon',
  contactsignaal_id: 'contactsignaal',
  levering_id: 'levering',
  leveringperiode_id: 'leveringperiode',
  locatie_id: 'locatie',
  plaatsgroep_id: 'plaatsgroep',
  wlz_indicatie_id: 'indicatie',
};

interface Verwijzing {
  readonly naam: string;
  readonly tabel: string;
  /** Where each column points to. */
  readonly kolommen: Readonly<Record<string, string>>;
  readonly naar: string;
  /** What the row must hold besides. */
  readonly anders?: Rij;
  /** The row goes with what it points to. */
  readonly verdwijnt?: boolean;
}

/** References by the column that names what they point to. */
const OP_NAAM: Readonly<Record<string, readonly string[]>> = {
  aanbod: [
    'bemiddeling_id',
    'bemiddelingspecificatie_id',
    'client_id',
    'leveringperiode_id',
    'locatie_id',
    'plaatsgroep_id',
  ],
  afstel: ['levering_id'],
  bemiddeling: ['client_id', 'wlz_indicatie_id'],
  bemiddelingspecificatie: ['bemiddeling_id'],
  bewaarstop: ['client_id'],
  contactgegevens: ['client_id', 'contactpersoon_id'],
  contactmoment: ['bemiddeling_id'],
  contactpersoon: ['client_id'],
  contactsignaal: ['bemiddeling_id'],
  contactsignaal_melding: ['contactsignaal_id'],
  contactverplichting: ['bemiddeling_id'],
  geindiceerd_zorgzwaartepakket: ['wlz_indicatie_id'],
  gesprekstaak: ['aanbod_id', 'bemiddeling_id', 'bemiddelingspecificatie_id', 'client_id'],
  grondslag: ['wlz_indicatie_id'],
  indicatie: ['client_id'],
  levering: ['bemiddelingspecificatie_id'],
  leveringperiode: ['levering_id'],
  plaatsgroep: ['locatie_id'],
  regiehouder: ['bemiddeling_id'],
  uitstelperiode: ['levering_id'],
  verzoek: ['bemiddeling_id', 'bemiddelingspecificatie_id', 'client_id'],
  wzd: ['wlz_indicatie_id'],
};

/** What a row must hold so that it has this reference at all. */
const MET: Readonly<Record<string, Rij>> = {
  'aanbod leveringperiode_id': { status: 'IN_ZORG' },
  'contactgegevens contactpersoon_id': { client_id: null },
};

const naarAanbieder = (tabel: string, kolom: string): Verwijzing => ({
  naam: `${tabel}_${kolom}_fkey`,
  tabel,
  kolommen: { [kolom]: 'agb' },
  naar: 'zorgaanbieder',
});
const PAAR = { leveringsstatus: 'leveringsstatus' };

const VERWIJZINGEN: readonly Verwijzing[] = [
  ...Object.entries(OP_NAAM).flatMap(([tabel, kolommen]) =>
    kolommen.map((kolom) => ({
      naam: `${tabel}_${kolom}_fkey`,
      tabel,
      kolommen: { [kolom]: kolom },
      naar: DOSSIER[kolom] ?? '',
      anders: MET[`${tabel} ${kolom}`],
      verdwijnt: tabel === 'contactsignaal_melding',
    })),
  ),
  naarAanbieder('aanbod', 'instelling'),
  naarAanbieder('bemiddelingspecificatie', 'instelling'),
  naarAanbieder('contactmoment', 'instelling'),
  naarAanbieder('locatie', 'agb'),
  naarAanbieder('plaatsgroep', 'instelling'),
  naarAanbieder('regiehouder', 'instelling'),
  naarAanbieder('verzoek', 'aanbieder'),
  naarAanbieder('verzoek', 'instelling'),
  naarAanbieder('webhook', 'ontvanger'),
  ...['webhook_geheim', 'webhook_stand'].map((tabel) => ({
    naam: `${tabel}_ontvanger_fkey`,
    tabel,
    kolommen: { ontvanger: 'ontvanger' },
    naar: 'webhook',
  })),
  {
    naam: 'uitstelperiode_paar_fkey',
    tabel: 'uitstelperiode',
    kolommen: { ...PAAR, leveringsstatus_classificatie: 'classificatie' },
    naar: 'wachtstatus_classificatie',
  },
  {
    naam: 'wachtnorm_paar_fkey',
    tabel: 'wachtnorm',
    kolommen: { ...PAAR, classificatie: 'classificatie' },
    naar: 'wachtstatus_classificatie',
    anders: { soort: 'STREEFNORM' },
  },
  {
    naam: 'verzoek_overbruggingspecificatie_id_fkey',
    tabel: 'verzoek',
    kolommen: { overbruggingspecificatie_id: 'bemiddelingspecificatie_id' },
    naar: 'bemiddelingspecificatie',
    anders: { status: 'GEACCEPTEERD', wijze: 'STILTE', beoordeeld_op: '2026-01-01' },
  },
  {
    naam: 'wachtlijstplaats_specificatie_fkey',
    tabel: 'wachtlijstplaats',
    kolommen: { bemiddelingspecificatie_id: 'bemiddelingspecificatie_id' },
    naar: 'bemiddelingspecificatie',
  },
  {
    naam: 'wachtlijstplaats_uitstelperiode_fkey',
    tabel: 'wachtlijstplaats',
    kolommen: { uitstelperiode_id: 'uitstelperiode_id' },
    naar: 'uitstelperiode',
  },
];

export const verwijzingproeven = (): Proef[] =>
  VERWIJZINGEN.map((verwijzing) => ({
    soort: 'verwijzing',
    tabel: verwijzing.tabel,
    naam: verwijzing.naam,
    bewijs: (baan) => bewijs(baan, verwijzing),
  }));

/** Nothing points to what is not there, and what is pointed to does not go. */
async function bewijs(baan: Baan, verwijzing: Verwijzing): Promise<string[]> {
  const { naam, tabel, naar, kolommen, anders, verdwijnt } = verwijzing;
  const doel = baan.rijen.rij(naar, 1, naar === 'wachtstatus_classificatie' ? { leveringsstatus: '6' } : {});
  const wijst = Object.entries(kolommen).map(([kolom, ander]) => [kolom, doel[ander]] as const);
  const rij = { ...baan.rijen.rij(tabel, 1, anders), ...Object.fromEntries(wijst) };
  await plant(baan, tabel, []);
  await plant(baan, naar, []);
  await wekVan(baan, naam);
  const bevindingen = geweigerd('een wees', naam, await probeer(baan.client, voegToe(tabel, rij)));
  await plant(baan, naar, [doel]);
  const { sql, waarden } = voegToe(tabel, rij);
  await baan.client.query(sql, waarden);
  if (verdwijnt === true) {
    await baan.client.query(`delete from ${naar}`);
    const { rowCount } = await baan.client.query(`select from ${tabel}`);
    return rowCount === 0 ? bevindingen : [...bevindingen, 'aanvaard: een rij blijft achter'];
  }
  const weg = await probeer(baan.client, { sql: `delete from ${naar}` });
  return [...bevindingen, ...geweigerd('verwijderen van waar zij naar wijst', naam, weg)];
}

function geweigerd(wat: string, naam: string, uitkomst: Awaited<ReturnType<typeof probeer>>): string[] {
  if (uitkomst.gelukt) return [`aanvaard: ${wat}`];
  return uitkomst.code === WEES && uitkomst.door === naam ? [] : [`geweigerd door ${uitkomst.door}: ${wat}`];
}
