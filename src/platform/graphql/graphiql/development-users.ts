/** Somebody the page can act as. */
export interface DevelopmentUser {
  /** Dutch label in the chooser. */
  readonly naam: string;
  readonly token: string;
}

/** Ids from the demo data that make the ready-made operations work at once. */
export interface Examples {
  readonly bsn: string;
  /** An allocation whose dossierhouder is among the users. */
  readonly bemiddelingID: string;
  readonly vandaag: string;
  readonly maandGeleden: string;
  /** The first two places of the waiting list: bemiddelingspecificatieIDs. */
  readonly plaatsen: readonly string[];
  /** A location with a free place and clients who wait for it; null when there is none. */
  readonly locatieID: string | null;
}

/** Port: who can be tried in development, with fresh tokens. `modules/toegang` implements it. */
export abstract class DevelopmentUsers {
  abstract load(): Promise<{
    readonly users: readonly DevelopmentUser[];
    readonly examples: Examples | null;
  }>;
}
