/** A row that the database vouches for by a foreign key. */
export function existing<T>(row: T | undefined, what: string, key: string): T {
  if (row) return row;
  throw new Error(`${what} ${key} is referred to and not there`);
}
