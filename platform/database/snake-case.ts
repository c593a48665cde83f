import { DefaultNamingStrategy } from 'typeorm';

/** Columns are named as their properties, in snake_case, behind the prefix of the class that they are embedded in. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, customName: string | undefined, prefixes: string[]): string {
    const name = customName ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [...prefixes.filter(Boolean), name].join('_');
  }
}
