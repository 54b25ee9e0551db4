import type { BarSeriesOption, EChartsOption } from 'echarts';
import type { Contactprestatie, Prestatiemaand } from '../../contactbewaking/index.js';
import { dagInWoorden, maandKort } from './dagen.js';
import { renderSvg } from './render-svg.js';

export interface Prestatiebeeld {
  readonly prestatie: Contactprestatie;
  readonly maanden: readonly Prestatiemaand[];
}

const BREEDTE = 900;
const HOOGTE = 480;
const INKT = '#222222';
const LETTER = 'Verdana, DejaVu Sans, sans-serif';

type Vulling = NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>;

/** Told apart by colour (safe for the colour-blind), by hatching and by number. */
const DELEN: readonly {
  readonly naam: string;
  readonly kleur: string;
  readonly vulling: Vulling;
  readonly waarde: (maand: Prestatiemaand) => number;
}[] = [
  { naam: 'Op tijd', kleur: '#4DB897', vulling: { symbol: 'none' }, waarde: ({ opTijd }) => opTijd },
  {
    naam: 'Te laat',
    kleur: '#D55E00',
    vulling: { color: 'rgba(0,0,0,0.45)', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.8 },
    waarde: ({ teLaat }) => teLaat,
  },
];

/** How a provider kept its contact obligations, month by month, as SVG. */
export function drawContactprestatie({ prestatie, maanden }: Prestatiebeeld): Promise<string> {
  const titel = `Contactverplichtingen van zorgaanbieder ${prestatie.instelling}`;
  const samenvatting = inWoorden(prestatie);
  const option: EChartsOption = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: LETTER, fontSize: 14, color: INKT },
    title: {
      text: titel,
      subtext: samenvatting,
      left: 24,
      top: 16,
      itemGap: 10,
      textStyle: { fontSize: 20, color: INKT },
      subtextStyle: { fontSize: 13, color: INKT },
    },
    legend: { data: DELEN.map(({ naam }) => naam), top: 104, left: 20, selectedMode: false, itemWidth: 28 },
    grid: {
      left: 24,
      right: 32,
      top: 150,
      bottom: 24,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: maanden.map(({ maand }) => maandKort(maand)),
      axisLabel: { color: INKT, interval: 0, lineHeight: 17 },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: INKT },
      splitLine: { lineStyle: { color: '#d9d9d9' } },
    },
    series: DELEN.map(({ naam, kleur, vulling, waarde }): BarSeriesOption => ({
      type: 'bar',
      name: naam,
      stack: 'maand',
      barWidth: '62%',
      itemStyle: { color: kleur, decal: vulling, borderColor: INKT, borderWidth: 0.8 },
      data: maanden.map((maand) => ({
        value: waarde(maand),
        label: {
          show: waarde(maand) > 0,
          color: INKT,
          fontSize: 12,
          backgroundColor: 'rgba(255,255,255,0.85)',
          padding: [2, 4],
        },
      })),
    })),
  };
  const verloop = maanden.map(
    ({ maand, opTijd, teLaat }) =>
      `${maandKort(maand).replace('\n', ' ')}: ${opTijd} op tijd, ${teLaat} te laat`,
  );
  const beschrijving = `${samenvatting.replaceAll('\n', ' ')} Per maand: ${verloop.join('; ')}.`;
  return renderSvg(option, { breedte: BREEDTE, hoogte: HOOGTE, titel, beschrijving });
}

function inWoorden({ van, tot, afgerond, opTijd, mediaanDagenTeLaat, nuTeLaat }: Contactprestatie): string {
  const aandeel = afgerond === 0 ? 'niets afgerond' : `${Math.round((100 * opTijd) / afgerond)}% op tijd`;
  const mediaan =
    mediaanDagenTeLaat === null ? '' : ` Wat te laat was, was dat in het midden ${mediaanDagenTeLaat} dagen.`;
  return `Van ${dagInWoorden(van)} tot en met ${dagInWoorden(tot)}: ${opTijd} van ${afgerond} (${aandeel}).\nNu te laat: ${nuTeLaat}.${mediaan}`;
}
