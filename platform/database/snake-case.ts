import { DefaultNamingStrategy } from 'typeorm';

/** Columns are named as their properties, in snake_case; an embedded class adds no prefix. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, customName: string | undefined, _prefixes: string[]): string {
    return customName ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
