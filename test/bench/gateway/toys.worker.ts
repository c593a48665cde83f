import { openToys, type Toys } from '../../../gateway/testing/toy-graph.ts';
import { now, work } from './worker.ts';

let toys: Toys;

work({
  async start() {
    toys = await openToys();
    toys.grants.set('wall', [{ role: 'OPERATION_ROOM', scope: null }]);
    return {
      environment: toys.environment,
      token: await toys.issuer.token('wall', { exp: Math.floor(Date.now() / 1000) + 3_600 }),
    };
  },
  followers: () => toys.log.followers,
  /** Publishes one event; answers when that began. */
  publish() {
    const began = now();
    toys.log.append('1', 1);
    return began;
  },
});
