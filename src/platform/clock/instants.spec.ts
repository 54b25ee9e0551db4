import { describe, expect, it } from '@jest/globals';
import { asInstant, inDutchTime } from './calendar.js';

describe('instants of the national registers', () => {
  it.each(['2026-07-01T14:05:00.250+02:00', '2026-01-01T00:00:00.000+01:00'])(
    '%s comes back as written',
    (text) => {
      const instant = asInstant(text);
      expect(instant?.endsWith('Z')).toBe(true);
      expect(inDutchTime(instant ?? '')).toBe(text);
    },
  );

  it.each(['2026-02-30T10:00:00Z', '2026-01-01T10:00:00', '2026-01-01', 'morgen', ''])(
    '%j is no instant',
    (text) => {
      expect(asInstant(text)).toBeNull();
    },
  );
});
