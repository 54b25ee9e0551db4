import { uuid, type Rij } from './rijen.js';

/** Not at the same time: the first row, one that overlaps it and one that does not. */
export interface Uitsluiting {
  readonly eerste: Rij;
  readonly botst: Rij;
  readonly naast: readonly Rij[];
}

const BEGIN = { ingangsdatum: '2026-01-01', einddatum: '2026-01-31' };
const LAATSTE_DAG = { ingangsdatum: '2026-01-31' };
const DAG_ERNA = { ingangsdatum: '2026-02-01' };
const NORM = { geldig_vanaf: '2026-01-01', geldig_tot: '2026-01-31' };
const NORM_LAATSTE_DAG = { geldig_vanaf: '2026-01-31', geldig_tot: null };
const NORM_DAG_ERNA = { geldig_vanaf: '2026-02-01', geldig_tot: null };

const ID = uuid(1);
const TOEWIJZING = { zzp_code: 't1', bemiddeling_id: ID };
const GESLOTEN_VERPLICHTING = {
  van: '2026-01-01',
  tot: '2026-01-31',
  afloop: 'VERVALLEN',
  vervalreden: 'OVERLEDEN',
};
const VERPLICHTING = {
  bemiddeling_id: ID,
  uiterlijk: '2026-05-11',
  begin: '2026-01-31',
  termijn_van: '2026-01-31',
};

/** What must not be twice at the same time, by its whole name. */
export const UITSLUITINGEN: Readonly<Record<string, Readonly<Record<string, Uitsluiting>>>> = {
  bemiddelingspecificatie: {
    bemiddelingspecificatie_geen_dubbele: {
      eerste: { ...TOEWIJZING, toewijzing_einddatum: '2026-01-31' },
      botst: { ...TOEWIJZING, toewijzing_ingangsdatum: '2026-01-31' },
      naast: [
        { ...TOEWIJZING, toewijzing_ingangsdatum: '2026-02-01' },
        { ...TOEWIJZING, instelling: '99000002' },
        { ...TOEWIJZING, leveringsvorm: '7' },
        { ...TOEWIJZING, zzp_code: 't2' },
        { ...TOEWIJZING, soort_toewijzing: '3' },
        { zzp_code: 't1' },
      ],
    },
  },
  bewaartermijn: {
    bewaartermijn_een_tegelijk: {
      eerste: NORM,
      botst: { ...NORM_LAATSTE_DAG, klasse: 'BERICHT' },
      naast: [{ ...NORM_DAG_ERNA, klasse: 'BERICHT' }, NORM_LAATSTE_DAG],
    },
  },
  bezorgbeleid: {
    bezorgbeleid_een_tegelijk: { eerste: NORM, botst: NORM_LAATSTE_DAG, naast: [NORM_DAG_ERNA] },
  },
  contactverplichting: {
    contactverplichting_een_tegelijk: {
      eerste: GESLOTEN_VERPLICHTING,
      botst: { ...VERPLICHTING, van: '2026-01-31' },
      naast: [
        { ...VERPLICHTING, van: '2026-02-01' },
        { ...VERPLICHTING, van: '2026-01-31', soort: 'COORDINATOR_DOSSIERHOUDER' },
        { ...VERPLICHTING, van: '2026-01-31', bemiddeling_id: uuid(2) },
      ],
    },
  },
  geindiceerd_zorgzwaartepakket: {
    geindiceerd_zorgzwaartepakket_een_tegelijk: {
      eerste: BEGIN,
      botst: { ...LAATSTE_DAG, wlz_indicatie_id: ID },
      naast: [{ ...DAG_ERNA, wlz_indicatie_id: ID }, LAATSTE_DAG],
    },
  },
  leveringperiode: {
    leveringperiode_een_tegelijk: {
      eerste: BEGIN,
      botst: { ...LAATSTE_DAG, levering_id: ID },
      naast: [{ ...DAG_ERNA, levering_id: ID }, LAATSTE_DAG],
    },
  },
  plaatsnorm: {
    plaatsnorm_een_tegelijk: {
      eerste: NORM,
      botst: { ...NORM_LAATSTE_DAG, soort: 'AANBOD' },
      naast: [{ ...NORM_DAG_ERNA, soort: 'AANBOD' }, NORM_LAATSTE_DAG],
    },
  },
  regiehouder: {
    regiehouder_een_tegelijk: {
      eerste: BEGIN,
      botst: { ingangsdatum: '2026-01-30', bemiddeling_id: ID },
      naast: [
        { ...LAATSTE_DAG, bemiddeling_id: ID },
        { ingangsdatum: '2026-01-30', bemiddeling_id: ID, regierol: '2' },
        { ingangsdatum: '2026-01-30' },
      ],
    },
  },
  termijnnorm: {
    termijnnorm_een_tegelijk: {
      eerste: { geldig_tot: '2026-01-31', geval: 'g' },
      botst: { geldig_van: '2026-01-31', termijn: 't1', geval: 'g' },
      naast: [
        { geldig_van: '2026-02-01', termijn: 't1', geval: 'g' },
        { geldig_van: '2026-01-31', termijn: 't1' },
        { geldig_van: '2026-01-31', geval: 'g' },
      ],
    },
  },
  wachtlijstplaats: {
    wachtlijstplaats_een_tegelijk: {
      eerste: { tot: '2026-01-31' },
      botst: { van: '2026-01-31', bemiddelingspecificatie_id: ID },
      naast: [{ van: '2026-02-01', bemiddelingspecificatie_id: ID }, { van: '2026-01-31' }],
    },
  },
  weigeringsreden: {
    weigeringsreden_een_tegelijk: {
      eerste: NORM,
      botst: { ...NORM_LAATSTE_DAG, code: 'REDEN_B' },
      naast: [{ ...NORM_DAG_ERNA, code: 'REDEN_B' }, NORM_LAATSTE_DAG],
    },
  },
};
