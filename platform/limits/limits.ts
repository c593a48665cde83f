export { type Claim, type CountedLimit, takeAll } from './counted-limit.ts';
export { HeldPlaces } from './held-places.ts';
export { type Limits, openLimits } from './open-limits.ts';
export { type Pace, type PaceLimit, secondsOf } from './pace-limit.ts';
