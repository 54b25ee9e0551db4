import type {
  Bemiddelingstaat,
  Regiehouder,
  Specificatie,
} from '../../src/modules/bemiddeling/domain/bemiddeling.js';

/** An allocation for the specs: verblijf with one provider from 1 March 2025, still open. */
export function verblijf(changes: Partial<Specificatie> = {}): Specificatie {
  return {
    bemiddelingspecificatieID: 'verblijf',
    leveringsvorm: '4',
    zzpCode: '754',
    toewijzingIngangsdatum: '2025-03-01',
    toewijzingEinddatum: null,
    instelling: '99000001',
    uitvoerendZorgkantoor: '5517',
    vaststellingMoment: '2025-03-01T09:00:00.000Z',
    percentage: 10000,
    pgbPercentage: null,
    opname: '1',
    redenIntrekking: null,
    etmalen: null,
    instellingBestemming: null,
    soortToewijzing: '1',
    ...changes,
  };
}

export function mpt(changes: Partial<Specificatie> = {}): Specificatie {
  const id = { bemiddelingspecificatieID: 'mpt', instelling: '99000004' };
  return verblijf({ ...id, leveringsvorm: '7', opname: null, ...changes });
}

export function pgb(changes: Partial<Specificatie> = {}): Specificatie {
  const geen = { instelling: null, percentage: null, opname: null, pgbPercentage: 10000 };
  return verblijf({ bemiddelingspecificatieID: 'pgb', leveringsvorm: '2', ...geen, ...changes });
}

export function vpt(changes: Partial<Specificatie> = {}): Specificatie {
  return verblijf({ bemiddelingspecificatieID: 'vpt', leveringsvorm: '5', opname: null, ...changes });
}

export function dossierhouder(changes: Partial<Regiehouder> = {}): Regiehouder {
  return {
    regiehouderID: 'dh',
    instelling: '99000001',
    regierol: '2',
    ingangsdatum: '2025-03-01',
    einddatum: null,
    ...changes,
  };
}

export function coordinator(changes: Partial<Regiehouder> = {}): Regiehouder {
  return dossierhouder({ regiehouderID: 'czt', instelling: '99000004', regierol: '1', ...changes });
}

export function staat(
  specificaties: readonly Specificatie[],
  regiehouders: readonly Regiehouder[] = [],
): Bemiddelingstaat {
  return { specificaties, regiehouders };
}

/** The rule and field of a refusal, or null when nothing was refused. */
export function refusal(
  work: () => unknown,
): { regel: string | null; bron: string | null; pad: string } | null {
  try {
    work();
    return null;
  } catch (error) {
    const { regel, bron, pad } = error as {
      regel: string | null;
      bron: string | null;
      pad: readonly string[];
    };
    return { regel, bron, pad: pad.join('.') };
  }
}
