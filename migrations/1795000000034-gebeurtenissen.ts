import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Code, name, what it means, action of NEN 7513, DICOM code. */
const GEBEURTENISSEN: readonly (readonly [string, string, string, string, string])[] = [
  ['B10', 'back-up', 'Een back-up van het hele register gemaakt', 'E', '110106'],
  ['B20', 'terugzetten', 'Het register uit een back-up teruggezet', 'E', '110107'],
  ['G10', 'blokkeren', 'Iemand de toegang ontnomen; wie en waarom staat erbij', 'E', '110137'],
  ['G20', 'deblokkeren', 'Iemand de toegang teruggegeven; wie staat erbij', 'E', '110137'],
];

/**
 * Backups, restores and who is kept out are events of their own in the log; and counts of minutes that are long over may
 * be cleared away, so that the table of budgets does not grow with everybody who ever came by.
 */
export class Gebeurtenissen1795000000034 implements MigrationInterface {
  name = 'Gebeurtenissen1795000000034';

  async up(runner: QueryRunner): Promise<void> {
    for (const gebeurtenis of GEBEURTENISSEN)
      await runner.query(`insert into loggebeurtenis values ($1, $2, $3, $4, $5)`, [...gebeurtenis]);
    await runner.query(`grant delete on vraagbudget to wlz_systeem_schrijver`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke delete on vraagbudget from wlz_systeem_schrijver`);
    await runner.query(`delete from loggebeurtenis where code = any ($1)`, [
      GEBEURTENISSEN.map(([code]) => code),
    ]);
  }
}
