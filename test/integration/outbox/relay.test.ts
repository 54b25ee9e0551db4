import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Gedrag } from '../../support/ontvanger.js';
import { openPost, type Post } from './post.js';

const [GOED, SLECHT] = ['06000001', '06000002'] as const;

let post: Post;

beforeEach(async () => {
  post = await openPost();
  await post.sql(`update bezorgbeleid set wachttijd_ms = 300, max_pogingen = 4`);
});

afterEach(() => post.close());

/** Posts messages with rising numbers, over a few clients in turn. @returns the clients */
async function plaats(ontvanger: string, aantal: number, clienten = 3): Promise<string[]> {
  const ids = Array.from({ length: clienten }, () => randomUUID());
  for (let nummer = 0; nummer < aantal; nummer += 1) {
    const clientID = ids[nummer % clienten] ?? '';
    await post.write((tx) =>
      post.outbox.post(tx, {
        soort: 'proef',
        ontvanger,
        volgordesleutel: clientID,
        inhoud: { clientID, nummer },
      }),
    );
  }
  return ids;
}

function later(seconds: number): void {
  post.clock.nu = Temporal.Instant.from(post.clock.nu)
    .add({ seconds })
    .toString({ fractionalSecondDigits: 3 });
}

const standen = (): Promise<{ status: string; aantal: number }[]> =>
  post.sql(`select status, count(*)::int as aantal from bericht group by 1 order by 1`);

describe('a receiver', () => {
  it('gets each message signed, under its own id, in order per client, and once when all goes well', async () => {
    const goed = await post.ontvanger(GOED);
    await plaats(GOED, 12);
    expect(await post.bezorg()).toMatchObject({ verzonden: 12, mislukt: 0 });
    expect(await post.bezorg()).toMatchObject({ verzonden: 0 });
    expect(goed.ontvangen.every(({ echt }) => echt)).toBe(true);
    expect(inOrder(goed.ontvangen)).toBe(true);
    const ids = await post.sql<{ id: string }>('select bericht_id as id from bericht order by 1');
    expect(goed.ontvangen.map(({ id }) => id).sort()).toEqual(ids.map(({ id }) => id));
  });

  it('that refuses the message of one client gets those of others; the refused one is tried less and less', async () => {
    const goed = await post.ontvanger(GOED);
    const [gif] = await plaats(GOED, 6);
    goed.gedrag = ({ data }) => (data.clientID === gif ? 'WEIGER' : 'GOED');
    expect(await post.bezorg()).toMatchObject({ verzonden: 4, mislukt: 1 });
    expect(await post.bezorg()).toMatchObject({ verzonden: 0, mislukt: 0 });
    later(31);
    expect(await post.bezorg()).toMatchObject({ mislukt: 1 });
    later(31);
    expect(await post.bezorg()).toMatchObject({ mislukt: 0 });
    later(30);
    expect(await post.bezorg()).toMatchObject({ mislukt: 1 });
    later(121);
    // The next message of this client comes forward at once, and is refused too.
    expect(await post.bezorg()).toMatchObject({ mislukt: 2, onbestelbaar: 1 });
    const [dood] = await post.sql(`select laatste_fout, pogingen from bericht where status = 'ONBESTELBAAR'`);
    expect(dood).toEqual({ laatste_fout: 'HTTP 400', pogingen: 4 });
    const tries = goed.ontvangen.filter(({ data }) => data.nummer === 0);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    goed.gedrag = () => 'GOED';
    later(31);
    expect(await post.bezorg()).toMatchObject({ verzonden: 1 });
    expect(await standen()).toEqual([
      { status: 'ONBESTELBAAR', aantal: 1 },
      { status: 'VERZONDEN', aantal: 5 },
    ]);
  });

  it.each<Gedrag>(['FOUT', 'STIL', 'SLUIT', 'ELDERS'])(
    'that fails (%s) does not hold up another, and gets everything in order once it works',
    async (gedrag) => {
      const [goed, slecht] = [await post.ontvanger(GOED), await post.ontvanger(SLECHT)];
      slecht.gedrag = () => gedrag;
      await plaats(SLECHT, 9);
      await plaats(GOED, 9);
      expect(await post.bezorg()).toMatchObject({ verzonden: 9 });
      expect(goed.ontvangen).toHaveLength(9);
      expect(slecht.ontvangen.length).toBeLessThanOrEqual(3);
      slecht.gedrag = () => 'GOED';
      later(61);
      expect(await post.bezorg()).toMatchObject({ verzonden: 9 });
      expect(inOrder(slecht.ontvangen.filter((_, index) => index >= slecht.ontvangen.length - 9))).toBe(true);
      expect(await standen()).toEqual([{ status: 'VERZONDEN', aantal: 18 }]);
    },
  );

  it('is not sent what another relay is sending, and gets it again when that one died', async () => {
    const goed = await post.ontvanger(GOED);
    await plaats(GOED, 1);
    await post.sql(`update bericht set onderweg_tot = clock_timestamp() + interval '1 hour'`);
    expect(await post.bezorg()).toMatchObject({ verzonden: 0 });
    await post.sql(`update bericht set onderweg_tot = clock_timestamp()`);
    expect(await post.bezorg()).toMatchObject({ verzonden: 1 });
    expect(goed.ontvangen).toHaveLength(1);
  });
});

describe('a relay that dies after it sent and before it kept that', () => {
  it('leaves the message to the next, which sends it again under the same id', async () => {
    const goed = await post.ontvanger(GOED);
    await plaats(GOED, 3, 1);
    let beforeAnswer: Promise<unknown> | null = null;
    goed.gedrag = () => {
      beforeAnswer ??= post.sql(`update taakrun set fence = fence + 1, lease_tot = clock_timestamp()`);
      return 'STIL';
    };
    await expect(post.bezorg()).rejects.toThrow('taken over');
    expect(beforeAnswer).not.toBeNull();
    expect(await standen()).toEqual([{ status: 'WACHT', aantal: 3 }]);
    goed.gedrag = () => 'GOED';
    await post.sql(`update bericht set onderweg_tot = clock_timestamp()`);
    await post.bezorg();
    const nummers = goed.ontvangen.map(({ data }) => data.nummer);
    expect(nummers).toEqual([0, 0, 1, 2]);
    expect(goed.ontvangen[0]?.id).toBe(goed.ontvangen[1]?.id);
  });
});

describe('a provider without a webhook', () => {
  it('is not flooded when it gets one: old messages lapse', async () => {
    await plaats(GOED, 2);
    later(8 * 24 * 3600);
    await plaats(GOED, 1);
    expect(await post.bezorg()).toMatchObject({ vervallen: 2 });
    const goed = await post.ontvanger(GOED);
    expect(await post.bezorg()).toMatchObject({ verzonden: 1 });
    expect(goed.ontvangen).toHaveLength(1);
  });
});

describe('after a change of secret', () => {
  it('both sign until the old one ends', async () => {
    const goed = await post.ontvanger(GOED);
    await post.sql(`update webhook_geheim set geldig_tot = '2026-11-01T09:00:00Z'`);
    await post.sql(`insert into webhook_geheim (ontvanger, geheim, aangemaakt_op) values ($1, $2, now())`, [
      GOED,
      await post.geheimen.versleutel(GOED, post.geheimen.nieuw()),
    ]);
    await plaats(GOED, 1);
    await post.bezorg();
    later(3601);
    await plaats(GOED, 1);
    await post.bezorg();
    expect(goed.ontvangen.map(({ echt }) => echt)).toEqual([true, false]);
  });
});

/** Per client the numbers rise. */
function inOrder(berichten: readonly { data: Readonly<Record<string, unknown>> }[]): boolean {
  const last = new Map<unknown, number>();
  return berichten.every(({ data }) => {
    const rises = Number(data.nummer) > (last.get(data.clientID) ?? -1);
    last.set(data.clientID, Number(data.nummer));
    return rises;
  });
}
