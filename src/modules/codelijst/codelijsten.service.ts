import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CodelijstInhoud } from './domain/codelijst-inhoud.js';
import type {
  ClassificatieRij,
  Codelijst,
  CodelijstRij,
  Zorgprofiel,
  ZorgprofielRij,
} from './domain/codelijst-rijen.js';
import { type Day } from '../../platform/clock/index.js';

/**
 * The code lists as the database holds them, read once at start and kept. `reload` takes in what the office changed
 * since; other running instances follow at their own reload or restart.
 */
@Injectable()
export class Codelijsten implements OnModuleInit {
  private inhoud: CodelijstInhoud | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  async reload(): Promise<void> {
    const waarden = await this.dataSource.query<CodelijstRij[]>(
      `select lijst, code, ingangsdatum::text, expiratiedatum::text, omschrijving, bron from codelijst_waarde`,
    );
    const paren = await this.dataSource.query<ClassificatieRij[]>(
      `select leveringsstatus, classificatie, geldig_vanaf::text as "geldigVanaf", geldig_tot::text as "geldigTot",
         bron, zekerheid
       from wachtstatus_classificatie`,
    );
    const profielen = await this.dataSource.query<ZorgprofielRij[]>(
      `select zzp_code as "zzpCode", geldig_vanaf::text as "geldigVanaf", geldig_tot::text as "geldigTot", sector,
         profielgroep, pgb, thuis, bron
       from zorgprofiel`,
    );
    this.inhoud = new CodelijstInhoud(waarden, paren, profielen);
  }

  /** See CodelijstInhoud.assertCode. */
  assertCode(lijst: Codelijst, code: string | null | undefined, day: Day, pad: readonly string[] = []): void {
    this.loaded().assertCode(lijst, code, day, pad);
  }

  /** See CodelijstInhoud.holds. */
  holds(lijst: Codelijst, code: string, day: Day): boolean {
    return this.loaded().holds(lijst, code, day);
  }

  /** See CodelijstInhoud.omschrijving. */
  omschrijving(lijst: Codelijst, code: string | null): string | null {
    return this.loaded().omschrijving(lijst, code);
  }

  /** See CodelijstInhoud.classificatiePaar. */
  classificatiePaar(leveringsstatus: string, classificatie: string, day: Day): boolean {
    return this.loaded().classificatiePaar(leveringsstatus, classificatie, day);
  }

  /** See CodelijstInhoud.zorgprofiel. */
  zorgprofiel(zzpCode: string, day: Day): Zorgprofiel | null {
    return this.loaded().zorgprofiel(zzpCode, day);
  }

  private loaded(): CodelijstInhoud {
    if (!this.inhoud) throw new Error('The code lists were used before they were loaded.');
    return this.inhoud;
  }
}
