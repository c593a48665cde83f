import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../test/harness/eventually.ts';
import { startRedis, testRedisUrl } from '../../test/harness/redis.ts';
import { type Bus, openMemoryBus, openRedisBus } from './bus.ts';

let channels = 0;
const newChannel = () => `channel-${process.pid}-${++channels}`;

async function listenTo(bus: Bus, channel: string): Promise<string[]> {
  const heard: string[] = [];
  await bus.listen(channel, (payload) => heard.push(payload));
  return heard;
}

function closing(bus: Bus): Bus {
  onTestFinished(() => bus.close());
  return bus;
}

const kinds = {
  memory: async () => {
    const bus = closing(openMemoryBus());
    return [bus, bus] as const;
  },
  redis: async () => {
    const url = await testRedisUrl();
    return [closing(await openRedisBus(url)), closing(await openRedisBus(url))] as const;
  },
};

for (const [name, open] of Object.entries(kinds)) {
  describe(`the ${name} bus`, () => {
    it('hands a signal to everyone who listens, here and elsewhere', async () => {
      const [here, elsewhere] = await open();
      const channel = newChannel();
      const heard = [
        await listenTo(here, channel),
        await listenTo(here, channel),
        await listenTo(elsewhere, channel),
      ];
      await here.signal(channel, '1');
      await eventually(() => expect(heard).toEqual([['1'], ['1'], ['1']]));
    });

    it('keeps the order of one sender', async () => {
      const [here, elsewhere] = await open();
      const channel = newChannel();
      const heard = await listenTo(elsewhere, channel);
      const sent = Array.from({ length: 200 }, (_, index) => String(index));
      for (const payload of sent) void here.signal(channel, payload);
      await eventually(() => expect(heard).toEqual(sent));
    });

    it('keeps channels apart', async () => {
      const [here, elsewhere] = await open();
      const [one, other] = [newChannel(), newChannel()];
      const heard = await listenTo(elsewhere, one);
      await here.signal(other, 'for others');
      await here.signal(one, 'for us');
      await eventually(() => expect(heard).toEqual(['for us']));
    });

    it('stops one listener and leaves the others', async () => {
      const [here] = await open();
      const channel = newChannel();
      const left: string[] = [];
      const listening = await here.listen(channel, (payload) => left.push(payload));
      const stays = await listenTo(here, channel);
      await listening.close();
      await here.signal(channel, 'later');
      await eventually(() => expect(stays).toEqual(['later']));
      expect(left).toEqual([]);
    });

    it('sends to nobody without a word', async () => {
      const [here] = await open();
      const channel = newChannel();
      await expect(here.signal(channel, 'to nobody')).resolves.toBeUndefined();
    });
  });
}

describe('the redis bus without Redis', () => {
  it('drops signals, and hears again when Redis is back', async () => {
    const redis = await startRedis();
    const bus = closing(await openRedisBus(redis.url));
    const channel = newChannel();
    const heard = await listenTo(bus, channel);
    await bus.signal(channel, 'before');
    await eventually(() => expect(heard).toEqual(['before']));

    await redis.stop();
    await bus.signal(channel, 'lost');
    const back = await startRedis(redis.port);
    onTestFinished(() => back.stop());
    await eventually(async () => {
      await bus.signal(channel, 'after');
      expect(heard).toContain('after');
    });
    expect(heard).not.toContain('lost');
  });

  it('starts while Redis is away, and works once it is there', async () => {
    const gone = await startRedis();
    await gone.stop();
    const bus = closing(await openRedisBus(gone.url));
    const channel = newChannel();
    const heard = await listenTo(bus, channel);
    const back = await startRedis(gone.port);
    onTestFinished(() => back.stop());
    await eventually(async () => {
      await bus.signal(channel, 'now');
      expect(heard).toContain('now');
    });
  });
});
