import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../../../test/support/bemiddelingstaat.js';
import {
  isBezet,
  isVerlopen,
  OVERGANGEN,
  overgang,
  statusOp,
  TOESTAND,
  type Aanbodstatus,
  type Gebeurtenis,
} from './aanbod.js';

const UITERLIJK = '2026-11-08';
const ACTS: readonly Gebeurtenis[] = ['acceptAanbod', 'refuseAanbod', 'withdrawAanbod'];
const STATES = Object.keys(TOESTAND) as Aanbodstatus[];

describe('an offer', () => {
  it('can be answered on its last day and not on the day after', () => {
    const open = { status: 'AANGEBODEN', uiterlijk: UITERLIJK } as const;
    expect(isVerlopen(open, UITERLIJK)).toBe(false);
    expect(overgang(open, 'acceptAanbod', UITERLIJK)).toBe('AANVAARD');
    expect(isVerlopen(open, '2026-11-09')).toBe(true);
    expect(statusOp(open, '2026-11-09')).toBe('VERVALLEN');
    for (const act of ACTS) {
      expect(refusal(() => overgang(open, act, '2026-11-09'))).toMatchObject({ regel: 'PL10' });
    }
  });

  it('does not lapse once it was accepted', () => {
    const kept = { status: 'AANVAARD', uiterlijk: UITERLIJK } as const;
    expect(statusOp(kept, '2027-01-01')).toBe('AANVAARD');
    expect(overgang(kept, 'withdrawAanbod', '2027-01-01')).toBe('INGETROKKEN');
  });

  it.each(STATES.flatMap((status) => ACTS.map((act) => [status, act] as const)))(
    'in %s allows %s only when the table does',
    (status, act) => {
      const allowed = OVERGANGEN.find(({ van, gebeurtenis }) => van === status && gebeurtenis === act);
      const outcome = (): Aanbodstatus => overgang({ status, uiterlijk: UITERLIJK }, act, UITERLIJK);
      if (allowed === undefined) expect(refusal(outcome)).toMatchObject({ regel: 'PL11' });
      else expect(outcome()).toBe(allowed.naar);
    },
  );

  it('that ended takes no place and never comes back', () => {
    for (const status of STATES.filter((one) => !isBezet(one))) {
      expect(OVERGANGEN.some(({ van }) => van === status)).toBe(false);
    }
    for (const status of STATES.filter(isBezet)) {
      expect(OVERGANGEN.some(({ van }) => van === status)).toBe(true);
    }
  });
});
