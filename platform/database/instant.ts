import type { ValueTransformer } from 'typeorm';

/** For columns of type timestamptz that the program reads as milliseconds since 1970. */
export const instant: ValueTransformer = {
  from: (date: Date | null): number | null => (date === null ? null : date.getTime()),
  to: (at: number | null | undefined): Date | null | undefined =>
    typeof at === 'number' ? new Date(at) : at,
};
