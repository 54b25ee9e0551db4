import { describe, expect, it } from '@jest/globals';
import { generateDemoData } from './generate-demo-data.js';

/**
 * The keys of each record, in the order in which the files give them, written out by hand from the interfaces. Paths
 * go through lists as well; a key that may hold an object or null is listed with and without what is below it.
 */
const KEYS: Readonly<Record<string, string>> = {
  zorgaanbieder: 'agbCode naam sectoren leveringsvormen zorgkantoor locaties',
  'zorgaanbieder.locaties': 'locatieID naam plaatsnaam postcode capaciteit',
  indicatie:
    'wlzindicatieID bsn besluitnummer soortWlzindicatie afgiftedatum ingangsdatum einddatum meerzorg ' +
    'initieelVerantwoordelijkZorgkantoor vervaldatum commentaar grondslag geindiceerdZorgzwaartepakket beperking ' +
    'stoornis stoornisScore wzd client',
  'indicatie.grondslag': 'grondslagID grondslag volgorde',
  'indicatie.geindiceerdZorgzwaartepakket':
    'geindiceerdZorgzwaartepakketID zzpCode ingangsdatum einddatum voorkeurClient instellingVoorkeur financiering ' +
    'commentaar',
  'indicatie.wzd': 'wzdID wzdVerklaring ingangsdatum einddatum',
  'indicatie.client':
    'clientID bsn geheimeClient geboorteDatum geboortedatumGebruik geslacht burgerlijkeStaat geslachtsnaam ' +
    'voorvoegselGeslachtsnaam partnernaam voorvoegselPartnernaam voornamen roepnaam voorletters naamGebruik ' +
    'leefeenheid agbcodeHuisarts communicatieVorm taal commentaar contactPersoon contactGegevens',
  'indicatie.client.contactPersoon':
    'contactPersoonID relatieNummer volgorde soortRelatie rol relatie voornamen roepnaam voorletters geslachtsnaam ' +
    'voorvoegselGeslachtsnaam partnernaam voorvoegselPartnernaam naamGebruik geslacht geboorteDatum ' +
    'geboortedatumGebruik ingangsdatum einddatum clientID contactGegevens',
  'indicatie.client.contactPersoon.contactGegevens':
    'contactGegevensID clientID contactPersoonID adres telefoon email',
  'indicatie.client.contactPersoon.contactGegevens.telefoon':
    'telefoonID telefoonnummer landnummer ingangsdatum einddatum',
  'indicatie.client.contactGegevens': 'contactGegevensID clientID contactPersoonID adres telefoon email',
  'indicatie.client.contactGegevens.adres':
    'adresID adresSoort straatnaam huisnummer huisletter huisnummerToevoeging postcode plaatsnaam landCode ' +
    'aanduidingWoonadres ingangsdatum einddatum',
  'indicatie.client.contactGegevens.telefoon': 'telefoonID telefoonnummer landnummer ingangsdatum einddatum',
  bemiddeling:
    'bemiddelingID wlzIndicatieID verantwoordelijkZorgkantoor verantwoordelijkheidIngangsdatum ' +
    'verantwoordelijkheidEinddatum client bemiddelingspecificatie regiehouder',
  'bemiddeling.client': 'clientID bsn',
  'bemiddeling.bemiddelingspecificatie':
    'bemiddelingspecificatieID leveringsvorm zzpCode toewijzingIngangsdatum toewijzingEinddatum instelling ' +
    'uitvoerendZorgkantoor vaststellingMoment percentage pgbPercentage opname redenIntrekking etmalen ' +
    'instellingBestemming soortToewijzing',
  'bemiddeling.regiehouder': 'regiehouderID instelling ingangsdatum einddatum regierol',
  levering: 'leveringID client bemiddelingspecificatieID uitstelperiodes leveringperiodes afstel',
  'levering.client': 'clientID bsn',
  'levering.uitstelperiodes':
    'uitstelperiodeID ingangsdatum vaststellingMoment reden leveringsstatus leveringsstatusClassificatie einddatum',
  'levering.leveringperiodes':
    'leveringperiodeID ingangsdatum vaststellingMoment sleuteldatum einddatum beeindigingReden aanbiederBestemming',
  'levering.afstel': 'afstelID afsteldatum vaststellingMoment reden aanbiederBestemming',
  contactmoment: 'bemiddelingID datum instelling regierol met vorm gesproken',
};

function collectKeys(path: string, value: unknown, found: Map<string, Set<string>>): void {
  if (Array.isArray(value)) {
    for (const element of value) collectKeys(path, element, found);
  } else if (typeof value === 'object' && value !== null) {
    const keys = found.get(path) ?? new Set();
    found.set(path, keys.add(Object.keys(value).join(' ')));
    for (const [key, below] of Object.entries(value)) collectKeys(`${path}.${key}`, below, found);
  }
}

describe('the shape of the demo data', () => {
  const data = generateDemoData({ seed: 42, asof: '2026-11-01', clients: 200 });

  it('has in every record exactly the keys of the interface', () => {
    const found = new Map<string, Set<string>>();
    collectKeys('zorgaanbieder', data.zorgaanbieders, found);
    collectKeys('indicatie', data.indicaties.data.wlzIndicatie, found);
    collectKeys('bemiddeling', data.bemiddelingen.data.bemiddeling, found);
    collectKeys('levering', data.leveringen.data.levering, found);
    collectKeys('contactmoment', data.contactmomenten, found);
    expect(Object.fromEntries([...found].map(([path, keys]) => [path, [...keys].join(' | ')]))).toEqual(KEYS);
  });

  it('nests the lists as the registers answer', () => {
    expect(Object.keys(data)).toEqual([
      'zorgaanbieders',
      'indicaties',
      'bemiddelingen',
      'leveringen',
      'contactmomenten',
    ]);
    expect(Object.keys(data.indicaties.data)).toEqual(['wlzIndicatie']);
    expect(Object.keys(data.bemiddelingen.data)).toEqual(['bemiddeling']);
    expect(Object.keys(data.leveringen.data)).toEqual(['levering']);
  });

  it('writes codes and numbers in the types of the interface', () => {
    for (const indicatie of data.indicaties.data.wlzIndicatie) {
      expect(Number.isInteger(indicatie.besluitnummer)).toBe(true);
      expect(indicatie.client.agbcodeHuisarts).toMatch(/^0199\d{4}$/);
      for (const { adres, telefoon } of indicatie.client.contactGegevens) {
        expect(adres?.postcode).toMatch(/^(11|14|21|22|23|24)\d\d[A-H]{2}$/);
        expect(telefoon?.telefoonnummer ?? '0699000000').toMatch(/^06990\d{5}$/);
      }
    }
    for (const zorgaanbieder of data.zorgaanbieders) expect(zorgaanbieder.agbCode).toMatch(/^990000\d\d$/);
    expect(data.zorgaanbieders.length).toBeGreaterThanOrEqual(10);
  });
});
