import { performance } from 'node:perf_hooks';
import type { Options } from './options.js';
import { cpuMilliseconds } from './processes.js';
import { median, percentile, printTable } from './table.js';

/** One way to do something, done over and over by several workers at once. */
export interface Variant {
  readonly name: string;
  /** Does it once; `worker` counts from 0. Throws when the outcome is not what it should be. */
  readonly once: (worker: number) => Promise<unknown>;
  /** Done before each measurement, and not measured. */
  readonly before?: () => Promise<unknown>;
  /** Process whose CPU time per request is reported. */
  readonly pid?: number | undefined;
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpu: number;
}

/**
 * Measures all variants in turn, round after round, so that whatever else the machine does weighs on all of them, and
 * prints medians. The ratio is that of the requests per second to those of the first variant in the same round.
 */
export async function compare(title: string, variants: readonly Variant[], options: Options): Promise<void> {
  const results = variants.map((): Measured[] => []);
  for (const variant of variants) await prepared(variant, options, 1); // warm
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [index, variant] of variants.entries()) {
      results[index]?.push(await prepared(variant, options, options.seconds));
    }
  }
  const base = results[0] ?? [];
  const rows = variants.map(({ name }, index) => {
    const rounds = results[index] ?? [];
    const ratios = rounds.map(({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? Number.NaN));
    return [
      name,
      median(rounds.map((one) => one.perSecond)).toFixed(0),
      median(rounds.map((one) => one.p50)).toFixed(1),
      median(rounds.map((one) => one.p95)).toFixed(1),
      number(median(rounds.map((one) => one.cpu))),
      median(ratios).toFixed(2),
    ];
  });
  printTable([title, 'req/s', 'p50 ms', 'p95 ms', 'node CPU ms', 'ratio'], rows);
}

async function prepared(variant: Variant, options: Options, seconds: number): Promise<Measured> {
  await variant.before?.();
  return measure(variant, options, seconds);
}

async function measure({ once, pid }: Variant, { connections }: Options, seconds: number): Promise<Measured> {
  const latencies: number[] = [];
  const cpuBefore = await cpuMilliseconds(pid);
  const started = performance.now();
  const until = started + seconds * 1000;
  const work = async (worker: number): Promise<void> => {
    for (let before = performance.now(); before < until;) {
      await once(worker);
      const after = performance.now();
      latencies.push(after - before);
      before = after;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => work(worker)));
  const perSecond = (latencies.length * 1000) / (performance.now() - started);
  const cpu = ((await cpuMilliseconds(pid)) - cpuBefore) / latencies.length;
  return { perSecond, p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), cpu };
}

function number(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(2);
}
