import { KLOK_VOOR, NA_DE_KLOK, NU, type Grendel } from './grendelproef.js';

/** Former versions of these are kept by `<tabel>_bewaar_vorige_versie`, of a change and of a removal. */
const MET_HISTORIE = [
  'aanbod',
  'afstel',
  'bemiddeling',
  'bemiddelingspecificatie',
  'bewaarstop',
  'client',
  'contactgegevens',
  'contactmoment',
  'contactpersoon',
  'contactsignaal',
  'geblokkeerde_gebruiker',
  'geindiceerd_zorgzwaartepakket',
  'gesprekstaak',
  'grondslag',
  'indicatie',
  'levering',
  'leveringperiode',
  'locatie',
  'plaatsgroep',
  'regiehouder',
  'uitstelperiode',
  'verzoek',
  'webhook',
  'wzd',
  'zorgaanbieder',
];

/** What these write carries the moment of the register's own clock. */
const AAN_DE_KLOK = [
  'afstel',
  'bemiddeling',
  'bemiddelingspecificatie',
  'contactmoment',
  'indicatie',
  'levering',
  'leveringperiode',
  'regiehouder',
  'uitstelperiode',
];

const KETEN = [
  ['bemiddeling', 1],
  ['bemiddelingspecificatie', 1],
  ['levering', 1],
] as const;

const bewaart = (tabel: string): Grendel[] =>
  [`update ${tabel} set geregistreerd_op = app_nu()`, `delete from ${tabel}`].map((doe) => ({
    tabel,
    naam: `${tabel}_bewaar_vorige_versie`,
    staat: [[tabel, 1]],
    leeg: [`${tabel}_historie`],
    doe,
    dan: { vraag: `select vervangen_op = app_nu() from ${tabel}_historie`, is: 'true' },
  }));

const opDeKlok = (tabel: string): Grendel => ({
  tabel,
  naam: `${tabel}_aan_de_klok`,
  staat: [KLOK_VOOR, ...KETEN],
  leeg: [tabel],
  doe: { geregistreerd_op: NU },
  dan: { vraag: `select geregistreerd_op from ${tabel}`, is: NA_DE_KLOK },
});

const PLAATS = { bekend_van: '2026-01-01T00:00:00Z' };
const wachtlijst = (naam: string, doe: Grendel['doe'], vraag: string, is: string): Grendel => ({
  tabel: 'wachtlijstplaats',
  naam: `wachtlijstplaats_${naam}`,
  staat: [KLOK_VOOR, ['wachtlijstplaats', 1, PLAATS], ['wachtlijstplaats_historie', 1, PLAATS]],
  doe,
  dan: { vraag, is },
});
const OPEN = `select count(*) filter (where bekend_tot = 'infinity') || ' van ' || count(*) from wachtlijstplaats_historie`;

/** Triggers by which nothing that was known is lost. */
export const HISTORIEGRENDELS: readonly Grendel[] = [
  ...MET_HISTORIE.flatMap(bewaart),
  ...AAN_DE_KLOK.map(opDeKlok),
  {
    tabel: 'contactverplichting',
    naam: 'contactverplichting_bewaar',
    staat: [['contactverplichting', 1]],
    leeg: ['contactverplichting_historie'],
    doe: 'delete from contactverplichting',
    dan: { vraag: 'select vervangen_op = app_nu() from contactverplichting_historie', is: 'true' },
  },
  wachtlijst('na_update', `update wachtlijstplaats set rang = 9`, OPEN, '1 van 2'),
  wachtlijst('na_delete', `delete from wachtlijstplaats`, OPEN, '0 van 1'),
  {
    ...wachtlijst('na_insert', { ...PLAATS }, OPEN, '1 van 1'),
    leeg: ['wachtlijstplaats', 'wachtlijstplaats_historie'],
  },
  wachtlijst(
    'voor_update',
    `update wachtlijstplaats set rang = 9`,
    'select bekend_van from wachtlijstplaats',
    NA_DE_KLOK,
  ),
];
