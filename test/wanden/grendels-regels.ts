import { ID, type Grendel } from './grendelproef.js';
import { uuid, type Rij } from './rijen.js';

const OUDER = uuid(7);
const GEWEIGERD = { stuit: '42501' } as const;

/** A child takes over whose row it is from its parent, whatever it says itself. */
const neemtOver = (tabel: string, sleutel: string, ouder: string, kolom: string, doe: Rij = {}): Grendel => ({
  tabel,
  naam: `${tabel}_neem_sleutel_over`,
  staat: [[ouder, 1, { [kolom]: OUDER }]],
  leeg: [tabel],
  doe,
  dan: { vraag: `select ${sleutel} from ${tabel}`, is: OUDER },
});

/** Rights follow their source. */
const volgt = (
  tabel: string,
  recht: 'toegangsrecht' | 'toegangsrecht_zorgkantoor',
  grond: string,
  kolom: string,
): Grendel[] => {
  const houder = recht === 'toegangsrecht' ? 'agb' : 'zorgkantoor';
  const ouders: Grendel['staat'] =
    tabel === 'bemiddeling' || tabel === 'indicatie' ? [] : [['bemiddeling', 1]];
  const bron = [tabel, 1, { [kolom]: '5516' }] as const;
  const oud = [
    recht,
    1,
    { grond, [houder]: '5516', bron_id: ID, ...(grond === 'INDICATIE' ? { bemiddeling_id: null } : {}) },
  ] as const;
  const vraag = `select ${houder} from ${recht}`;
  const naam = (na: string): string => `${tabel}_toegangsrecht_na_${na}`;
  return [
    {
      tabel,
      naam: naam('insert'),
      staat: ouders,
      leeg: [tabel, recht],
      doe: bron[2],
      dan: { vraag, is: '5516' },
    },
    {
      tabel,
      naam: naam('update'),
      staat: [...ouders, bron, oud],
      doe: `update ${tabel} set ${kolom} = '5517'`,
      dan: { vraag, is: '5517' },
    },
    {
      tabel,
      naam: naam('delete'),
      staat: [...ouders, bron, oud],
      doe: `delete from ${tabel}`,
      dan: { vraag: `select count(*) from ${recht}`, is: '0' },
    },
  ];
};

const DOSSIER = [
  ['indicatie', 1],
  ['bemiddeling', 1],
  ['bemiddelingspecificatie', 1],
  ['regiehouder', 1, { regierol: '2' }],
] as const;

const VORIG_JAAR = { ingangsdatum: '2025-01-01', einddatum: '2026-01-01' };

/** Triggers that keep rows together: keys, rights, counts, and what holds between tables. */
export const REGELGRENDELS: readonly Grendel[] = [
  neemtOver('levering', 'bemiddeling_id', 'bemiddelingspecificatie', 'bemiddeling_id'),
  neemtOver('uitstelperiode', 'bemiddeling_id', 'levering', 'bemiddeling_id'),
  neemtOver('leveringperiode', 'bemiddeling_id', 'levering', 'bemiddeling_id'),
  neemtOver('afstel', 'bemiddeling_id', 'levering', 'bemiddeling_id'),
  neemtOver('grondslag', 'client_id', 'indicatie', 'client_id'),
  neemtOver('geindiceerd_zorgzwaartepakket', 'client_id', 'indicatie', 'client_id'),
  neemtOver('wzd', 'client_id', 'indicatie', 'client_id'),
  neemtOver('contactgegevens', 'dossier_client_id', 'contactpersoon', 'client_id', {
    client_id: null,
    contactpersoon_id: ID,
  }),
  ...volgt('bemiddeling', 'toegangsrecht_zorgkantoor', 'VERANTWOORDELIJK', 'verantwoordelijk_zorgkantoor'),
  ...volgt('indicatie', 'toegangsrecht_zorgkantoor', 'INDICATIE', 'initieel_verantwoordelijk_zorgkantoor'),
  ...volgt('bemiddelingspecificatie', 'toegangsrecht_zorgkantoor', 'UITVOEREND', 'uitvoerend_zorgkantoor'),
  ...volgt('bemiddelingspecificatie', 'toegangsrecht', 'SPECIFICATIE', 'instelling'),
  ...volgt('regiehouder', 'toegangsrecht', 'REGIEROL', 'instelling'),
  {
    tabel: 'bemiddelingspecificatie',
    naam: 'bemiddelingspecificatie_controle',
    staat: DOSSIER,
    leeg: ['regiehouder'],
    doe: `update bemiddelingspecificatie set geregistreerd_op = now()`,
    dan: { stuit: 'bemiddeling_regiehouder_verplicht' },
  },
  {
    tabel: 'bemiddelingspecificatie',
    naam: 'bemiddelingspecificatie_controle',
    staat: [...DOSSIER, ['regiehouder', 2, { bemiddeling_id: ID, regierol: '2', ...VORIG_JAAR }]],
    doe: `update bemiddelingspecificatie set toewijzing_ingangsdatum = '2025-12-31'`,
    dan: { stuit: 'bemiddelingspecificatie_binnen_indicatie' },
  },
  {
    tabel: 'regiehouder',
    naam: 'regiehouder_controle',
    staat: DOSSIER,
    doe: `update regiehouder set einddatum = '2026-01-31'`,
    dan: { stuit: 'bemiddeling_regiehouder_verplicht' },
  },
  {
    tabel: 'indicatie',
    naam: 'indicatie_controle',
    staat: DOSSIER,
    doe: `update indicatie set einddatum = '2026-01-31'`,
    dan: { stuit: 'bemiddelingspecificatie_binnen_indicatie' },
  },
  {
    tabel: 'aanbod',
    naam: 'aanbod_tel_plaatsen',
    staat: [['plaatsgroep', 1]],
    leeg: ['aanbod'],
    doe: {},
    dan: { vraag: 'select in_gebruik from plaatsgroep', is: '2' },
  },
  {
    tabel: 'aanbod',
    naam: 'aanbod_tel_plaatsen',
    staat: [
      ['plaatsgroep', 1],
      ['aanbod', 1],
    ],
    doe: `update aanbod set status = 'INGETROKKEN', reden_einde = 'x'`,
    dan: { vraag: 'select in_gebruik from plaatsgroep', is: '0' },
  },
  {
    tabel: 'aanbod',
    naam: 'aanbod_tel_plaatsen',
    staat: [['aanbod', 1, { status: 'INGETROKKEN', reden_einde: 'x' }]],
    doe: `update aanbod set status = 'AANVAARD'`,
    dan: { stuit: 'aanbod_eindstatus' },
  },
  {
    tabel: 'client',
    naam: 'client_zoeknamen',
    leeg: ['client'],
    doe: { geslachtsnaam: 'Jansen' },
    dan: { vraag: 'select zoek_geslachtsnaam from client', is: 'jansen' },
  },
  {
    tabel: 'logregel',
    naam: 'logregel_bewaartermijn',
    staat: [['logregel', 1]],
    doe: 'delete from logregel',
    dan: GEWEIGERD,
  },
  {
    tabel: 'logzegel',
    naam: 'logzegel_bewaakt',
    staat: [['logzegel', 1]],
    doe: 'delete from logzegel',
    dan: GEWEIGERD,
  },
  ...[
    ['logregel', 'tijdstip'],
    ['logzegel', 'verzegeld_op'],
  ].flatMap(([tabel = '', kolom = '']): Grendel[] => [
    {
      tabel,
      naam: `${tabel}_blijft`,
      staat: [[tabel, 1]],
      doe: `update ${tabel} set ${kolom} = ${kolom}`,
      dan: GEWEIGERD,
    },
    { tabel, naam: `${tabel}_blijft_heel`, doe: `truncate ${tabel}`, dan: GEWEIGERD },
  ]),
];
