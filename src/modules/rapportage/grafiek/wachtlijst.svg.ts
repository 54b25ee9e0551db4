import type { BarSeriesOption, EChartsOption, GridComponentOption } from 'echarts';
import type { Day, Instant } from '../../../platform/clock/index.js';
import type { Aantal, Telling } from '../domain/aantallen.js';
import type { Maandstand } from '../wachtlijstaantallen.queries.js';
import { dagInWoorden, maandKort, momentInWoorden } from './dagen.js';
import { renderSvg } from './render-svg.js';

export interface Wachtlijstbeeld {
  readonly zorgkantoor: string;
  readonly instelling: string | null;
  readonly op: Day;
  readonly zoalsBekendOp: Instant | null;
  readonly telling: Telling;
  readonly verloop: readonly Maandstand[];
}

type Vulling = NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>;

/** A part of a bar: told apart by its colour (safe for the colour-blind), by its hatching, and by its number. */
interface Deel<Row> {
  readonly naam: string;
  readonly kleur: string;
  readonly vulling: Vulling;
  readonly waarde: (row: Row) => number;
}

const BREEDTE = 1000;
const HOOGTE = 860;
const INKT = '#222222';
const LETTER = 'Verdana, DejaVu Sans, sans-serif';

const EFFEN: Vulling = { symbol: 'none' };
const STREPEN: Vulling = {
  color: 'rgba(0,0,0,0.45)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 6],
  rotation: -0.8,
};
const STIPPEN: Vulling = {
  color: 'rgba(0,0,0,0.5)',
  symbol: 'circle',
  symbolSize: 0.5,
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
};

const STATUSSEN: readonly Deel<Maandstand>[] = [
  { naam: 'Urgent plaatsen', kleur: '#D55E00', vulling: STREPEN, waarde: (stand) => stand.urgentPlaatsen },
  { naam: 'Actief plaatsen', kleur: '#F0B95A', vulling: STIPPEN, waarde: (stand) => stand.actiefPlaatsen },
  { naam: 'Wacht op voorkeur', kleur: '#56B4E9', vulling: EFFEN, waarde: (stand) => stand.wachtOpVoorkeur },
];

const NORMDELEN: readonly Deel<Aantal>[] = [
  { naam: 'Binnen de norm', kleur: '#4DB897', vulling: EFFEN, waarde: (aantal) => aantal.binnenNorm },
  {
    naam: 'Langer dan de norm',
    kleur: '#D58AB4',
    vulling: STREPEN,
    waarde: (aantal) => aantal.langerDanNorm,
  },
  {
    naam: 'Norm niet ingevuld',
    kleur: '#DDDDDD',
    vulling: STIPPEN,
    waarde: (aantal) => aantal.normNietIngevuld,
  },
];

const STATUSNAAM: Readonly<Record<string, string>> = {
  6: 'Urgent\nplaatsen',
  7: 'Actief\nplaatsen',
  2: 'Wacht op\nvoorkeur',
};

const SECTORNAAM: Readonly<Record<string, string>> = {
  VV: 'Verpleging en\nverzorging',
  GHZ: 'Gehandicapten-\nzorg',
  GGZ: 'Geestelijke\ngezondheidszorg',
};

/** The waiting list of a day as SVG: its course by status above, status and sector against the norm below. */
export function drawWachtlijst(beeld: Wachtlijstbeeld): Promise<string> {
  const { telling, verloop } = beeld;
  const titel = titelVan(beeld);
  const option: EChartsOption = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: LETTER, fontSize: 14, color: INKT },
    title: [
      kop(titel, 16, 20),
      { ...kop(ondertitel(beeld), 46, 13), textStyle: { fontSize: 13, fontWeight: 'normal', color: INKT } },
      kop('Wachtenden aan het einde van de maand, naar wachtstatus', 84, 15),
      kop('Naar wachtstatus en norm', 512, 15),
      { ...kop('Naar sector en norm', 512, 15), left: 540 },
    ],
    legend: [legenda(STATUSSEN, 112), legenda(NORMDELEN, 540)],
    grid: [
      vak({ left: 24, top: 150, width: BREEDTE - 56, height: 300 }),
      vak({ left: 24, top: 580, width: 450, height: 230 }),
      vak({ left: 540, top: 580, width: 430, height: 230 }),
    ],
    xAxis: [
      categorieen(
        0,
        verloop.map(({ op, urgentPlaatsen }) => `${maandKort(op)}\n${urgentPlaatsen} urgent`),
      ),
      categorieen(
        1,
        telling.perStatus.map(({ wachtstatusCode }) => STATUSNAAM[wachtstatusCode] ?? wachtstatusCode),
      ),
      categorieen(
        2,
        telling.perSector.map(({ sector }) => SECTORNAAM[sector ?? ''] ?? 'Sector\nonbekend'),
      ),
    ],
    yAxis: [0, 1, 2].map((gridIndex) => ({
      type: 'value',
      gridIndex,
      minInterval: 1,
      axisLabel: { color: INKT },
      splitLine: { lineStyle: { color: '#d9d9d9' } },
    })),
    series: [
      ...staven(0, STATUSSEN, verloop),
      ...staven(1, NORMDELEN, telling.perStatus),
      ...staven(2, NORMDELEN, telling.perSector),
    ],
  };
  return renderSvg(option, { breedte: BREEDTE, hoogte: HOOGTE, titel, beschrijving: beschrijving(beeld) });
}

function kop(
  text: string,
  top: number,
  fontSize: number,
): { text: string; top: number; left: number; textStyle: object } {
  return { text, top, left: 24, textStyle: { fontSize, color: INKT } };
}

function legenda(delen: readonly { readonly naam: string }[], top: number): object {
  return {
    data: delen.map(({ naam }) => naam),
    top,
    left: 20,
    itemWidth: 28,
    itemHeight: 16,
    selectedMode: false,
    itemGap: 44,
    textStyle: { color: INKT, fontSize: 13 },
  };
}

function vak(grid: GridComponentOption): GridComponentOption {
  return { ...grid, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };
}

function categorieen(gridIndex: number, data: readonly string[]): object {
  return {
    type: 'category',
    gridIndex,
    data: [...data],
    axisLabel: { color: INKT, interval: 0, lineHeight: 17 },
    axisTick: { show: false },
  };
}

/** Stacked bars, each part with its number when there is room for it, and the total on top. */
function staven<Row>(
  vaknummer: number,
  delen: readonly Deel<Row>[],
  rijen: readonly Row[],
): BarSeriesOption[] {
  const totaal = (row: Row): number => delen.reduce((sum, { waarde }) => sum + waarde(row), 0);
  const hoogste = Math.max(1, ...rijen.map(totaal));
  const as = {
    xAxisIndex: vaknummer,
    yAxisIndex: vaknummer,
    stack: `vak ${vaknummer}`,
    barWidth: '62%',
  } as const;
  const parts = delen.map(({ naam, kleur, vulling, waarde }): BarSeriesOption => ({
    ...as,
    type: 'bar',
    name: naam,
    itemStyle: { color: kleur, decal: vulling, borderColor: INKT, borderWidth: 0.8 },
    data: rijen.map((row) => {
      const value = waarde(row);
      const past = value / hoogste >= 0.09;
      return { value, label: { show: past, ...GETAL } };
    }),
  }));
  const boven: BarSeriesOption = {
    ...as,
    type: 'bar',
    name: `totaal ${vaknummer}`,
    itemStyle: { color: 'transparent' },
    data: rijen.map((row) => ({
      value: 0,
      label: { show: true, position: 'top', formatter: String(totaal(row)), color: INKT, fontWeight: 'bold' },
    })),
  };
  return [...parts, boven];
}

const GETAL = {
  color: INKT,
  backgroundColor: 'rgba(255,255,255,0.85)',
  borderRadius: 3,
  padding: [2, 4],
  fontSize: 12,
};

function titelVan({ zorgkantoor, instelling, op }: Wachtlijstbeeld): string {
  const bij = instelling === null ? '' : `, zorgaanbieder ${instelling}`;
  return `Wachtlijst van zorgkantoor ${zorgkantoor}${bij} op ${dagInWoorden(op)}`;
}

function ondertitel({ telling, zoalsBekendOp }: Wachtlijstbeeld): string {
  const bekend = zoalsBekendOp === null ? '' : ` Zoals bekend op ${momentInWoorden(zoalsBekendOp)}.`;
  return `${telling.aantal} wachtenden, ${telling.langerDanNorm} langer dan de norm. Wie uit voorzorg wacht (${telling.uitVoorzorg}) telt niet mee.${bekend}`;
}

/** The same in words and numbers, for who does not see the picture. */
function beschrijving(beeld: Wachtlijstbeeld): string {
  const normen = (aantal: Aantal): string =>
    NORMDELEN.map(({ naam, waarde }) => `${naam.toLowerCase()} ${waarde(aantal)}`).join(', ');
  const statussen = beeld.telling.perStatus.map(
    (status) =>
      `${(STATUSNAAM[status.wachtstatusCode] ?? '').replace('\n', ' ')} ${status.aantal} (${normen(status)})`,
  );
  const sectoren = beeld.telling.perSector.map(
    (sector) => `${sector.sector ?? 'sector onbekend'} ${sector.aantal} (${normen(sector)})`,
  );
  const verloop = beeld.verloop.map(
    (stand) =>
      `${dagInWoorden(stand.op)}: ${STATUSSEN.map(({ naam, waarde }) => `${naam.toLowerCase()} ${waarde(stand)}`).join(', ')}`,
  );
  return [
    ondertitel(beeld),
    `Naar wachtstatus: ${statussen.join('; ')}.`,
    `Naar sector: ${sectoren.join('; ')}.`,
    `Verloop: ${verloop.join('; ')}.`,
  ].join(' ');
}
