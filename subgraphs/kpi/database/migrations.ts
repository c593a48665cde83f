import { Figures1795000000000 } from './migrations/figures-1795000000000.ts';

/** In order. A merged one never changes. */
export const migrations = [Figures1795000000000];
