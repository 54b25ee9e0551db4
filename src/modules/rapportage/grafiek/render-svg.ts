import type { EChartsOption } from 'echarts';

export interface Svgkop {
  /** In pixels. */
  readonly breedte: number;
  readonly hoogte: number;
  /** Name of the picture, for who does not see it. */
  readonly titel: string;
  /** What the picture says, in words. */
  readonly beschrijving: string;
}

const OPENING = /^<svg /;
const END_OF_OPENING = /^<svg [^>]*>/;

/** Draws a chart without a browser, as SVG that names and describes itself. */
export async function renderSvg(
  option: EChartsOption,
  { breedte, hoogte, titel, beschrijving }: Svgkop,
): Promise<string> {
  // A large library for a few pictures: loaded with the first of them, so that no start waits for it.
  const { init } = await import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: breedte, height: hoogte });
  try {
    chart.setOption(option);
    return chart
      .renderToSVGString()
      .replace(OPENING, '<svg lang="nl" role="img" aria-labelledby="titel beschrijving" ')
      .replace(
        END_OF_OPENING,
        (opening) =>
          `${opening}\n<title id="titel">${escaped(titel)}</title>\n<desc id="beschrijving">${escaped(beschrijving)}</desc>`,
      );
  } finally {
    chart.dispose();
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
