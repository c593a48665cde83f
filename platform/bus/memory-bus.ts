import { EventEmitter } from 'node:events';
import type { Bus } from './wake-up.ts';

/** The bus of the embedded form: every program lives in this process. */
export function openMemoryBus(): Bus {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    async signal(channel, payload) {
      // Not inside the caller's stack, as on a real bus.
      setImmediate(() => emitter.emit(channel, payload));
    },
    async listen(channel, onSignal) {
      emitter.on(channel, onSignal);
      return {
        async close() {
          emitter.off(channel, onSignal);
        },
      };
    },
    async close() {
      emitter.removeAllListeners();
    },
  };
}
