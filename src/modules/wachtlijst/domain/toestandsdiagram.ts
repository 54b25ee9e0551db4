import { GEBEURTENISSEN, OVERGANGEN, TOESTANDEN, type Gebeurtenis, type Toestand } from './overgangen.js';

const START: Toestand = 'GEEN';

/** The document docs/toestanden/wachtstatus.md: diagram and legend, made from the transition table. */
export function renderToestandsdiagram(): string {
  const states = Object.entries(TOESTANDEN) as [Toestand, string][];
  const events = Object.entries(GEBEURTENISSEN) as [Gebeurtenis, string][];
  return [
    '# Leveringsstatus van een toewijzing',
    '',
    'Generated from `src/modules/wachtlijst/domain/overgangen.ts`; a test fails when this file is stale.',
    'Codes on the arrows are mutatiecodes (COD588); AW35 is the report that care begins. All states that lead into',
    'the diamond share the arrows out of it; one that comes back to the same status changes the classificatie only.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([state, name]) => `  ${node(state)}: ${state === START ? name : `${state} ${name}`}`),
    '  state melding <<choice>>',
    `  [*] --> ${node(START)}`,
    ...arrows(),
    ...states.filter(([state]) => isFinal(state)).map(([state]) => `  ${node(state)} --> [*]`),
    '```',
    '',
    '| Code | Betekenis |',
    '| --- | --- |',
    ...events.map(([event, meaning]) => `| ${event} | ${meaning} |`),
    '',
  ].join('\n');
}

/** Rows of the table for many states go through the diamond, rows for one state are arrows of that state. */
function arrows(): string[] {
  const shared = new Set(OVERGANGEN.filter(({ van }) => van.length > 1).flatMap(({ van }) => van));
  const labels = new Map<string, Gebeurtenis[]>();
  for (const { van, gebeurtenis, naar } of OVERGANGEN) {
    const from = van.length > 1 ? 'melding' : node(van[0] ?? START);
    for (const to of naar) {
      const arrow = `  ${from} --> ${node(to)}`;
      labels.set(arrow, [...(labels.get(arrow) ?? []), gebeurtenis]);
    }
  }
  return [
    ...[...shared].map((state) => `  ${node(state)} --> melding`),
    ...[...labels].map(([arrow, events]) => `${arrow}: ${events.join(' of ')}`),
  ];
}

function node(toestand: Toestand): string {
  return `s${toestand}`;
}

function isFinal(state: Toestand): boolean {
  return !OVERGANGEN.some((overgang) => overgang.van.includes(state));
}
