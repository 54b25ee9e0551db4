import {
  GEBEURTENISSEN,
  OVERGANGEN,
  TOESTAND,
  type Aanbodstatus,
  type Gebeurtenis,
  type Plaatstoestand,
} from './aanbod.js';

/** The document docs/toestanden/plaats.md: the life of a place and of an offer, made from the transition table. */
export function renderPlaatsdiagram(): string {
  const events = Object.entries(GEBEURTENISSEN) as [Gebeurtenis, string][];
  return [
    '# Een plaats en haar aanbod',
    '',
    'Generated from `src/modules/plaats/domain/aanbod.ts`; a test fails when this file is stale.',
    'A place is free until it is offered; every offer takes one place, until the offer or the care is over.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> VRIJ: opgave van de zorgaanbieder',
    '  VRIJ --> AANGEBODEN: offerPlaats',
    ...placeArrows(),
    '```',
    '',
    'The offer itself:',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> AANGEBODEN: offerPlaats',
    ...OVERGANGEN.map(({ van, gebeurtenis, naar }) => `  ${van} --> ${naar}: ${gebeurtenis}`),
    ...ends().map((status) => `  ${status} --> [*]`),
    '```',
    '',
    '| Gebeurtenis | Betekenis |',
    '| --- | --- |',
    ...events.map(([event, meaning]) => `| ${event} | ${meaning} |`),
    '',
  ].join('\n');
}

function placeArrows(): string[] {
  const labels = new Map<string, Gebeurtenis[]>();
  for (const { van, gebeurtenis, naar } of OVERGANGEN) {
    const [from, to]: [Plaatstoestand, Plaatstoestand] = [TOESTAND[van], TOESTAND[naar]];
    const arrow = `  ${from} --> ${to}`;
    labels.set(arrow, [...(labels.get(arrow) ?? []), gebeurtenis]);
  }
  return [...labels].map(([arrow, events]) => `${arrow}: ${events.join(' of ')}`);
}

function ends(): Aanbodstatus[] {
  const states = Object.keys(TOESTAND) as Aanbodstatus[];
  return states.filter((status) => !OVERGANGEN.some(({ van }) => van === status));
}
