import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Rol } from '../../platform/context/index.js';

export const TOEGANG_METADATA = 'wlz:toegang';

/**
 * Says which roles may ask this root field. Every `@Query` and `@Mutation` carries one, or the program does not start;
 * which records each of them may see or change is for the module's policy and queries.
 */
export function Toegang(rol: Rol, ...rollen: readonly Rol[]): CustomDecorator {
  return SetMetadata(TOEGANG_METADATA, [rol, ...rollen]);
}
