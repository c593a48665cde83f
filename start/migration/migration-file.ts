import { StartupError } from '@bekhedmetkom/platform/errors';
import { entitiesOf, type SubgraphName } from '../subgraphs.ts';

interface Change {
  query: string;
}

/** What TypeORM's schema builder would do, and how to undo it. */
interface Changes {
  upQueries: readonly Change[];
  downQueries: readonly Change[];
}

/** Reads `SUBGRAPH NAME`; the name in kebab-case. Throws a StartupError that says what is wrong. */
export function readMigrationCommand(given: readonly string[]): { subgraph: SubgraphName; name: string } {
  const [subgraph = '', name = ''] = given;
  const known = Object.keys(entitiesOf);
  if (given.length !== 2 || !isDescribed(subgraph) || !/^[a-z]+(-[a-z]+)*$/.test(name)) {
    throw new StartupError(
      `Usage: npm run migration:generate -- ${known.join('|')} name-in-kebab-case\nExample: npm run migration:generate -- ${known[0]} staff-phone`,
    );
  }
  return { subgraph, name };
}

function isDescribed(name: string): name is SubgraphName {
  return name in entitiesOf;
}

/** A migration with these changes; null when there is none. `at` in milliseconds since 1970 orders it. */
export function migrationFile(
  name: string,
  at: number,
  { upQueries, downQueries }: Changes,
): { name: string; text: string } | null {
  if (upQueries.length === 0) return null;
  const className = `${name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase())}${at}`;
  const text = `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${statements(upQueries)}
  }

  async down(runner: QueryRunner): Promise<void> {
${statements(downQueries.toReversed())}
  }
}
`;
  return { name: `${at}-${name}.ts`, text };
}

function statements(changes: readonly Change[]): string {
  return changes.map(({ query }) => `    await runner.query(${literal(query)});`).join('\n');
}

function literal(query: string): string {
  return `\`${query.replace(/[\\`]/g, '\\$&').replaceAll('${', '\\${')}\``;
}
