/**
 * Does it take longer to refuse what exists and is somebody else's than what is nobody's? Every query and mutation that
 * takes an id, as an office and as a provider, the two ids in turns. See bench/README.md.
 * `node --import @swc-node/register/esm-register bench/vreemd-of-onbekend.ts [--keren 60] [--clients 60]`
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Kruiper } from '../test/e2e/kruiper/kruiper.js';
import { Register, type Vrager } from '../test/e2e/kruiper/register.js';
import { GEWOON, opdrachtparen, vraagparen, type Paar } from '../test/e2e/kruiper/vreemd.js';
import globalSetup from '../test/support/jest/global-setup.mjs';
import stopServer from '../test/support/jest/global-teardown.mjs';
import { median, printTable } from './table.js';

const VRAGERS = ['zorgkantoor 5516', 'zorgaanbieder met weinig'];
/** Refused for its role, not for the id. */
const VERBODEN = 'FORBIDDEN';
const { values } = parseArgs({
  options: { keren: { type: 'string', default: '60' }, clients: { type: 'string', default: '60' } },
});
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const KEREN = Number(values.keren);

interface Uitkomst {
  readonly naam: string;
  readonly vreemd: number;
  readonly onbekend: number;
  readonly verhouding: number;
}

await globalSetup();
const register = await Register.open(Number(values.clients));
try {
  const kruiper = await Kruiper.begin(register);
  const uitkomsten: Uitkomst[] = [];
  for (const naam of VRAGERS) {
    const vrager = register.vrager(naam);
    const paren = [...vraagparen(kruiper, vrager, GEWOON), ...opdrachtparen(kruiper, vrager, GEWOON)];
    for (const paar of perVeld(paren)) {
      const uitkomst = await meet(vrager, paar);
      if (uitkomst !== null) uitkomsten.push(uitkomst);
    }
  }
  toon(uitkomsten);
} finally {
  await register.close();
  await stopServer();
}

/** The first pair of each root field and each field with an id: those of other kinds of things take the same path. */
function perVeld(paren: readonly Paar[]): Paar[] {
  const gezien = new Set<string>();
  return paren.filter(({ wortel, waar }) => {
    const sleutel = `${wortel.name} ${waar.split(' of ')[0] ?? ''}`;
    if (gezien.has(sleutel) || wortel.name === 'registerIndicatie') return false;
    gezien.add(sleutel);
    return true;
  });
}

/** Asks both in turns, beginning with the one and then with the other; each time nobody's is another id. */
async function meet(vrager: Vrager, { wortel, waar, vreemd, onbekend }: Paar): Promise<Uitkomst | null> {
  const warm = await register.vraag(vrager, vreemd);
  if (warm.tekst.includes(VERBODEN) || warm.status !== 200) return null;
  const oud = nieuweSleutel(vreemd, onbekend);
  const tijden: { vreemd: number[]; onbekend: number[] } = { vreemd: [], onbekend: [] };
  for (let keer = 0; keer < KEREN; keer += 1) {
    const beurten = keer % 2 === 0 ? (['vreemd', 'onbekend'] as const) : (['onbekend', 'vreemd'] as const);
    for (const soort of beurten) {
      const tekst = soort === 'vreemd' ? vreemd : onbekend.replaceAll(oud, randomUUID());
      const vraag = genoemd(tekst, `Q${keer}${soort}`);
      tijden[soort].push((await register.vraag(vrager, vraag)).ms);
    }
  }
  const [a, b] = [median(tijden.vreemd), median(tijden.onbekend)];
  return { naam: `${vrager.rol} ${wortel.name} ${waar}`, vreemd: a, onbekend: b, verhouding: a / b };
}

/** The id of the second text that is not in the first. */
function nieuweSleutel(vreemd: string, onbekend: string): string {
  return (onbekend.match(UUID) ?? []).find((id) => !vreemd.includes(id)) ?? '';
}

/** As a text that was not asked before: else the one would profit from what was compiled, and the other not. */
function genoemd(vraag: string, naam: string): string {
  return vraag.replace(/^(query|mutation)/, `$1 ${naam}`);
}

function toon(uitkomsten: readonly Uitkomst[]): void {
  const rijen = [...uitkomsten].sort(
    (a, b) => Math.abs(Math.log(b.verhouding)) - Math.abs(Math.log(a.verhouding)),
  );
  printTable(
    ['asked', 'foreign ms', 'unknown ms', 'ratio'],
    rijen.map(({ naam, vreemd, onbekend, verhouding }) => [
      naam,
      vreemd.toFixed(1),
      onbekend.toFixed(1),
      verhouding.toFixed(2),
    ]),
  );
  const binnen = rijen.filter(({ verhouding }) => verhouding > 1 / 1.2 && verhouding < 1.2).length;
  console.log(
    `\n${binnen} of ${rijen.length} within 20 %; median of the ratios ${median(rijen.map((one) => one.verhouding)).toFixed(3)}`,
  );
}
