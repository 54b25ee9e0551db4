/** What somebody has to do, within a term. */
export const WERKSOORTEN = [
  'TOEWIJZEN',
  'EERSTE_STATUS',
  'ZONDER_STATUS',
  'OVERBRUGGING_AANVRAGEN',
  'VERZOEK_BEOORDELEN',
  'VERZOEK_UITVOEREN',
  'GESPREK_NA_WEIGERING',
  'ZORG_BEGINNEN',
] as const;
export type Werksoort = (typeof WERKSOORTEN)[number];

/** Whose work it is. */
export type Partij = 'ZORGKANTOOR' | 'ZORGAANBIEDER';

/** Whether the last day of the term has gone by, and whether doing it now is still asked for. */
export type Werkstatus = 'LOPEND' | 'TE_LAAT' | 'VERLOPEN';

/** Where each kind of work comes from: the rule by the name the sources give it, and who says so. */
export const BRONNEN: Readonly<Record<Werksoort, string>> = {
  TOEWIJZEN: 'iWlz-informatiemodel 2.2, OP088: toewijzen binnen 1 werkdag',
  EERSTE_STATUS: 'iWlz-informatiemodel 2.2, OP181: status na toewijzing binnen 5, anders 10 werkdagen',
  ZONDER_STATUS: 'iWlz-informatiemodel 2.2, OP181: mutatie binnen 5 werkdagen melden',
  OVERBRUGGING_AANVRAGEN:
    'iWlz-informatiemodel 2.2, OP182: aanvragen binnen 5 werkdagen, 10 zolang de status niet bekend is',
  VERZOEK_BEOORDELEN: 'iWlz-informatiemodel 2.2, OP037: binnen 2 werkdagen, zwijgen is toestemmen',
  VERZOEK_UITVOEREN: 'iWlz-informatiemodel 2.2, OP037 en OP088: toewijzen wat is geaccepteerd',
  GESPREK_NA_WEIGERING: 'zorgkantoor VGZ: na een tweede weigering de status in overleg herzien',
  ZORG_BEGINNEN: 'eigen keuze: een toegezegde plaats wordt binnen een termijn bewoond of vrijgegeven',
};
