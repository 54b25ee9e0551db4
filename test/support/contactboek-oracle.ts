import { Temporal } from 'temporal-polyfill';

/**
 * The contact duties and the signals on them worked out again by other code than the program's: day by day, from what
 * was registered, slow and simple on purpose. Shares no rule, no SQL and no calendar with src.
 */
export interface Registratie {
  readonly bemiddelingID: string;
  readonly zorgkantoor: string;
  readonly rollen: readonly { rol: string; instelling: string; van: string; tot: string | null }[];
  readonly toewijzingen: readonly {
    tot: string | null;
    uitstel: readonly { van: string; tot: string | null; status: string; klas: string; moment: string }[];
    zorg: readonly { van: string; tot: string | null }[];
    afstel: string | null;
  }[];
  readonly contacten: readonly { datum: string; instelling: string; rol: string; met: string }[];
}

export interface Norm {
  readonly rol: string;
  readonly status: string;
  readonly klas: string | null;
  readonly dagen: number;
  readonly van: string;
  readonly tot: string | null;
  readonly zorgkantoor: string | null;
}

export interface Plicht {
  readonly bemiddelingID: string;
  readonly soort: string;
  readonly instelling: string;
  readonly begin: string;
  readonly uiterlijk: string;
  readonly teLaat: boolean;
  readonly jaarnorm: boolean | null;
  /** From which day on two contacts in a year were missed, or will be. */
  readonly jaarnormdag: string;
}

const WARN = 30;
const ESCALATE = 14;
const RANG: Readonly<Record<string, number>> = { '6': 1, '7': 2, '2': 3, '3': 4 };
const DUTIES = [
  {
    soort: 'COORDINATOR_DOSSIERHOUDER',
    drager: '1',
    rollen: ['1', '2'],
    met: ['DOSSIERHOUDER'],
    statussen: '672',
  },
  {
    soort: 'DOSSIERHOUDER_CLIENT',
    drager: '2',
    rollen: ['2'],
    met: ['CLIENT', 'CONTACTPERSOON'],
    statussen: '6723',
  },
] as const;

export const shift = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The same walk goes over the same days again and again. */
const YESTERDAY = new Map<string, string>();
const yesterday = (day: string): string => {
  const known = YESTERDAY.get(day) ?? shift(day, -1);
  YESTERDAY.set(day, known);
  return known;
};
const LIVED = new WeakMap<Registratie, Map<string, boolean>>();
const remembered = (reg: Registratie, key: string, work: () => boolean): boolean => {
  const lived = LIVED.get(reg) ?? new Map<string, boolean>();
  LIVED.set(reg, lived);
  const known = lived.get(key) ?? work();
  lived.set(key, known);
  return known;
};

const within = (day: string, from: string, to: string | null): boolean =>
  from <= day && (to === null || day <= to);

/** The duties of one bemiddeling on a day. */
export function plichtenOp(reg: Registratie, normen: readonly Norm[], day: string): Plicht[] {
  return DUTIES.flatMap((duty) => {
    const waits = (on: string): { status: string; klas: string }[] =>
      reg.toewijzingen.flatMap((one) => {
        if (one.tot !== null && one.tot < on) return [];
        if (one.afstel !== null && one.afstel <= on) return [];
        if (one.zorg.some((care) => within(on, care.van, care.tot))) return [];
        const words = one.uitstel.filter((word) => within(on, word.van, word.tot));
        words.sort((a, b) => (a.van + a.moment < b.van + b.moment ? -1 : 1));
        const last = words.at(-1);
        return last !== undefined && duty.statussen.includes(last.status) ? [last] : [];
      });
    const holders = (rol: string, on: string): Registratie['rollen'] =>
      reg.rollen.filter((one) => one.rol === rol && within(on, one.van, one.tot));
    const lives = (on: string): boolean =>
      remembered(
        reg,
        duty.soort + on,
        () => duty.rollen.every((rol) => holders(rol, on).length > 0) && waits(on).length > 0,
      );
    if (!lives(day)) return [];
    let begin = day;
    while (lives(yesterday(begin))) begin = yesterday(begin);
    const counted = reg.contacten
      .filter(({ rol, met }) => rol === duty.drager && (duty.met as readonly string[]).includes(met))
      .filter(({ datum }) => within(datum, begin, day))
      .filter((made) => holders(duty.drager, made.datum).some((one) => one.instelling === made.instelling))
      .map(({ datum }) => datum)
      .sort();
    const rows = waits(day);
    const urgent = Math.min(...rows.map(({ status }) => RANG[status] ?? 9));
    const dagen = Math.min(
      ...rows
        .filter(({ status }) => RANG[status] === urgent)
        .map((row) => normDagen(normen, reg.zorgkantoor, duty.drager, row, day)),
    );
    const uiterlijk = shift(counted.at(-1) ?? begin, dagen);
    const newest = [...holders(duty.drager, day)].sort((a, b) => (a.van < b.van ? -1 : 1)).at(-1);
    return [
      {
        bemiddelingID: reg.bemiddelingID,
        soort: duty.soort,
        instelling: newest?.instelling ?? '',
        begin,
        uiterlijk,
        teLaat: day > uiterlijk,
        jaarnorm: shift(begin, 366) > day ? null : counted.filter((on) => on > shift(day, -366)).length >= 2,
        jaarnormdag: shift(counted.at(-2) ?? begin, 366),
      },
    ];
  });
}

function normDagen(
  normen: readonly Norm[],
  zorgkantoor: string,
  rol: string,
  { status, klas }: { status: string; klas: string },
  day: string,
): number {
  const rows = normen.filter(
    (norm) =>
      norm.rol === rol &&
      norm.status === status &&
      (norm.klas === null || norm.klas === klas) &&
      (norm.zorgkantoor === null || norm.zorgkantoor === zorgkantoor) &&
      within(day, norm.van, norm.tot),
  );
  const weight = (norm: Norm): string => `${norm.klas === null ? 0 : 1} ${norm.van} ${999 - norm.dagen}`;
  rows.sort((a, b) => (weight(a) < weight(b) ? -1 : 1));
  return rows.at(-1)?.dagen ?? 183;
}

interface Vlag {
  readonly instelling: string;
  readonly vastgesteld: string;
  readonly ingetrokken: string | null;
  readonly beeindigd: string | null;
}

/** The signals as they should stand after every run of the task so far. */
export class Vlaggen {
  private readonly vlaggen = new Map<string, Vlag>();

  constructor(private readonly plichten: (bemiddelingID: string, day: string) => readonly Plicht[]) {}

  /** One run for a day, with what is registered now; `current` when the day is today. */
  run(bemiddelingIDs: readonly string[], day: string, current: boolean): void {
    for (const [key, vlag] of this.vlaggen) {
      if (vlag.ingetrokken !== null || vlag.vastgesteld > day || this.holds(key, day)) continue;
      const [, , soort = '', about = ''] = key.split(' ');
      const first = soort === 'TE_LAAT' ? shift(about, 1) : soort === 'JAARNORM_NIET_GEHAALD' ? about : null;
      const right = this.holds(key, vlag.vastgesteld) || (first !== null && this.holds(key, first));
      if (!right) this.vlaggen.set(key, { ...vlag, ingetrokken: day });
      else if (vlag.beeindigd === null) this.vlaggen.set(key, { ...vlag, beeindigd: day });
    }
    for (const id of bemiddelingIDs) {
      for (const plicht of this.plichten(id, day)) {
        for (const key of causes(plicht, day)) this.raise(key, plicht.instelling, day, current);
      }
    }
  }

  /** Key, who bears it, since when, withdrawn, ended; in order. */
  stand(): string[] {
    return [...this.vlaggen]
      .map(([key, { instelling, vastgesteld, ingetrokken, beeindigd }]) =>
        [key, instelling, vastgesteld, ingetrokken ?? '-', beeindigd ?? '-'].join(' '),
      )
      .sort();
  }

  private raise(key: string, instelling: string, day: string, current: boolean): void {
    const vlag = this.vlaggen.get(key);
    const fresh = { instelling, ingetrokken: null, beeindigd: null };
    if (vlag === undefined || vlag.ingetrokken !== null)
      this.vlaggen.set(key, { ...fresh, vastgesteld: day });
    else if (vlag.beeindigd === null ? current : vlag.beeindigd <= day)
      this.vlaggen.set(key, { ...fresh, vastgesteld: vlag.vastgesteld });
  }

  private holds(key: string, day: string): boolean {
    const [id = ''] = key.split(' ');
    return this.plichten(id, day).some((plicht) => causes(plicht, day).includes(key));
  }
}

/** What calls for attention on a day, each with the day it is about. */
function causes(
  { bemiddelingID, soort, uiterlijk, teLaat, jaarnorm, jaarnormdag }: Plicht,
  day: string,
): string[] {
  const found = [
    ...(!teLaat && day >= shift(uiterlijk, -WARN) ? [`NADERT ${uiterlijk}`] : []),
    ...(teLaat ? [`TE_LAAT ${uiterlijk}`] : []),
    ...(teLaat && day >= shift(uiterlijk, ESCALATE) ? [`ESCALATIE ${uiterlijk}`] : []),
    ...(jaarnorm === false ? [`JAARNORM_NIET_GEHAALD ${jaarnormdag}`] : []),
  ];
  return found.map((cause) => `${bemiddelingID} ${soort} ${cause}`);
}
