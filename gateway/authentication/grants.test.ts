import { openLogger } from '@bekhedmetkom/platform/telemetry';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer } from '../upstream/post-json.ts';
import type { Subgraph } from '../upstream/subgraph.ts';
import { openGrants } from './grants.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const held = [{ role: 'OPERATION_ROOM', scope: null }];

/** A directory that answers until it is frozen; then it stays silent for as long as it is waited for. */
function openDirectory() {
  const directory = { frozen: false, waits: [] as (number | undefined)[] };
  const ask: Subgraph['ask'] = async (_kind, _request, _caller, within) => {
    directory.waits.push(within);
    if (!directory.frozen) return { data: { a0: { grants: held } } };
    await new Promise((resolve) => setTimeout(resolve, within));
    throw new NoAnswer('late');
  };
  const grants = openGrants({ ask } as Subgraph, openLogger('test', 'silent'));
  return { directory, grants };
}

describe('the grants of a caller', () => {
  it('are those known before while the directory is frozen, without waiting out its silence', async () => {
    const { directory, grants } = openDirectory();
    const first = grants.of('p');
    await vi.advanceTimersByTimeAsync(1);
    expect(await first).toEqual(held);
    directory.frozen = true;
    await vi.advanceTimersByTimeAsync(3_000);
    const again = grants.of('p');
    await vi.advanceTimersByTimeAsync(300);
    expect(await again).toEqual(held);
  });

  it('of somebody unknown are none when the directory stays silent for a second', async () => {
    const { directory, grants } = openDirectory();
    directory.frozen = true;
    const unknown = grants.of('q');
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await unknown).toEqual([]);
    expect(directory.waits).toEqual([1_000]);
  });
});
