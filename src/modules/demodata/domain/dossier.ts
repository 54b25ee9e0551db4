import { composeBemiddeling, composeLevering } from './bemiddeling.js';
import { type Identiteit } from './client.js';
import { type DemoBemiddeling, type DemoContactmoment, type DemoDossier } from './demo-registers.types.js';
import { composeIndicatie } from './indicatie.js';
import { type Kalender } from './kalender.js';
import { type Contactplan, type Omgeving, type Traject } from './traject.js';

/** Writes one client's history down as the registers would hold it. */
export function composeDossier(
  omgeving: Omgeving,
  kalender: Kalender,
  traject: Traject,
  identiteit: Identiteit,
): DemoDossier {
  const indicatie = composeIndicatie(omgeving, kalender, traject.indicatie, identiteit);
  if (traject.specificaties.length === 0) {
    return { indicatie, bemiddeling: null, leveringen: [], contactmomenten: [] };
  }
  const bemiddeling = composeBemiddeling(omgeving, kalender, traject, indicatie);
  const leveringen = traject.specificaties.flatMap(({ levering }, index) => {
    const written = bemiddeling.bemiddelingspecificatie[index];
    return levering === null || written === undefined
      ? []
      : [
          composeLevering(
            omgeving.random,
            kalender,
            bemiddeling.client,
            written.bemiddelingspecificatieID,
            levering,
          ),
        ];
  });
  const contactmomenten = traject.contacten.map((contact) => composeContact(kalender, bemiddeling, contact));
  return { indicatie, bemiddeling, leveringen, contactmomenten };
}

function composeContact(
  kalender: Kalender,
  { bemiddelingID }: DemoBemiddeling,
  contact: Contactplan,
): DemoContactmoment {
  return {
    bemiddelingID,
    datum: kalender.day(contact.op),
    instelling: contact.aanbieder.agbCode,
    regierol: contact.regierol,
    met: contact.met,
    vorm: contact.vorm,
    gesproken: contact.gesproken ? 'ja' : 'nee',
  };
}
