import { describe, expect, it } from 'vitest';
import { readEvents, writeEvent } from './event-stream.ts';

async function* bytes(...parts: string[]) {
  for (const part of parts) yield new TextEncoder().encode(part);
}

describe('server-sent events', () => {
  it('are read however the bytes are cut', async () => {
    const text = ':\n\nevent: next\ndata: {"a":"ماء"}\n\nevent: complete\ndata: \n\n';
    const whole = await Array.fromAsync(readEvents(bytes(text)));
    expect(whole).toEqual([
      { event: 'next', data: '{"a":"ماء"}' },
      { event: 'complete', data: '' },
    ]);
    const cut = Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte));
    async function* one() {
      yield* cut;
    }
    expect(await Array.fromAsync(readEvents(one()))).toEqual(whole);
  });

  it('are written so that a browser remembers the cursor', () => {
    expect(writeEvent('change', '', 'c1')).toBe('id: c1\nevent: change\ndata: \n\n');
  });
});
