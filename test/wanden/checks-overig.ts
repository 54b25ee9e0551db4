import type { Checks } from './checkproef.js';

const VOOR = '2025-12-31';
const MOMENT = '2026-01-01T00:00:00Z';

const NORM_VOOR_BEGIN = [{ geldig_tot: VOOR }];
const ONBEKENDE_SOORT = [{ soort: 'ONBEKEND' }];
const ONBEKENDE_SECTOR = [{ sector: 'ONBEKEND' }];
const ONBEKENDE_ZEKERHEID = [{ zekerheid: 'X' }];

/** Norms, places, tasks, messages, access and the log: rows that go against one check. */
export const OVERIGE_CHECKS: Checks = {
  aanmelding: { token_hash: [{ token_hash: Buffer.alloc(31) }] },
  bericht: {
    status: [{ status: 'ONBEKEND' }],
    verzonden: [{ status: 'VERZONDEN' }, { verzonden_op: MOMENT }],
  },
  bewaarstop: { periode: [{ einddatum: VOOR }] },
  bewaartermijn: {
    besluit: [{ termijn_maanden: 12 }],
    klasse: [{ klasse: 'ONBEKEND' }],
    log: [{ klasse: 'LOGREGEL', termijn_maanden: 59, besloten_door: 'x' }],
    maanden: [{ termijn_maanden: 0, besloten_door: 'x' }],
  },
  bezorgbeleid: {
    positief: [
      { eerste_pauze_s: 0 },
      { eerste_pauze_s: 2 },
      { max_pogingen: 0 },
      { max_dagen: 0 },
      { wachttijd_ms: 99 },
      { wachttijd_ms: 30_001 },
    ],
  },
  codelijst_waarde: { lijst: [{ lijst: 'COD1' }, { lijst: 'LIJST001' }] },
  contactnorm: {
    geldig: NORM_VOOR_BEGIN,
    regierol: [{ regierol: '3' }],
    tegenpartij: [{ tegenpartij: 'BUREN' }],
    tweemaal_per_jaar: [{ max_dagen: 0 }, { max_dagen: 184 }],
  },
  geblokkeerde_gebruiker: {
    periode: [{ tot: '2025-12-31T00:00:00Z' }],
    reden: [{ reden: 'ONBEKEND' }],
    rol: [{ rol: 'SYSTEEM' }],
    sub: [{ sub: '' }, { sub: 'x'.repeat(201) }, { sub: 'proces:wachtlijst' }],
  },
  locatie: { capaciteit: [{ capaciteit: -1 }] },
  loggebeurtenis: { actie: [{ actie: 'X' }] },
  logregel: {
    actie: [{ actie: 'X' }],
    controles: [{ controles: 'TTT' }, { controles: 'TTTX' }],
    resultaat: [{ resultaat: 0 }, { resultaat: 4 }],
  },
  logzegel: { hash: [{ hash: Buffer.alloc(31) }] },
  logzegelstand: { enige: [{ enige: false }] },
  plaatsgroep: {
    aantallen: [
      { overig_bezet: -1 },
      { in_gebruik: -1 },
      { capaciteit: -1, overig_bezet: -1, in_gebruik: 0 },
    ],
    leveringsvorm: [{ leveringsvorm: '7' }],
    niet_overvol: [{ in_gebruik: 10 }],
    sector: ONBEKENDE_SECTOR,
  },
  plaatsnorm: {
    dagen: [{ dagen: -1 }, { dagen: 367 }],
    geldig: NORM_VOOR_BEGIN,
    soort: ONBEKENDE_SOORT,
  },
  signaaltermijn: {
    dagen: [{ dagen: 0 }, { dagen: 184 }],
    geldig: NORM_VOOR_BEGIN,
    soort: ONBEKENDE_SOORT,
  },
  taakrun: {
    klaar: [{ status: 'GEDAAN' }, { klaar_op: MOMENT }],
    lease: [{ status: 'LOOPT' }, { lease_tot: MOMENT }],
    soort: ONBEKENDE_SOORT,
    status: [{ status: 'ONBEKEND' }],
  },
  termijnnorm: { geldig: NORM_VOOR_BEGIN, werkdagen: [{ werkdagen: 0 }, { werkdagen: 61 }] },
  volgordebeleid: {
    dubbel: [
      {
        sleutels: ['rang', 'rang', 'bemiddelingspecificatieID'],
        richtingen: ['OP', 'OP', 'OP'],
      },
    ],
    richtingen: [{ richtingen: ['X'] }, { richtingen: ['OP', 'AF'] }],
    sleutels: [{ sleutels: ['geboortedatum', 'bemiddelingspecificatieID'], richtingen: ['OP', 'OP'] }],
    volledig: [{ sleutels: ['rang'] }, { sleutels: [], richtingen: [] }],
  },
  vraagbudget: { verbruikt: [{ verbruikt: -1 }] },
  wachtnorm: {
    dagen: [{ norm_dagen: 0 }, { norm_dagen: 3651 }],
    gebied: [
      { sector: null },
      { zorgkantoor: '5517' },
      { leveringsstatus: '6' },
      { classificatie: 'x' },
      { soort: 'STREEFNORM' },
    ],
    sector: ONBEKENDE_SECTOR,
    soort: [{ soort: 'ONBEKEND', leveringsstatus: '6' }],
    wachtstatus: [{ soort: 'STREEFNORM', leveringsstatus: '3' }],
    zekerheid: ONBEKENDE_ZEKERHEID,
  },
  wachtstatus_classificatie: { geldig: NORM_VOOR_BEGIN, zekerheid: ONBEKENDE_ZEKERHEID },
  weigeringsreden: { code: [{ code: 'klein' }, { code: 'X' }], geldig: NORM_VOOR_BEGIN },
  zorgaanbieder: { agb: [{ agb: '9900000' }, { agb: '9900000A' }] },
  zorgprofiel: {
    pgb: [{ pgb: 'MISSCHIEN' }],
    sector: ONBEKENDE_SECTOR,
    thuis: [{ thuis: 'MISSCHIEN' }],
  },
};
