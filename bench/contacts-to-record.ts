import { execute, TODAY } from './register.js';

interface Input {
  readonly bemiddelingID: string;
  readonly datum: string;
  readonly regierol: 'DOSSIERHOUDER';
  readonly met: 'CLIENT';
  readonly vorm: 'BEELDBELLEN';
  readonly gesproken: true;
}

/** Contacts that this dossierhouder can record and that are not there yet, one after the other. */
export async function contactsToRecord(superuserUrl: string, agb: string): Promise<() => Input> {
  const rows = await execute<{ bemiddelingID: string; datum: string }>(
    superuserUrl,
    `select r.bemiddeling_id as "bemiddelingID", dag::date::text as datum
     from regiehouder r, generate_series(date '${TODAY}' - 60, date '${TODAY}', interval '1 day') as dag
     where r.instelling = '${agb}' and r.regierol = '2' and r.einddatum is null and r.ingangsdatum <= dag
       and not exists (select from contactmoment c where c.bemiddeling_id = r.bemiddeling_id and c.datum = dag::date)
     order by md5(r.bemiddeling_id::text || dag::text) limit 100000`,
  );
  let index = 0;
  return () => {
    const row = rows[index];
    if (row === undefined) throw new Error('no more contacts to record');
    index += 1;
    return { ...row, regierol: 'DOSSIERHOUDER', met: 'CLIENT', vorm: 'BEELDBELLEN', gesproken: true };
  };
}
