import { uuid, type Rij } from './rijen.js';

/** Numbers that pass the check of a BSN and belong to nobody. */
const BSN = ['999990019', '999990020', '999990032', '999990044', '999990056', '999990068'];

const LETTERS = 'ABCDEFGHI';

/** What row `n` of a table holds where a constraint asks for more than the type of the column. */
export const VOORBEELDEN: Readonly<Record<string, (n: number) => Rij>> = {
  aanbod: () => ({ leveringsstatus: '6', status: 'AANGEBODEN', positie: 1 }),
  bemiddeling: () => ({ verantwoordelijk_zorgkantoor: '5517' }),
  bemiddelingspecificatie: () => ({
    leveringsvorm: '5',
    instelling: '99000001',
    percentage: 100,
    soort_toewijzing: '1',
  }),
  bewaarstop: (n) => ({ client_id: uuid(n) }),
  bewaarstop_historie: (n) => ({ client_id: uuid(n) }),
  bewaartermijn: (n) => ({ klasse: n === 1 ? 'BERICHT' : 'TAAKRUN' }),
  bezorgbeleid: (n) => ({
    geldig_vanaf: `202${n}-01-01`,
    geldig_tot: `202${n}-12-31`,
    eerste_pauze_s: 1,
    langste_pauze_s: 1,
    wachttijd_ms: 100,
  }),
  client: (n) => ({ bsn: BSN[n - 1] }),
  codelijst_waarde: (n) => ({ lijst: `COD00${n}` }),
  contactgegevens: (n) => ({ client_id: uuid(n) }),
  contactmoment: () => ({ instelling: '99000001', regierol: '2', met: 'CLIENT', vorm: 'TELEFOON' }),
  contactnorm: () => ({ regierol: '1', tegenpartij: 'CLIENT', max_dagen: 100 }),
  contactsignaal: () => ({
    soort: 'TE_LAAT',
    verplichting: 'DOSSIERHOUDER_CLIENT',
    aanleiding: '2026-01-01',
    vastgesteld_op: '2026-01-02',
  }),
  contactverplichting: () => ({
    soort: 'DOSSIERHOUDER_CLIENT',
    zorgkantoor: '5599',
    max_dagen: 100,
    uiterlijk: '2026-04-11',
  }),
  geblokkeerde_gebruiker: () => ({ reden: 'UIT_DIENST' }),
  idempotentie: (n) => ({ organisatie: `organisatie ${n}` }),
  indicatie: () => ({ initieel_verantwoordelijk_zorgkantoor: '5517' }),
  kalenderdag: (n) => ({ dag: `2026-01-0${n}` }),
  loggebeurtenis: () => ({ actie: 'R' }),
  logregel: (n) => ({ actie: 'R', controles: 'TTTT', resultaat: 1, client_id: uuid(n) }),
  logzegelstand: () => ({ enige: true }),
  plaatsgroep: () => ({ leveringsvorm: '4', sector: 'VV', capaciteit: 10, overig_bezet: 1, in_gebruik: 1 }),
  plaatsnorm: (n) => ({ soort: n === 1 ? 'AANBOD' : 'GESPREK' }),
  regiehouder: () => ({ instelling: '99000001', regierol: '1' }),
  signaaltermijn: (n) => ({ soort: n === 1 ? 'NADERT' : 'ESCALATIE' }),
  taakrun: () => ({ soort: 'HAND', status: 'WACHT' }),
  toegangsrecht: (n) => ({ grond: n === 1 ? 'REGIEROL' : 'SPECIFICATIE' }),
  toegangsrecht_zorgkantoor: (n) => ({
    grond: n === 1 ? 'VERANTWOORDELIJK' : 'UITVOEREND',
    bemiddeling_id: uuid(n),
  }),
  uitstelperiode: () => ({ leveringsstatus: '6', bron: 'DOSSIERHOUDER' }),
  verzoek: () => ({
    regierol: '1',
    status: 'INGEDIEND',
    leveringsvorm: '5',
    aanbieder: '99000001',
    toewijzing_ingangsdatum: '2026-01-01',
    toewijzing_percentage: 100,
  }),
  volgordebeleid: () => ({ sleutels: ['bemiddelingspecificatieID'], richtingen: ['OP'] }),
  wachtlijstplaats: () => ({ zorgkantoor: '5599' }),
  wachtnorm: () => ({ soort: 'TREEKNORM', sector: 'VV', norm_dagen: 10 }),
  wachtstatus_classificatie: () => ({ zekerheid: 'A' }),
  weigeringsreden: (n) => ({ code: `REDEN_${LETTERS.charAt(n)}` }),
  zorgaanbieder: (n) => ({ agb: `9900000${n}` }),
  zorgprofiel: () => ({ pgb: 'JA', thuis: 'JA' }),
};
