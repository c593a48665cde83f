import { expect, it } from 'vitest';
import { uuidV7 } from '../reference/uuid-v7.ts';

it('is a UUID of version 7 that begins with its moment, and differs each time', () => {
  const at = Date.parse('2026-12-01T09:30:00.123Z');
  const ids = Array.from({ length: 1_000 }, () => uuidV7(at));
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(at);
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(uuidV7(0)).toMatch(/^00000000-0000-7/);
  expect(uuidV7(at) < uuidV7(at + 1)).toBe(true);
});
