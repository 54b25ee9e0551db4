import { RegelGeschonden } from '../../../platform/errors/index.js';
import { begintRondVandaag, hooguitDeHeleZorg, valtBinnenDeToewijzing } from './omvang.js';
import {
  MPT,
  NEE,
  OVERBRUGGINGSVORMEN,
  VERBLIJF,
  type Aanvraag,
  type Aanvraagregel,
  type Omgeving,
} from './verzoek.js';

const REGULIER = '1';
/** Forms that a client waits for with a dossierhouder, and that bridging care can lead to. */
const PLAATSING: readonly string[] = ['4', '5', '8'];
/** Urgent plaatsen and actief plaatsen. */
const OPNAMENOODZAAK: readonly string[] = ['6', '7'];

/** OP182: what is bridged to is a regular place that has been allocated, and that the client still waits for. */
export const alleenWieWachtWordtOverbrugd = ({
  regulier,
  stand,
}: Pick<Omgeving, 'regulier' | 'stand'>): void => {
  const past = regulier.soortToewijzing === REGULIER && PLAATSING.includes(regulier.leveringsvorm);
  if (past && stand !== 'ANDERS') return;
  const melding = past
    ? 'De cliënt wacht niet op deze toewijzing; er valt niets te overbruggen.'
    : 'Overbrugd wordt naar een reguliere toewijzing voor verblijf, vpt of deeltijdverblijf.';
  throw new RegelGeschonden('T7', 'OP182', melding, ['bemiddelingspecificatieID']);
};

/** Facts §4.6: bridging care is mpt or vpt, or verblijf in another institution. */
export const vormPastBijOverbrugging: Aanvraagregel = ({ leveringsvorm, aanbieder }, { regulier }) => {
  if (!OVERBRUGGINGSVORMEN.includes(leveringsvorm)) {
    throw new RegelGeschonden('T7', 'COD165', 'Overbruggingszorg is mpt, vpt of verblijf elders.', [
      'leveringsvorm',
    ]);
  }
  if (leveringsvorm === VERBLIJF && aanbieder === regulier.instelling) {
    throw new RegelGeschonden(
      'T7',
      'COD165',
      'Verblijf bij de zorgaanbieder waarop de cliënt wacht is geen overbrugging.',
      ['aanbieder'],
    );
  }
};

/** T3 (CD074, CD047): mpt says whether it is verantwoord and doelmatig; what is not doelmatig asks for extra budget. */
export const mptIsGewogen: Aanvraagregel = ({
  leveringsvorm,
  verantwoord,
  doelmatig,
  extraOverbruggingszorg,
}) => {
  const hoort = leveringsvorm === MPT;
  for (const [veld, waarde] of Object.entries({ verantwoord, doelmatig })) {
    if (hoort === (waarde !== null)) continue;
    const melding = hoort
      ? 'Bij mpt hoort of de zorg thuis verantwoord en doelmatig is.'
      : 'Verantwoord en doelmatig horen alleen bij mpt.';
    throw new RegelGeschonden('T3', 'CD074', melding, [veld]);
  }
  if (verantwoord === NEE) {
    throw new RegelGeschonden('T3', 'CD074', 'Zorg thuis die niet verantwoord is kan niet overbruggen.', [
      'verantwoord',
    ]);
  }
  if (doelmatig === NEE && !extraOverbruggingszorg) {
    throw new RegelGeschonden(
      'T3',
      'CD047',
      'Zorg die niet doelmatig is vraagt om extra overbruggingszorg.',
      ['extraOverbruggingszorg'],
    );
  }
};

/** T5 (S3): extra bridging care is for who waits with urgent plaatsen or actief plaatsen. */
export const extraAlleenBijOpnamenoodzaak: Aanvraagregel = (
  { extraOverbruggingszorg },
  { leveringsstatus },
) => {
  if (!extraOverbruggingszorg || (leveringsstatus !== null && OPNAMENOODZAAK.includes(leveringsstatus)))
    return;
  throw new RegelGeschonden(
    'T5',
    'S3',
    'Extra overbruggingszorg kan alleen bij wachtstatus urgent plaatsen of actief plaatsen.',
    ['extraOverbruggingszorg'],
  );
};

/**
 * OP152: one request at a time; the next one waits until the first has been judged. That goes for another form as well,
 * for no two forms of bridging care are delivered together (OP318), and silence would accept both.
 */
export const geenTweedeVerzoekTegelijk: Aanvraagregel = ({ leveringsvorm }, { openVerzoeken }) => {
  if (openVerzoeken.length === 0) return;
  if (!openVerzoeken.includes(leveringsvorm)) {
    throw new RegelGeschonden(
      'T7',
      'OP318',
      'Een verzoek voor een andere leveringsvorm wacht nog op een oordeel; samen gaan zij niet.',
      ['leveringsvorm'],
    );
  }
  throw new RegelGeschonden(
    'T6',
    'OP152',
    'Een eerder verzoek voor deze leveringsvorm wacht nog op een oordeel.',
    ['leveringsvorm'],
  );
};

const AANVRAAGREGELS: readonly Aanvraagregel[] = [
  (_aanvraag, omgeving) => alleenWieWachtWordtOverbrugd(omgeving),
  vormPastBijOverbrugging,
  valtBinnenDeToewijzing,
  begintRondVandaag,
  hooguitDeHeleZorg,
  mptIsGewogen,
  extraAlleenBijOpnamenoodzaak,
  geenTweedeVerzoekTegelijk,
];

/** Every rule about a request on its own. */
export function assertAanvraag(aanvraag: Aanvraag, omgeving: Omgeving): void {
  for (const regel of AANVRAAGREGELS) regel(aanvraag, omgeving);
}
