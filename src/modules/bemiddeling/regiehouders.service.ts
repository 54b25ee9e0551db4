import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day, Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { VersieVerouderd } from '../../platform/errors/index.js';
import { findZorgaanbieders } from '../zorgaanbieder/index.js';
import { BemiddelingChanger, type Open } from './bemiddeling.changer.js';
import type { Regierol } from './domain/leveringsvorm.js';
import { assignRegiehouder, endRegiehouder } from './domain/opvolging.js';
import { assertBemiddeling } from './domain/regels.js';
import { withPad } from './pad.js';
import { SpecificatieAssessor } from './specificatie.assessor.js';
import { momentOf } from './vaststelling.js';

export interface AssignRegiehouder {
  readonly bemiddelingID: string;
  readonly versie: number;
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly ingangsdatum: Day;
  /** Last day of the running holder: the day of hand-over or the day before it; the latter unless given. */
  readonly laatsteDagVorige?: Day | null;
  readonly vaststellingMoment?: Instant | null;
}

export interface EndRegiehouder {
  readonly regiehouderID: string;
  /** Of the bemiddeling. */
  readonly versie: number;
  readonly einddatum: Day;
}

/** Handing a role over, and ending one. */
@Injectable()
export class RegiehoudersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changer: BemiddelingChanger,
    private readonly assessor: SpecificatieAssessor,
  ) {}

  /**
   * Gives a role to a provider; who has it now keeps it until the day before, or for one day together.
   * @returns the id of the new holder
   */
  async assignRegiehouder(ctx: RequestContext, input: AssignRegiehouder): Promise<string> {
    const vaststellingMoment = momentOf(ctx, input.vaststellingMoment ?? null);
    return this.unitOfWork.write(ctx, async (tx) => {
      const open = await this.changer.open(ctx, tx, 'bemiddeling', input.bemiddelingID);
      assertVersie(open, input.versie);
      const { instelling, regierol, ingangsdatum, laatsteDagVorige = null } = input;
      const regiehouderID = randomUUID();
      const na = assignRegiehouder(
        open.set.staat(open.bemiddelingID),
        { regiehouderID, instelling, regierol, ingangsdatum },
        laatsteDagVorige,
      );
      const zorgaanbieders = await findZorgaanbieders(tx, [instelling]);
      for (const houder of na.regiehouders) {
        if (houder.regiehouderID === regiehouderID)
          this.assessor.assessRegiehouder(houder, zorgaanbieders, []);
      }
      withPad(ofRole, () => assertBemiddeling(na, new Map(), new Set()));
      await this.changer.save(ctx, tx, open, na, { vaststellingMoment });
      return regiehouderID;
    });
  }

  /**
   * Ends a role. While an allocation calls for it that needs a successor, see assignRegiehouder (R1).
   * @returns the id of the holder
   */
  async endRegiehouder(ctx: RequestContext, input: EndRegiehouder): Promise<string> {
    const { regiehouderID, einddatum } = input;
    return this.unitOfWork.write(ctx, async (tx) => {
      const open = await this.changer.open(ctx, tx, 'regiehouder', regiehouderID);
      assertVersie(open, input.versie);
      const na = endRegiehouder(open.set.staat(open.bemiddelingID), regiehouderID, einddatum);
      withPad(
        () => ['einddatum'],
        () => assertBemiddeling(na, new Map(), new Set()),
      );
      await this.changer.save(ctx, tx, open, na);
      return regiehouderID;
    });
  }
}

/** The rules speak of a bemiddeling's regiehouder; here that is the input itself. */
function ofRole(pad: readonly string[]): readonly string[] {
  return pad[0] === 'regiehouder' ? pad.slice(1) : pad;
}

function assertVersie({ set, bemiddelingID }: Open, versie: number): void {
  if (set.get(bemiddelingID)?.versie !== versie) throw new VersieVerouderd();
}
