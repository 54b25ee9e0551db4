import { describe, expect, it } from '@jest/globals';
import { bezwaarTegen, gecorrigeerd, type Contactomgeving, type Contactopgave } from './contactregels.js';

const DH = '99000001';
const CZT = '99000003';

const omgeving = (rest: Partial<Contactomgeving> = {}): Contactomgeving => ({
  vandaag: '2026-11-01',
  rollen: [
    { regierol: '2', instelling: DH, ingangsdatum: '2026-01-01', einddatum: '2026-06-30' },
    { regierol: '1', instelling: CZT, ingangsdatum: '2026-01-01', einddatum: null },
  ],
  contactpersonen: [{ ingangsdatum: '2026-02-01', einddatum: '2026-05-31' }],
  ...rest,
});

const opgave = (rest: Partial<Contactopgave> = {}): Contactopgave => ({
  datum: '2026-03-01',
  instelling: DH,
  regierol: '2',
  met: 'CLIENT',
  vorm: 'TELEFOON',
  gesproken: true,
  ...rest,
});

const coordinator = (rest: Partial<Contactopgave> = {}): Contactopgave =>
  opgave({ instelling: CZT, regierol: '1', met: 'DOSSIERHOUDER', ...rest });

const refusal = (regel: string, veld: string) => ({
  code: 'REGEL_GESCHONDEN',
  regel,
  bron: 'S3',
  pad: [veld],
});

describe('a contact can be recorded', () => {
  it.each([
    ['of the dossierhouder with the client', opgave()],
    ['of the dossierhouder with the contact person', opgave({ met: 'CONTACTPERSOON' })],
    ['of the coördinator with the dossierhouder', coordinator()],
    ['of the coördinator with the client, though no duty counts it', coordinator({ met: 'CLIENT' })],
    ['that was only tried', opgave({ gesproken: false })],
    ['of today', coordinator({ datum: '2026-11-01', met: 'CLIENT' })],
    ['on the first and last day of the role', opgave({ datum: '2026-06-30' })],
  ])('%s', (_what, contact) => {
    expect(bezwaarTegen(contact, omgeving())).toBeNull();
  });

  it('between the two roles of one provider', () => {
    const rollen = (['1', '2'] as const).map((regierol) => ({
      regierol,
      instelling: DH,
      ingangsdatum: '2026-01-01',
      einddatum: null,
    }));
    expect(bezwaarTegen(opgave({ regierol: '1', met: 'DOSSIERHOUDER' }), omgeving({ rollen }))).toBeNull();
  });
});

describe('a contact is refused', () => {
  it.each([
    ['in the future', coordinator({ datum: '2026-11-02', met: 'CLIENT' }), 'datum'],
    ['by a provider without the role', opgave({ instelling: '99000009' }), 'regierol'],
    ['in a role the provider does not hold', opgave({ regierol: '1' }), 'regierol'],
    ['before the role began', opgave({ datum: '2025-12-31' }), 'regierol'],
    ['after the role ended', opgave({ datum: '2026-07-01' }), 'regierol'],
    [
      'with a contact person when the client has none that day',
      opgave({ met: 'CONTACTPERSOON', datum: '2026-01-31' }),
      'met',
    ],
    ['with a contact person who is gone', opgave({ met: 'CONTACTPERSOON', datum: '2026-06-01' }), 'met'],
    ['of a dossierhouder with itself', opgave({ met: 'DOSSIERHOUDER' }), 'met'],
    ['with a dossierhouder when there is none that day', coordinator({ datum: '2026-07-01' }), 'met'],
  ])('%s', (_what, contact, veld) => {
    expect(bezwaarTegen(contact, omgeving())).toMatchObject(refusal('C1', veld));
  });
});

describe('a correction', () => {
  const stored = { ...opgave(), ingetrokken: false };

  it('changes what it names and leaves the rest', () => {
    expect(gecorrigeerd(stored, { gesproken: false })).toEqual({ ...stored, gesproken: false });
    expect(gecorrigeerd(stored, { datum: '2026-04-01', met: 'CONTACTPERSOON', vorm: 'EMAIL' })).toEqual({
      ...stored,
      datum: '2026-04-01',
      met: 'CONTACTPERSOON',
      vorm: 'EMAIL',
    });
  });

  it('can withdraw, once, and not together with a change', () => {
    const withdrawn = gecorrigeerd(stored, { intrekken: true });
    expect(withdrawn).toEqual({ ...stored, ingetrokken: true });
    expect(() => gecorrigeerd(withdrawn, { gesproken: true })).toThrow('al ingetrokken');
    expect(() => gecorrigeerd(stored, { intrekken: true, gesproken: false })).toThrow('niet allebei');
  });

  it('says something', () => {
    expect(() => gecorrigeerd(stored, {})).toThrow('niets opgegeven');
    expect(() => gecorrigeerd(stored, { gesproken: null, intrekken: false })).toThrow('niets opgegeven');
  });
});
