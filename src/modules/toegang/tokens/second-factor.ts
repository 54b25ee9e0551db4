/** Which claims of a token prove that somebody logged in with two factors. */
export interface SecondFactorRule {
  /** Ways to log in (`amr`, RFC 8176). Each is a set of methods that must all be there. */
  readonly amr: readonly (readonly string[])[];
  /** Levels (`acr`) that the issuer gives to two factors only. */
  readonly acr: readonly string[];
}

/**
 * Reads the setting: ways are separated by commas, methods of one way by a plus (`mfa,pwd+otp`).
 * @returns no way at all for a text without one
 */
export function readAmr(text: string): string[][] {
  return readList(text)
    .map((way) =>
      way
        .split('+')
        .map((method) => method.trim())
        .filter((method) => method !== ''),
    )
    .filter((way) => way.length > 0);
}

export function readList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether verified claims prove two factors (NEN 7510). What is not a list of texts or a text proves nothing. */
export function provesSecondFactor(claims: object, { amr, acr }: SecondFactorRule): boolean {
  const level = 'acr' in claims ? claims.acr : undefined;
  if (typeof level === 'string' && acr.includes(level)) return true;
  const methods: unknown = 'amr' in claims ? claims.amr : undefined;
  if (!Array.isArray(methods)) return false;
  return amr.some((way) => way.every((method) => methods.includes(method)));
}
