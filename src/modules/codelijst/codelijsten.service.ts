import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
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

const WAARDEN = `
  select lijst, code, ingangsdatum, expiratiedatum, omschrijving, bron from codelijst_waarde`;
const PAREN = `
  select leveringsstatus, classificatie, geldig_vanaf as "geldigVanaf", geldig_tot as "geldigTot", bron, zekerheid
  from wachtstatus_classificatie`;
const PROFIELEN = `
  select zzp_code as "zzpCode", geldig_vanaf as "geldigVanaf", geldig_tot as "geldigTot", sector, profielgroep, pgb,
    thuis, bron
  from zorgprofiel`;

/**
 * The code lists as the database holds them, read once at start and kept. `reload` takes in what the office changed
 * since; other running instances follow at their own reload or restart.
 */
@Injectable()
export class Codelijsten implements OnModuleInit {
  private inhoud: CodelijstInhoud | undefined;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  async reload(): Promise<void> {
    this.inhoud = await this.dataSource.transaction(async (manager) => {
      await manager.query(`set local role wlz_lezer`);
      return new CodelijstInhoud(
        await manager.query<CodelijstRij[]>(WAARDEN),
        await manager.query<ClassificatieRij[]>(PAREN),
        await manager.query<ZorgprofielRij[]>(PROFIELEN),
      );
    });
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
