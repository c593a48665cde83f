import { CommentsOfUnsummed1796342400000 } from './migrations/comments-of-unsummed-1796342400000.ts';
import { DeadLetters1796169600000 } from './migrations/dead-letters-1796169600000.ts';
import { DueAndTerms1796083200000 } from './migrations/due-and-terms-1796083200000.ts';
import { Figures1795000000000 } from './migrations/figures-1795000000000.ts';
import { LifeOfACase1795003300000 } from './migrations/life-of-a-case-1795003300000.ts';
import { PlainNames1797033600000 } from './migrations/plain-names-1797033600000.ts';
import { ProgrammesOfCycles1796256000000 } from './migrations/programmes-of-cycles-1796256000000.ts';

/** In order. A merged one never changes. */
export const migrations = [
  Figures1795000000000,
  LifeOfACase1795003300000,
  DueAndTerms1796083200000,
  DeadLetters1796169600000,
  ProgrammesOfCycles1796256000000,
  CommentsOfUnsummed1796342400000,
  PlainNames1797033600000,
];
