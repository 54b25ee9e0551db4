import type { Checks } from './checkproef.js';
import { uuid } from './rijen.js';

const VOOR = '2025-12-31';
const DAG = '2026-01-01';
const NA = '2026-05-01';
const MOMENT = '2026-01-01T00:00:00Z';
const ID = uuid(1);

const EINDE_VOOR_BEGIN = [{ einddatum: VOOR }];
const ROL = [{ regierol: '3' }];
const VERVALLEN = { tot: NA, afloop: 'VERVALLEN', vervalreden: 'OVERLEDEN' };

/** Rows of clients that go against one check. */
export const DOSSIERCHECKS: Checks = {
  aanbod: {
    afwijking: [{ positie: 2 }, { positie: 0, reden_afwijking: 'x' }],
    intrekking: [{ status: 'INGETROKKEN' }],
    leveringsstatus: [{ leveringsstatus: '9' }],
    status: [{ status: 'ONBEKEND' }],
    uiterlijk: [{ uiterlijk: VOOR }],
    weigering: [
      { weigeringsreden: 'x' },
      { conform_wens: true },
      { telt_mee: true },
      { zwaarwegende_reden: 'x' },
      { status: 'GEWEIGERD' },
    ],
    zorg: [{ status: 'IN_ZORG' }, { status: 'BEEINDIGD' }, { leveringperiode_id: ID }],
  },
  bemiddeling: {
    periode: [{ verantwoordelijkheid_einddatum: VOOR }],
    zorgkantoor: [{ verantwoordelijk_zorgkantoor: '5617' }, { verantwoordelijk_zorgkantoor: '55170' }],
  },
  bemiddelingspecificatie: {
    etmalen: [
      { etmalen: '3,5' },
      { leveringsvorm: '8', opname: '1' },
      { leveringsvorm: '8', opname: '1', etmalen: '5,0' },
      { leveringsvorm: '8', opname: '1', etmalen: '4,0', toewijzing_ingangsdatum: '2019-12-31' },
    ],
    intrekking: [{ reden_intrekking: '1' }],
    leveringsvorm: [{ leveringsvorm: '6' }],
    opname: [{ opname: '1' }, { leveringsvorm: '4' }],
    percentage: [
      { percentage: 0 },
      { percentage: 100100 },
      { percentage: 150 },
      { leveringsvorm: '2', instelling: null, percentage: null, pgb_percentage: 150 },
    ],
    periode: [{ toewijzing_einddatum: VOOR }],
    pgb: [{ leveringsvorm: '2' }, { instelling: null }, { percentage: null }, { pgb_percentage: 100 }],
    soort: [{ soort_toewijzing: '2' }],
  },
  client: {
    bsn_elfproef: [{ bsn: '999990018' }, { bsn: '000000000' }, { bsn: '99999001' }],
    geheim: [{ geheime_client: '3' }],
    overlijden: [{ overlijdensdatum: VOOR }],
  },
  contactgegevens: {
    eigenaar: [{ client_id: null }, { contactpersoon_id: ID }],
    periode: EINDE_VOOR_BEGIN,
  },
  contactmoment: {
    met: [{ met: 'BUREN' }, { met: 'DOSSIERHOUDER' }],
    regierol: ROL,
    vorm: [{ vorm: 'BRIEF' }],
  },
  contactpersoon: { periode: EINDE_VOOR_BEGIN },
  contactsignaal: {
    dag: [
      { soort: 'NADERT' },
      { soort: 'JAARNORM_NIET_GEHAALD', vastgesteld_op: VOOR },
      { vastgesteld_op: DAG },
    ],
    sluimer: [{ sluimert_tot: NA }, { sluimerreden: 'x' }],
    soort: [{ soort: 'ONBEKEND' }],
    verplichting: [{ verplichting: 'ONBEKEND' }],
  },
  contactverplichting: {
    afloop: [
      { tot: NA },
      { afloop: 'VERVALLEN', vervalreden: 'OVERLEDEN' },
      { tot: NA, afloop: 'ONBEKEND' },
      { tot: NA, afloop: 'VOLDAAN' },
      { tot: NA, afloop: 'VERVALLEN' },
      { vervalreden: 'OVERLEDEN' },
    ],
    dagen: [{ ...VERVALLEN, tot: VOOR }],
    soort: [{ soort: 'ONBEKEND' }],
    te_laat: [{ te_laat_sinds: '2026-04-11' }, { ...VERVALLEN, te_laat_sinds: '2026-05-02' }],
    termijn: [
      { max_dagen: 0, uiterlijk: DAG },
      { max_dagen: 184, uiterlijk: '2026-07-04' },
      { uiterlijk: '2026-04-12' },
      { termijn_van: VOOR, uiterlijk: '2026-04-10' },
      { termijn_van: '2026-01-02', uiterlijk: '2026-04-12' },
    ],
    vervalreden: [{ ...VERVALLEN, vervalreden: 'ZOMAAR' }],
  },
  geindiceerd_zorgzwaartepakket: { periode: EINDE_VOOR_BEGIN },
  gesprekstaak: {
    gesprek: [{ gesprek_op: VOOR, resultaat: 'ZIET_AF' }],
    resultaat: [{ resultaat: 'ZIET_AF' }, { gesprek_op: DAG }, { gesprek_op: DAG, resultaat: 'ONBEKEND' }],
  },
  indicatie: {
    besluitnummer: [{ besluitnummer: 0 }, { besluitnummer: 1_000_000_000 }],
    periode: EINDE_VOOR_BEGIN,
    zorgkantoor: [{ initieel_verantwoordelijk_zorgkantoor: '5617' }],
  },
  leveringperiode: { periode: EINDE_VOOR_BEGIN },
  regiehouder: { periode: EINDE_VOOR_BEGIN, regierol: ROL },
  toegangsrecht: { grond: [{ grond: 'ONBEKEND' }], periode: [{ tot: VOOR }] },
  toegangsrecht_zorgkantoor: {
    bemiddeling: [{ bemiddeling_id: null }, { grond: 'INDICATIE' }],
    grond: [{ grond: 'ONBEKEND' }],
  },
  uitstelperiode: {
    bron: [{ bron: 'BUREN' }],
    handmatig: [{ bron: 'ZORGKANTOOR' }, { reden_handmatig: 'x' }],
    periode: EINDE_VOOR_BEGIN,
    wachtstatus: [{ leveringsstatus: '1' }],
  },
  verzoek: {
    beoordeling: [
      { status: 'GEACCEPTEERD' },
      { wijze: 'BESLUIT', beoordeeld_op: DAG },
      { status: 'GEACCEPTEERD', wijze: 'GOK', beoordeeld_op: DAG },
      { status: 'AFGEWEZEN', wijze: 'BESLUIT', beoordeeld_op: DAG },
      { status: 'AFGEWEZEN', wijze: 'STILTE', beoordeeld_op: DAG, reden: 'x' },
      {
        status: 'NIET_NODIG',
        leveringsvorm: null,
        aanbieder: null,
        toewijzing_ingangsdatum: null,
        toewijzing_percentage: null,
      },
      { overbruggingspecificatie_id: ID },
    ],
    inhoud: [
      { status: 'NIET_NODIG', reden: 'x' },
      { leveringsvorm: null },
      { toewijzing_percentage: null },
      { leveringsvorm: null, aanbieder: null, toewijzing_ingangsdatum: null, toewijzing_percentage: null },
    ],
    leveringsvorm: [{ leveringsvorm: '8' }],
    periode: [{ toewijzing_einddatum: VOOR }],
    regierol: ROL,
    status: [{ status: 'ONBEKEND' }],
  },
  wachtlijstplaats: { periode: [{ tot: VOOR }] },
  wachtlijstplaats_historie: { bekend: [{ bekend_tot: MOMENT }] },
};
