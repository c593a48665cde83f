export { openMemoryBus } from './memory-bus.ts';
export { openRedisBus } from './redis-bus.ts';
export type { Bus } from './wake-up.ts';
