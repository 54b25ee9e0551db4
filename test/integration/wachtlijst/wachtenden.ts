import type { PlantedAllocation, Planting } from './planter.js';
import { zorgaanbieder, type TestRegister } from './register.js';

export const [A, B] = ['99000001', '99000002'];
const WAIT: Readonly<Record<string, string>> = { '6': '03', '7': '12', '2': '13', '3': '19' };

/** A list on which every key of an order tells some places apart, and whom it leaves out. */
export interface Wachtenden {
  readonly wachtend: readonly PlantedAllocation[];
  readonly voorzorg: PlantedAllocation;
  readonly inZorg: PlantedAllocation;
}

export async function waiting(
  register: TestRegister,
  status: string,
  ingangsdatum: string,
  planting: Planting = {},
): Promise<PlantedAllocation> {
  const planted = await register.plant.allocation(planting);
  await register.wachtstatus.reportUitstelperiode(zorgaanbieder(planting.instelling ?? A), {
    ...planted,
    versie: 1,
    ingangsdatum,
    leveringsstatus: status,
    leveringsstatusClassificatie: WAIT[status] ?? '',
  });
  return planted;
}

export async function plantWachtenden(register: TestRegister): Promise<Wachtenden> {
  await register.plant.zorgaanbieders(A, B);
  const wachtend: PlantedAllocation[] = [];
  for (const [status, day, planting] of [
    ['6', '2026-10-20', {}],
    ['6', '2026-08-01', { van: '2026-08-01' }],
    ['7', '2026-09-01', { zzpCode: '780' }],
    ['7', '2026-09-25', { zorgkantoor: '5516' }],
    ['7', '2026-09-25', { zorgkantoor: '5516', instelling: B }],
    ['2', '2026-06-01', { afgiftedatum: '2025-06-01' }],
    ['2', '2026-06-01', { instelling: B }],
    ['2', '2026-07-15', { zzpCode: '780' }],
  ] as const)
    wachtend.push(await waiting(register, status, day, planting));
  const voorzorg = await waiting(register, '3', '2026-05-01');
  const inZorg = await register.plant.allocation();
  await register.levering.reportLeveringperiode(zorgaanbieder(A), {
    ...inZorg,
    versie: 1,
    ingangsdatum: '2026-10-01',
  });
  await register.plant.allocation({ leveringsvorm: '2', rollen: [] });
  await register.plant.allocation({ leveringsvorm: '2', rollen: [], zorgkantoor: '5516' });
  return { wachtend, voorzorg, inZorg };
}
