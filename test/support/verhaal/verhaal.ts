import { randomUUID } from 'node:crypto';
import { intakeFor } from '../../../src/intakes.js';
import { isBsn } from '../../../src/modules/client/index.js';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import type { Day, Instant } from '../../../src/platform/clock/index.js';
import { processContext } from '../../../src/platform/context/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { runIntake } from '../../../src/platform/intake/index.js';
import { startTestApp, type TestApp } from '../app.js';
import { Aanbieder, Medewerker } from './spelers.js';
import { Verhaalklok } from './verhaalklok.js';

type Nachttaak = 'contactbewaking' | 'aanbodverloop' | 'termijnbewaking';

export interface Verhaal<Naam extends string> {
  readonly app: TestApp;
  /** Employee of the responsible zorgkantoor. */
  readonly kantoor: Medewerker;
  readonly bij: Readonly<Record<Naam, Aanbieder>>;
  /** It becomes the morning of this day. */
  readonly op: (day: Day) => void;
  /** This moment, to look back to later. */
  readonly nu: () => Instant;
}

/** The server on which the stories of one test file are told, each in a region of its own. */
export class Verteller {
  private number = 0;
  private bsn = 999_910_000;

  private constructor(
    private readonly app: TestApp,
    private readonly klok: Verhaalklok,
  ) {}

  static async begin(): Promise<Verteller> {
    const klok = new Verhaalklok();
    return new Verteller(await startTestApp('2026-01-01', klok), klok);
  }

  /**
   * A story in a region in which nothing happened yet.
   * @param regio UZOVI of the zorgkantoor
   * @param aanbieders what each provider delivers (COD578), by the name of it and of its one location
   */
  async verhaal<Naam extends string>(
    regio: string,
    aanbieders: Readonly<Record<Naam, readonly string[]>>,
  ): Promise<Verhaal<Naam>> {
    this.klok.zet('2026-01-01');
    const namen = Object.keys(aanbieders) as Naam[];
    const records = namen.map((naam) => this.aanbieder(naam, regio, aanbieders[naam]));
    await this.takeIn(records);
    const bij = {} as Record<Naam, Aanbieder>;
    for (const [index, { agbCode, naam, locaties }] of records.entries()) {
      const token = await this.app.zorgaanbieder(agbCode);
      const key = namen[index];
      if (key !== undefined)
        bij[key] = new Aanbieder(this.app, token, naam, agbCode, locaties[0]?.locatieID ?? '');
    }
    const token = await this.app.medewerker([regio]);
    return {
      app: this.app,
      kantoor: new Medewerker(this.app, token, 'zorgkantoor', regio, () => this.newBsn()),
      bij,
      op: (day) => this.klok.zet(day),
      nu: () => this.klok.now(),
    };
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private aanbieder(naam: string, zorgkantoor: string, leveringsvormen: readonly string[]) {
    this.number += 1;
    const locatie = { naam, plaatsnaam: 'Leiden', postcode: '2311AA', capaciteit: 20 };
    return {
      agbCode: String(99_000_100 + this.number),
      naam,
      zorgkantoor,
      sectoren: ['VV'],
      leveringsvormen,
      locaties: [{ locatieID: randomUUID(), ...locatie }],
    };
  }

  private async takeIn(records: readonly object[]): Promise<void> {
    const refused: string[] = [];
    await runIntake(
      this.app.app.get(UnitOfWork, { strict: false }),
      processContext(this.klok, 'proef', 'zorgaanbieders'),
      intakeFor(this.app.app, 'zorgaanbieders'),
      JSON.stringify(records),
      {
        dryRun: false,
        bekendOp: 'NU',
        onRefusal: (label, { melding }) => refused.push(`${label}: ${melding}`),
        onProgress: () => undefined,
      },
    );
    if (refused.length > 0) throw new Error(refused.join('\n'));
  }

  private newBsn(): string {
    do this.bsn += 1;
    while (!isBsn(String(this.bsn)));
    return String(this.bsn);
  }

  /** What otherwise happens in the night: waits until the task has run for today. */
  async nacht(taak: Nachttaak): Promise<Record<string, string>> {
    const token = await issueDevelopmentToken(this.app.config, {
      sub: 'proef-beheerder',
      rollen: ['BEHEERDER'],
      uzovi: [],
      agb: null,
    });
    const asked = await this.app.graphql<{ runTaak: { taakrunID?: string } }>(
      token,
      `mutation ($input: RunTaakInput!) { runTaak(input: $input) { ... on Taakrun { taakrunID } } }`,
      { input: { taak } },
    );
    const id = asked.data.runTaak.taakrunID;
    for (let look = 0; look < 200; look += 1) {
      const { data } = await this.app.graphql<{ taken: { runs: Run[] }[] }>(
        token,
        `{ taken { runs { taakrunID status fout resultaat { naam waarde } } } }`,
      );
      const run = data.taken.flatMap(({ runs }) => runs).find(({ taakrunID }) => taakrunID === id);
      if (run?.status === 'MISLUKT') throw new Error(run.fout ?? taak);
      if (run?.status === 'GEDAAN') {
        return Object.fromEntries(run.resultaat.map(({ naam, waarde }) => [naam, waarde]));
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${taak} did not finish`);
  }
}

interface Run {
  readonly taakrunID: string;
  readonly status: string;
  readonly fout: string | null;
  readonly resultaat: readonly { readonly naam: string; readonly waarde: string }[];
}
