/** What a signal on a contact obligation says. */
export const SIGNAALSOORTEN = ['NADERT', 'TE_LAAT', 'JAARNORM_NIET_GEHAALD', 'ESCALATIE'] as const;
export type Signaalsoort = (typeof SIGNAALSOORTEN)[number];
