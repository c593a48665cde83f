import { describe, expect, it, onTestFinished } from 'vitest';
import { post } from '../testing/toy-client.ts';
import { openToyGraph } from '../testing/toy-graph.ts';

async function open(behind = 0) {
  const toys = await openToyGraph({}, {}, { now: () => Date.now() + behind });
  onTestFinished(() => toys[Symbol.asyncDispose]());
  const ready = async () => {
    const response = await fetch(`${toys.gateway.url}/ready`);
    return `${response.status} ${await response.text()}`;
  };
  return { toys, ready };
}

describe('a gateway on a machine whose clock is off', () => {
  it.each([
    ['40 seconds behind', 40_000],
    ['300 seconds ahead', -300_000],
    ['a day behind', 86_400_000],
  ])('%s goes by the clock of the database, as the subgraphs tell it', async (_, behind) => {
    const { toys, ready } = await open(behind);
    const { data, errors } = await post(toys.gateway.url, '{ case(id: "1") { id entity { name } } }');
    expect({ data, errors }).toEqual({
      data: { case: { id: '1', entity: { name: 'name of E1' } } },
      errors: undefined,
    });
    expect(await ready()).toBe('200 ready');
  });
});

describe('the readiness of a gateway', () => {
  it('is that of the subgraph without which it can do nothing, and says what is missing', async () => {
    const { toys, ready } = await open();
    expect(await ready()).toBe('200 ready');
    await toys.complaint.stop();
    await expect.poll(ready).toBe('503 not ready: the subgraph complaint does not answer');
    expect((await fetch(`${toys.gateway.url}/health`)).status).toBe(200);
    await toys.complaint.startAgain();
    await expect.poll(ready).toBe('200 ready');
  });

  it('does not depend on subgraphs that can be missing', async () => {
    const { toys, ready } = await open();
    await toys.directory.stop();
    await toys.kpi.stop();
    expect(await ready()).toBe('200 ready');
  });
});
