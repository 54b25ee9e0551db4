import { type Leveringsvorm, type Sector } from './codes.js';
import { type Random } from './random.js';
import { type Zorgkantoor } from './regios.js';
import { AANBIEDERS, type Aanbieder } from './zorgaanbieders.js';

/** A provider for this sector and form, mostly of the client's own region; never one of `behalve`. */
export function pickAanbieder(
  random: Random,
  regio: Zorgkantoor,
  sector: Sector,
  vorm: Leveringsvorm,
  behalve: readonly Aanbieder[] = [],
): Aanbieder {
  const able = AANBIEDERS.filter(
    (one) => one.sectoren.includes(sector) && one.leveringsvormen.includes(vorm) && !behalve.includes(one),
  );
  const near = able.filter((one) => one.zorgkantoor === regio);
  return random.pick(near.length > 0 && random.chance(85) ? near : able);
}
