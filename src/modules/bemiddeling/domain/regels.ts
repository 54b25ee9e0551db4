import type { Bemiddelingstaat } from './bemiddeling.js';
import { assertRegie } from './regie.js';
import { hooguitTweeLeveringsvormenTegelijk, zelfdeZorgOverlaptNiet, type Leveringen } from './samenloop.js';

/**
 * Every rule about the allocations and roles of one bemiddeling together.
 * @param nieuw ids of the allocations that are new or changed; T7 judges only those
 */
export function assertBemiddeling(
  staat: Bemiddelingstaat,
  leveringen: Leveringen,
  nieuw: ReadonlySet<string>,
): void {
  zelfdeZorgOverlaptNiet(staat.specificaties);
  hooguitTweeLeveringsvormenTegelijk(staat.specificaties, leveringen, nieuw);
  assertRegie(staat);
}
