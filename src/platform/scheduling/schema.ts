import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../clock/index.js';
import type { Taakschema } from './taak.js';

interface Veld {
  readonly waarden: ReadonlySet<number>;
  /** False for `*`: days of month and week then do not narrow each other. */
  readonly beperkt: boolean;
}

const VELDEN = [
  { naam: 'minute', van: 0, tot: 59 },
  { naam: 'hour', van: 0, tot: 23 },
  { naam: 'day of month', van: 1, tot: 31 },
  { naam: 'month', van: 1, tot: 12 },
  { naam: 'day of week', van: 0, tot: 7 },
] as const;

/** Far enough for any schedule that has moments at all: 29 February can be eight years away. */
const HORIZON_DAYS = 8 * 366 + 2;

/** A schedule that was read, able to name its moments. */
export class Planning {
  private constructor(
    private readonly velden: readonly [Veld, Veld, Veld, Veld, Veld],
    private readonly zone: string,
  ) {}

  /** @throws Error when the text is no schedule; that is a defect of the program, not of its user */
  static lees({ cron, zone }: Taakschema): Planning {
    const parts = cron.trim().split(/\s+/);
    const velden = VELDEN.map(({ naam, van, tot }, index) => leesVeld(parts[index] ?? '', naam, van, tot));
    const [minute, hour, day, month, weekday] = velden;
    if (parts.length !== VELDEN.length || !minute || !hour || !day || !month || !weekday) {
      throw new Error(`a schedule has five fields: "${cron}"`);
    }
    return new Planning([minute, hour, day, month, weekday], zone);
  }

  /** The first planned moment after an instant. */
  volgende(na: Instant): Instant {
    const start = this.dagVan(na);
    for (let days = 0; days <= HORIZON_DAYS; days += 1) {
      const next = this.momentenOp(start.add({ days })).find((moment) => moment > na);
      if (next !== undefined) return next;
    }
    throw new Error('this schedule has no moments');
  }

  /**
   * The planned moments after `na` up to and including `tot`, in order; of more than `max` the newest.
   * Without `na` there is no beginning, and `max` alone decides how far it goes back.
   */
  tussen(na: Instant | null, tot: Instant, max: number): Instant[] {
    const found: Instant[] = [];
    const last = this.dagVan(tot);
    for (let days = 0; days <= HORIZON_DAYS && found.length < max; days += 1) {
      const day = last.subtract({ days });
      if (na !== null && Temporal.PlainDate.compare(day, this.dagVan(na)) < 0) break;
      const moments = this.momentenOp(day).filter((moment) => moment <= tot && (na === null || moment > na));
      found.unshift(...moments);
    }
    return found.slice(-max);
  }

  private dagVan(instant: Instant): Temporal.PlainDate {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(this.zone).toPlainDate();
  }

  /**
   * In order. A wall time that spring skips comes as much later as the clock jumps; one that autumn shows twice counts
   * the first time only.
   */
  private momentenOp(day: Temporal.PlainDate): Instant[] {
    const [minute, hour] = this.velden;
    if (!this.isDagVan(day)) return [];
    const moments = new Set<Instant>();
    for (const h of hour.waarden) {
      for (const m of minute.waarden) {
        const wall = day.toZonedDateTime({ timeZone: this.zone, plainTime: new Temporal.PlainTime(h, m) });
        moments.add(wall.toInstant().toString({ fractionalSecondDigits: 3 }));
      }
    }
    return [...moments].sort();
  }

  /** As cron reads it: when both kinds of day are given, either is enough. */
  private isDagVan(day: Temporal.PlainDate): boolean {
    const [, , dayOfMonth, month, dayOfWeek] = this.velden;
    if (!month.waarden.has(day.month)) return false;
    const byMonth = dayOfMonth.waarden.has(day.day);
    const byWeek = dayOfWeek.waarden.has(day.dayOfWeek % 7) || dayOfWeek.waarden.has(day.dayOfWeek);
    return dayOfMonth.beperkt && dayOfWeek.beperkt ? byMonth || byWeek : byMonth && byWeek;
  }
}

/** A field: `*`, `5`, `1-5`, each with an optional `/step`, separated by commas. */
function leesVeld(text: string, naam: string, van: number, tot: number): Veld {
  const waarden = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (match === null) throw new Error(`not a ${naam} in a schedule: "${text}"`);
    const [, first, last, step] = match;
    const from = first === undefined ? van : Number(first);
    const to = first === undefined ? tot : Number(last ?? (step === undefined ? first : tot));
    const by = Number(step ?? 1);
    if (from < van || to > tot || from > to || by < 1)
      throw new Error(`not a ${naam} in a schedule: "${text}"`);
    for (let value = from; value <= to; value += by) waarden.add(value);
  }
  return { waarden, beperkt: text !== '*' };
}
