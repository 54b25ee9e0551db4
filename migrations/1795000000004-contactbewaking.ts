import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts, and the recorded transitions of a contact duty to overdue. */
export class Contactbewaking1795000000004 implements MigrationInterface {
  name = 'Contactbewaking1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contactmoment (
        contactmoment_id uuid not null,
        bemiddeling_id uuid not null,
        datum date not null,
        instelling text not null,
        regierol text not null,
        met text not null,
        vorm text not null,
        gesproken boolean not null,
        ingetrokken boolean not null default false,
        geregistreerd_op timestamptz not null,
        geregistreerd_door text not null,
        constraint contactmoment_pkey primary key (contactmoment_id),
        constraint contactmoment_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
        constraint contactmoment_instelling_fkey foreign key (instelling) references zorgaanbieder (agb),
        constraint contactmoment_regierol_check check (regierol in ('1','2')),
        constraint contactmoment_met_check check (met in ('CLIENT','CONTACTPERSOON','DOSSIERHOUDER')
          and not (met = 'DOSSIERHOUDER' and regierol = '2')),
        constraint contactmoment_vorm_check check (vorm in ('HUISBEZOEK','TELEFOON','BEELDBELLEN','EMAIL'))
      )`);
    await runner.query(`
      create unique index contactmoment_uniek on contactmoment (bemiddeling_id, datum, instelling, regierol, met, vorm)
        where not ingetrokken`);
    await runner.query(
      `create index contactmoment_duty_idx on contactmoment (bemiddeling_id, regierol, datum)`,
    );
    await runner.query(`
      create table contactsignaal (
        bemiddeling_id uuid not null,
        soort text not null,
        uiterlijk date not null,
        vastgesteld_op date not null,
        geregistreerd_op timestamptz not null,
        ingetrokken_op date,
        constraint contactsignaal_pkey primary key (bemiddeling_id, soort, uiterlijk),
        constraint contactsignaal_bemiddeling_id_fkey foreign key (bemiddeling_id) references bemiddeling (bemiddeling_id),
        constraint contactsignaal_soort_check check (soort in ('DOSSIERHOUDER_CLIENT','COORDINATOR_DOSSIERHOUDER')),
        constraint contactsignaal_te_laat_check check (vastgesteld_op > uiterlijk)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table contactsignaal, contactmoment`);
  }
}
