import type { z } from 'zod';
import { StartupError } from '../errors/errors.ts';

/**
 * Reads a program's settings from its environment, once. An empty variable counts as absent.
 * Throws a StartupError that lists every bad variable in plain words; values are never repeated, as they
 * may be secrets.
 */
export function readEnvironment<S extends z.ZodType>(
  program: string,
  shape: S,
  source: NodeJS.ProcessEnv,
): z.infer<S> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? 'the environment');
    const isSaid = name in given || issue.code === 'custom';
    return `  ${name}: ${isSaid ? issue.message : 'is missing'}`;
  });
  throw new StartupError(`${program} cannot start, its environment is not right:\n${complaints.join('\n')}`);
}
