import { isOrdered, OPEN_END, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import type { Indicatiedossier, Zorgzwaartepakketgegevens } from './indicatiedossier.js';

type Pad = readonly string[];

/**
 * What an indication must be by itself, whatever else is registered: rule P1, its periods in order, one profile at a
 * time. Codes are checked beside this, against the code lists.
 * @throws DomainError with the path of the field
 */
export function assertIndicatie({ indicatie, zorgzwaartepakketten, wzd }: Indicatiedossier, pad: Pad): void {
  const { besluitnummer, initieelVerantwoordelijkZorgkantoor } = indicatie;
  if (!Number.isInteger(besluitnummer) || besluitnummer < 1 || besluitnummer > 999_999_999) {
    throw new OngeldigeInvoer('Een besluitnummer is een getal van 1 tot en met 999999999.', {
      regel: 'OP137',
      bron: 'OP137',
      pad: [...pad, 'besluitnummer'],
    });
  }
  if (!/^55\d{2}$/.test(initieelVerantwoordelijkZorgkantoor)) {
    throw new OngeldigeInvoer('Een zorgkantoor heeft een code 55xx.', {
      regel: 'P1',
      bron: 'COD001',
      pad: [...pad, 'initieelVerantwoordelijkZorgkantoor'],
    });
  }
  assertOrdered(indicatie.ingangsdatum, indicatie.einddatum, pad);
  zorgzwaartepakketten.forEach((zzp, index) => {
    const zzpPad = [...pad, 'geindiceerdZorgzwaartepakket', String(index)];
    assertOrdered(zzp.ingangsdatum, zzp.einddatum, zzpPad);
    if (zzp.instellingVoorkeur !== null && !/^\d{8}$/.test(zzp.instellingVoorkeur)) {
      throw new OngeldigeInvoer('Een AGB-code bestaat uit acht cijfers.', {
        regel: 'P1',
        bron: 'TR042',
        pad: [...zzpPad, 'instellingVoorkeur'],
      });
    }
  });
  assertEenTegelijk(zorgzwaartepakketten, pad);
  if (wzd?.ingangsdatum != null) assertOrdered(wzd.ingangsdatum, wzd.einddatum, [...pad, 'wzd']);
}

/**
 * Nobody is in need of care before they are born. Parts of a date of birth that are unknown (COD170) are written as the
 * first, which is never too late.
 * @throws OngeldigeInvoer
 */
export function assertNaGeboorte(ingangsdatum: Day, geboortedatum: Day, pad: Pad): void {
  if (ingangsdatum < geboortedatum) {
    throw new OngeldigeInvoer('Een indicatie gaat niet in vóór de geboorte.', {
      pad: [...pad, 'ingangsdatum'],
    });
  }
}

function assertEenTegelijk(pakketten: readonly Zorgzwaartepakketgegevens[], pad: Pad): void {
  const inOrder = pakketten.toSorted((a, b) => (a.ingangsdatum < b.ingangsdatum ? -1 : 1));
  inOrder.forEach((zzp, index) => {
    const former = inOrder[index - 1];
    if (former !== undefined && (former.einddatum ?? OPEN_END) >= zzp.ingangsdatum) {
      throw new RegelGeschonden(
        'OP013',
        'OP013',
        'Er kan op elk moment maar één zorgzwaartepakket geïndiceerd zijn.',
        [...pad, 'geindiceerdZorgzwaartepakket'],
      );
    }
  });
}

function assertOrdered(ingangsdatum: Day, einddatum: Day | null, pad: Pad): void {
  if (!isOrdered(ingangsdatum, einddatum)) {
    throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: [...pad, 'einddatum'] });
  }
}
