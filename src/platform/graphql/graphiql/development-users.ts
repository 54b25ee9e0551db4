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

/** Where the page can log somebody in, by code and PKCE. */
export interface LoginService {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly clientID: string;
  readonly scope: string;
}

/** Port: who can be tried in development, with fresh tokens. `modules/toegang` implements it. */
export abstract class DevelopmentUsers {
  abstract load(): Promise<{
    readonly users: readonly DevelopmentUser[];
    readonly examples: Examples | null;
    /** Null when no provider for development runs on this machine. */
    readonly login: LoginService | null;
  }>;
}
