import { performance } from 'node:perf_hooks';
import type { Options } from './options.js';
import { cpuMilliseconds } from './processes.js';
import { median, percentile, printTable } from './table.js';

/** So often each variant is done before it is measured: until then it is the compiler of V8 that takes the time. */
const WARM = 100;

/** One way to do something, done over and over by several workers at once. */
export interface Variant {
  readonly name: string;
  /** Does it once; `worker` counts from 0. Throws when the outcome is not what it should be. */
  readonly once: (worker: number) => Promise<unknown>;
  /** Done before each measurement, and not measured. */
  readonly before?: () => Promise<unknown>;
  /** Process whose CPU time per request is reported. */
  readonly pid?: number | undefined;
  /** Reads the CPU time of PostgreSQL, which is reported beside it. */
  readonly database?: (() => Promise<number>) | undefined;
}

/** What one variant took: medians over the rounds, times in ms per request. */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpu: number;
  readonly databaseCpu: number;
}

/**
 * Measures all variants in turn, round after round, so that whatever else the machine does weighs on all of them, and
 * prints medians. The ratio is that of the requests per second to those of the first variant in the same round.
 * @returns the medians, in the order of the variants
 */
export async function compare(
  title: string,
  variants: readonly Variant[],
  options: Options,
): Promise<Measured[]> {
  const results = variants.map((): Measured[] => []);
  for (const variant of variants) await prepared(variant, options, 1, WARM);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [index, variant] of variants.entries()) {
      results[index]?.push(await prepared(variant, options, options.seconds));
    }
  }
  const base = results[0] ?? [];
  const medians = results.map(medianOf);
  const rows = medians.map((one, index) => {
    const ratios = (results[index] ?? []).map(
      ({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? Number.NaN),
    );
    return [
      variants[index]?.name ?? '',
      one.perSecond.toFixed(0),
      one.p50.toFixed(1),
      one.p95.toFixed(1),
      number(one.cpu),
      number(one.databaseCpu),
      median(ratios).toFixed(2),
    ];
  });
  printTable([title, 'req/s', 'p50 ms', 'p95 ms', 'node CPU ms', 'pg CPU ms', 'ratio'], rows);
  return medians;
}

function medianOf(rounds: readonly Measured[]): Measured {
  const of = (key: keyof Measured): number => median(rounds.map((one) => one[key]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p95: of('p95'),
    cpu: of('cpu'),
    databaseCpu: of('databaseCpu'),
  };
}

async function prepared(variant: Variant, options: Options, seconds: number, atLeast = 1): Promise<Measured> {
  await variant.before?.();
  return measure(variant, options, seconds, atLeast);
}

async function measure(
  { once, pid, database }: Variant,
  { connections }: Options,
  seconds: number,
  atLeast: number,
): Promise<Measured> {
  const latencies: number[] = [];
  const databaseTime = database ?? (async () => Number.NaN);
  const cpuBefore = await cpuMilliseconds(pid);
  const databaseBefore = await databaseTime();
  const started = performance.now();
  const until = started + seconds * 1000;
  const work = async (worker: number): Promise<void> => {
    for (let before = performance.now(); before < until || latencies.length < atLeast;) {
      await once(worker);
      const after = performance.now();
      latencies.push(after - before);
      before = after;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => work(worker)));
  const perSecond = (latencies.length * 1000) / (performance.now() - started);
  const cpu = ((await cpuMilliseconds(pid)) - cpuBefore) / latencies.length;
  const databaseCpu = ((await databaseTime()) - databaseBefore) / latencies.length;
  return { perSecond, p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), cpu, databaseCpu };
}

function number(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(2);
}
