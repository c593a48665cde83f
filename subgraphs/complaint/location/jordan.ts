import written from './jo-governorates.json' with { type: 'json' };
import { type Outline, readOutlines } from './location.ts';

/** The twelve governorates of Jordan. Outlines: Natural Earth 10m, public domain. */
export const jordan: readonly Outline[] = readOutlines(written);
