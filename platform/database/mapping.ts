import type { ValueTransformer } from 'typeorm';
import type { Tx } from './tx.ts';

/** What an entity says of its table, for statements written by hand. */
export interface Mapping<E> {
  /** Names of all columns. */
  columns: readonly string[];
  /** A row of the table, by the names of its columns, as the entity has it. */
  toEntity(row: Record<string, unknown>): E;
  /** The reverse, with all columns. */
  toRow(entity: E): Record<string, unknown>;
}

interface MappedColumn {
  column: string;
  property: string;
  transformer: ValueTransformer | undefined;
}

/**
 * The mapping of an entity, for statements that a benchmark keeps from the query builder: the entity stays the one
 * truth about its columns. Throws for an entity with embedded classes or several transformers of a column.
 */
export function mappingOf<E extends object>({ manager }: Tx, entity: new () => E): Mapping<E> {
  const mapped = manager.dataSource
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyPath, propertyName, transformer }): MappedColumn => {
      if (propertyPath !== propertyName || Array.isArray(transformer))
        throw new Error(`the column ${databaseName} of ${entity.name} cannot be mapped by hand`);
      return { column: databaseName, property: propertyName, transformer };
    });
  return {
    columns: mapped.map(({ column }) => column),
    toEntity: (row) => convert<E>(mapped, (one) => [one.property, read(one, row[one.column])]),
    toRow: (given) =>
      convert(mapped, (one) => [one.column, write(one, (given as Record<string, unknown>)[one.property])]),
  };
}

function convert<T>(mapped: readonly MappedColumn[], entry: (one: MappedColumn) => [string, unknown]): T {
  const made: Record<string, unknown> = {};
  for (const one of mapped) {
    const [name, value] = entry(one);
    made[name] = value;
  }
  return made as T;
}

function read({ transformer }: MappedColumn, value: unknown): unknown {
  return transformer ? transformer.from(value) : value;
}

function write({ transformer }: MappedColumn, value: unknown): unknown {
  return transformer ? transformer.to(value) : value;
}
