import type { Rij } from './rijen.js';

/** One of a kind: two rows that agree in these columns do not go together; the first two example rows differ in them. */
export interface Uniek {
  readonly kolommen: readonly string[];
  /** Both rows, when only some rows must differ. */
  readonly beide?: Rij;
  /** Changes to the second row of which one is enough to go together after all. */
  readonly naast?: readonly Rij[];
  /** A constraint that says the same and more, and speaks first: it is taken away before this key is put to the proof. */
  readonly achter?: string;
}

/** The primary key of a table, `<tabel>_pkey`. */
export const PRIMAIR: Readonly<Record<string, readonly string[]>> = {
  aanbod: ['aanbod_id'],
  aanmelding: ['token_hash'],
  afstel: ['afstel_id'],
  bemiddeling: ['bemiddeling_id'],
  bemiddelingspecificatie: ['bemiddelingspecificatie_id'],
  bericht: ['bericht_id'],
  bewaarstop: ['bewaarstop_id'],
  bewaartermijn: ['klasse', 'geldig_vanaf'],
  bezorgbeleid: ['geldig_vanaf'],
  client: ['client_id'],
  codelijst_waarde: ['lijst', 'code', 'ingangsdatum'],
  contactboek_achterstand: ['bemiddeling_id'],
  contactgegevens: ['contactgegevens_id'],
  contactmoment: ['contactmoment_id'],
  contactnorm: ['contactnorm_id'],
  contactpersoon: ['contactpersoon_id'],
  contactsignaal: ['contactsignaal_id'],
  contactsignaal_melding: ['contactsignaal_id'],
  contactverplichting: ['contactverplichting_id'],
  geblokkeerde_gebruiker: ['geblokkeerde_gebruiker_id'],
  geindiceerd_zorgzwaartepakket: ['geindiceerd_zorgzwaartepakket_id'],
  gesprekstaak: ['gesprekstaak_id'],
  grondslag: ['grondslag_id'],
  idempotentie: ['organisatie', 'mutatie', 'sleutel'],
  indicatie: ['wlz_indicatie_id'],
  kalenderdag: ['dag'],
  levering: ['levering_id'],
  leveringperiode: ['leveringperiode_id'],
  locatie: ['locatie_id'],
  loggebeurtenis: ['code'],
  logregel: ['logregel_id'],
  logzegel: ['volgnr'],
  logzegelstand: ['enige'],
  plaatsgroep: ['plaatsgroep_id'],
  plaatsnorm: ['soort', 'geldig_vanaf'],
  regiehouder: ['regiehouder_id'],
  registratieklok: ['client_id'],
  signaaltermijn: ['soort', 'geldig_vanaf'],
  taakrun: ['taakrun_id'],
  termijnnorm: ['termijn', 'geval', 'geldig_van'],
  toegangsrecht: ['grond', 'bron_id'],
  toegangsrecht_zorgkantoor: ['grond', 'bron_id'],
  uitstelperiode: ['uitstelperiode_id'],
  verzoek: ['verzoek_id'],
  volgordebeleid: ['versie'],
  vraagbudget: ['gebruiker'],
  wachtlijst_te_herleiden: ['bemiddelingspecificatie_id'],
  wachtlijstplaats: ['bemiddelingspecificatie_id', 'van'],
  wachtnorm: ['wachtnorm_id'],
  wachtstatus_classificatie: ['leveringsstatus', 'classificatie'],
  webhook: ['ontvanger'],
  webhook_geheim: ['webhook_geheim_id'],
  webhook_stand: ['ontvanger'],
  weigeringsreden: ['code', 'geldig_vanaf'],
  wzd: ['wzd_id'],
  zorgaanbieder: ['agb'],
  zorgprofiel: ['zzp_code', 'geldig_vanaf'],
};

/** Per table: its other keys, by their whole name. */
export const UNIEK: Readonly<Record<string, Readonly<Record<string, Uniek>>>> = {
  aanbod: {
    aanbod_een_tegelijk: {
      kolommen: ['client_id'],
      naast: [{ status: 'INGETROKKEN', reden_einde: 'x' }],
    },
  },
  afstel: { afstel_levering_uniek: { kolommen: ['levering_id'] } },
  bericht: {
    bericht_eenmalig_uniek: {
      kolommen: ['ontvanger', 'soort', 'eenmalig'],
      beide: { eenmalig: 'x' },
      naast: [{ eenmalig: null }, { eenmalig: 'y' }],
    },
  },
  client: { client_bsn_uniek: { kolommen: ['bsn'] } },
  contactmoment: {
    contactmoment_uniek: {
      kolommen: ['bemiddeling_id', 'datum', 'instelling', 'regierol', 'met', 'vorm'],
      naast: [
        { ingetrokken: true },
        { datum: '2026-01-02' },
        { instelling: '99000002' },
        { regierol: '1' },
        { met: 'CONTACTPERSOON' },
        { vorm: 'EMAIL' },
      ],
    },
  },
  contactnorm: {
    contactnorm_uniek: {
      kolommen: [
        'zorgkantoor',
        'regierol',
        'tegenpartij',
        'leveringsstatus',
        'classificatie',
        'geldig_vanaf',
      ],
      naast: [
        { zorgkantoor: '5517' },
        { regierol: '2' },
        { tegenpartij: 'DOSSIERHOUDER' },
        { classificatie: 'x' },
        { geldig_vanaf: '2026-01-02' },
      ],
    },
  },
  contactsignaal: {
    contactsignaal_oorzaak_uniek: {
      kolommen: ['bemiddeling_id', 'verplichting', 'soort', 'aanleiding'],
      naast: [
        { verplichting: 'COORDINATOR_DOSSIERHOUDER' },
        { soort: 'ESCALATIE' },
        { aanleiding: '2025-12-31' },
      ],
    },
  },
  contactverplichting: {
    contactverplichting_begin_uniek: {
      kolommen: ['bemiddeling_id', 'soort', 'van'],
      achter: 'contactverplichting_een_tegelijk',
      naast: [{ soort: 'COORDINATOR_DOSSIERHOUDER' }, { van: '2026-01-02' }],
    },
  },
  geblokkeerde_gebruiker: {
    geblokkeerde_gebruiker_uniek: { kolommen: ['sub', 'rol'], naast: [{ rol: 'BEHEERDER' }] },
  },
  gesprekstaak: {
    gesprekstaak_een_open: {
      kolommen: ['bemiddeling_id'],
      naast: [{ gesprek_op: '2026-01-01', resultaat: 'ZIET_AF' }],
    },
  },
  indicatie: { indicatie_besluitnummer_uniek: { kolommen: ['client_id', 'besluitnummer'] } },
  levering: { levering_specificatie_uniek: { kolommen: ['bemiddelingspecificatie_id'] } },
  logzegel: { logzegel_logregel_id_uniek: { kolommen: ['logregel_id'] } },
  migrations: { PK_8c82d7f526340ab734260ea46be: { kolommen: ['id'], beide: { id: 1 }, naast: [{ id: 2 }] } },
  plaatsgroep: {
    plaatsgroep_uniek: {
      kolommen: ['locatie_id', 'sector', 'leveringsvorm'],
      beide: { sector: null, leveringsvorm: null },
      naast: [{ sector: 'GGZ' }, { leveringsvorm: '5' }],
    },
  },
  taakrun: {
    taakrun_een_tegelijk: {
      kolommen: ['taak'],
      beide: { status: 'LOOPT', lease_tot: '2026-01-01T00:00:00Z' },
      naast: [{ status: 'WACHT', lease_tot: null }],
    },
    taakrun_gepland_uniek: {
      kolommen: ['taak', 'gepland_op'],
      beide: { soort: 'GEPLAND' },
      naast: [{ soort: 'HAND' }, { gepland_op: '2026-01-02T00:00:00Z' }],
    },
  },
  verzoek: {
    verzoek_een_open: {
      kolommen: ['bemiddelingspecificatie_id', 'leveringsvorm'],
      naast: [
        { leveringsvorm: '4' },
        { status: 'GEACCEPTEERD', wijze: 'STILTE', beoordeeld_op: '2026-01-01' },
      ],
    },
  },
  wachtnorm: {
    wachtnorm_uniek: {
      kolommen: ['soort', 'zorgkantoor', 'sector', 'leveringsstatus', 'classificatie', 'versie'],
      naast: [{ sector: 'GGZ' }, { soort: 'STREEFNORM', leveringsstatus: '6' }],
    },
  },
  webhook_geheim: {
    webhook_geheim_een_huidig: { kolommen: ['ontvanger'], naast: [{ geldig_tot: '2026-01-02T00:00:00Z' }] },
  },
  wzd: { wzd_indicatie_uniek: { kolommen: ['wlz_indicatie_id'] } },
};
