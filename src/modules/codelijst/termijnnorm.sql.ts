/** The chain terms that are counted in werkdagen, as rows of `termijnnorm`. */
export type Termijn =
  'TOEWIJZEN' | 'EERSTE_STATUS' | 'OVERBRUGGING_AANVRAGEN' | 'VERZOEK_BEOORDELEN' | 'ZONDER_STATUS';

/**
 * How many werkdagen a term has that began on a day, as a scalar SQL expression. The row of that day counts; where none
 * holds, the newest: a hole in the table must not silence a term.
 * @param geval SQL of type text
 * @param day SQL of type date
 */
export function termijnWerkdagen(termijn: Termijn, geval: string, day: string): string {
  return `(select norm.werkdagen from termijnnorm norm
    where norm.termijn = '${termijn}' and norm.geval = ${geval}
    order by norm.geldig_van <= ${day} and (norm.geldig_tot is null or norm.geldig_tot >= ${day}) desc,
      norm.geldig_van desc
    limit 1)`;
}
