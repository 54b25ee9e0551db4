import { DomainError, RegelGeschonden, OngeldigeInvoer, VersieVerouderd } from '../errors/index.js';

interface ConstraintRule {
  readonly regel: string | null;
  readonly bron: string | null;
  readonly melding: string;
  readonly pad?: readonly string[];
}

/** Two rows of the policy on places that would hold on the same day. */
const AL_VASTGELEGD: ConstraintRule = {
  regel: 'PL17',
  bron: 'ADR 0010',
  melding: 'Vanaf die dag of later is hierover al iets vastgelegd; kies een latere dag.',
  pad: ['geldigVanaf'],
};

/**
 * What a broken database constraint means to the person who broke it. The domain refuses first and nicer; these are the
 * last word, for races and for what only the database can see.
 */
const CONSTRAINT_RULES: Readonly<Record<string, ConstraintRule>> = {
  client_bsn_uniek: {
    regel: 'P1',
    bron: 'OP137',
    melding: 'Deze persoon staat al onder een ander clientID geregistreerd.',
    pad: ['bsn'],
  },
  client_bsn_elfproef_check: {
    regel: 'P1',
    bron: 'CS002',
    melding: 'Het BSN voldoet niet aan de elfproef.',
    pad: ['bsn'],
  },
  client_overlijden_check: {
    regel: null,
    bron: null,
    melding: 'De overlijdensdatum ligt voor de geboortedatum.',
    pad: ['overlijdensdatum'],
  },
  indicatie_besluitnummer_uniek: {
    regel: null,
    bron: 'OP137',
    melding: 'Dit besluitnummer bestaat al bij deze cliënt.',
    pad: ['besluitnummer'],
  },
  geindiceerd_zorgzwaartepakket_een_tegelijk: {
    regel: null,
    bron: 'OP013',
    melding: 'Er kan op elk moment maar één zorgzwaartepakket geïndiceerd zijn.',
    pad: ['geindiceerdZorgzwaartepakket'],
  },
  bemiddelingspecificatie_etmalen_check: {
    regel: 'T1',
    bron: 'CD072',
    melding: 'Etmalen horen bij deeltijdverblijf, en alleen daarbij.',
    pad: ['etmalen'],
  },
  bemiddelingspecificatie_opname_check: {
    regel: 'T2',
    bron: 'CD052',
    melding: 'Opname hoort bij verblijf en deeltijdverblijf, en alleen daarbij.',
    pad: ['opname'],
  },
  bemiddelingspecificatie_pgb_check: {
    regel: 'T2',
    bron: 'CD040',
    melding: 'Een pgb heeft geen instelling en geen percentage; de andere leveringsvormen wel.',
    pad: ['instelling'],
  },
  bemiddelingspecificatie_percentage_check: {
    regel: 'T2',
    bron: 'CS129',
    melding: 'Het percentage is een heel aantal procenten, in honderdsten.',
    pad: ['percentage'],
  },
  bemiddelingspecificatie_geen_dubbele: {
    regel: 'T6',
    bron: 'TR106',
    melding: 'Deze zorg is al aan deze zorgaanbieder toegewezen in deze periode.',
    pad: ['toewijzingIngangsdatum'],
  },
  bemiddelingspecificatie_instelling_fkey: {
    regel: 'P1',
    bron: 'TR042',
    melding: 'Deze zorgaanbieder is niet bekend.',
    pad: ['instelling'],
  },
  bemiddelingspecificatie_binnen_indicatie: {
    regel: 'T9',
    bron: 'OP021',
    melding: 'De toewijzing valt niet binnen de geldigheid van de indicatie.',
    pad: ['toewijzingIngangsdatum'],
  },
  bemiddeling_regiehouder_verplicht: {
    regel: 'R1',
    bron: 'CD073',
    melding: 'Bij deze leveringsvorm hoort de hele periode een dossierhouder of coördinator zorg thuis.',
    pad: ['regiehouder'],
  },
  regiehouder_een_tegelijk: {
    regel: 'R4',
    bron: 'OP321',
    melding: 'Er is al een houder van deze rol; opvolgers overlappen hooguit één dag.',
    pad: ['ingangsdatum'],
  },
  regiehouder_instelling_fkey: {
    regel: 'P1',
    bron: 'TR042',
    melding: 'Deze zorgaanbieder is niet bekend.',
    pad: ['instelling'],
  },
  uitstelperiode_paar_fkey: {
    regel: 'W1',
    bron: 'CS131',
    melding: 'Deze classificatie hoort niet bij deze wachtstatus.',
    pad: ['leveringsstatusClassificatie'],
  },
  uitstelperiode_wachtstatus_check: {
    regel: 'W2',
    bron: 'CS133',
    melding: 'Deze leveringsstatus is geen wachtstatus.',
    pad: ['leveringsstatus'],
  },
  leveringperiode_een_tegelijk: {
    regel: 'W9',
    bron: 'OP324',
    melding: 'De zorg wordt in deze periode al geleverd.',
    pad: ['ingangsdatum'],
  },
  afstel_levering_uniek: {
    regel: 'W3',
    bron: 'TR046',
    melding: 'Van deze toewijzing is al afgezien.',
    pad: ['afsteldatum'],
  },
  aanbod_een_tegelijk: {
    regel: 'PL5',
    bron: null,
    melding: 'Aan deze cliënt is al een plaats aangeboden of toegezegd.',
    pad: ['bemiddelingspecificatieID'],
  },
  plaatsgroep_niet_overvol_check: {
    regel: 'PL8',
    bron: null,
    melding: 'Op deze locatie is geen plaats vrij.',
    pad: ['locatieID'],
  },
  plaatsnorm_een_tegelijk: AL_VASTGELEGD,
  weigeringsreden_een_tegelijk: AL_VASTGELEGD,
  plaatsgroep_uniek: {
    regel: null,
    bron: null,
    melding: 'Van deze soort plaatsen is op deze locatie al een opgave.',
    pad: ['locatieID'],
  },
  aanbod_eindstatus: {
    regel: 'PL11',
    bron: null,
    melding: 'Het aanbod staat daar niet meer voor open.',
    pad: ['aanbodID'],
  },
  webhook_ontvanger_fkey: {
    regel: 'P1',
    bron: 'TR042',
    melding: 'Deze zorgaanbieder is niet bekend.',
    pad: ['instelling'],
  },
  contactmoment_uniek: { regel: 'C1', bron: 'S3', melding: 'Dit contact is al vastgelegd.', pad: ['datum'] },
  contactnorm_uniek: {
    regel: 'C2',
    bron: 'S3',
    melding: 'Vanaf deze dag is al een norm vastgelegd.',
    pad: ['geldigVanaf'],
  },
  contactmoment_met_check: {
    regel: 'C1',
    bron: 'S3',
    melding: 'Met deze partij kan deze rol geen contact hebben.',
    pad: ['met'],
  },
};

const PERIOD_CHECK = /_periode_check$/;
const PRIMARY_KEY = /_pkey$/;

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly driverError?: DatabaseError;
}

/**
 * After these the whole transaction may be tried again: a serialization failure, a deadlock, and a row that somebody else
 * added under the same id since this transaction looked.
 */
export function isWorthRetrying(error: unknown): boolean {
  const code = sqlState(error);
  return (
    code === '40001' || code === '40P01' || (code === '23505' && PRIMARY_KEY.test(constraintOf(error) ?? ''))
  );
}

function constraintOf(error: unknown): string | undefined {
  const { constraint, driverError } = (error ?? {}) as DatabaseError;
  return driverError?.constraint ?? constraint;
}

export function sqlState(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as DatabaseError;
  return driverError?.code ?? code;
}

/** The refusal that a database error stands for, or the error itself when it is not an expected one. */
export function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (isWorthRetrying(error)) return new VersieVerouderd();
  const name = constraintOf(error);
  if (name === undefined) return error;
  const rule = CONSTRAINT_RULES[name];
  if (rule?.regel != null) return new RegelGeschonden(rule.regel, rule.bron, rule.melding, rule.pad ?? []);
  if (rule !== undefined) return new OngeldigeInvoer(rule.melding, { bron: rule.bron, pad: rule.pad ?? [] });
  if (PERIOD_CHECK.test(name)) {
    return new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: ['einddatum'] });
  }
  return error;
}
