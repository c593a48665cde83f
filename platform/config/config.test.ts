import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from './config.ts';

const shape = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres$/, error: 'must be a postgres:// address' }),
  PORT: z.coerce.number().int().default(4000),
  KEY: z.string().optional(),
});

describe('the environment', () => {
  it('gives settings, with defaults, and takes an empty variable for none', () => {
    const source = { DATABASE_URL: 'postgres://a@b/c', PORT: '', KEY: '', OTHER: 'x' };
    expect(readEnvironment('program', shape, source)).toEqual({
      DATABASE_URL: 'postgres://a@b/c',
      PORT: 4000,
    });
  });

  it('names every bad variable at once, and repeats no value', () => {
    const read = () => readEnvironment('program', shape, { PORT: 'secret' });
    expect(read).toThrow(
      'program cannot start, its environment is not right:\n  DATABASE_URL: is missing\n  PORT: Invalid input: expected number, received NaN',
    );
    expect(() => readEnvironment('program', shape, { DATABASE_URL: 'mysql://u:secret@h' })).toThrow(
      'DATABASE_URL: must be a postgres:// address',
    );
  });
});
