import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { composeServices } from '@theguild/federation-composition';
import {
  buildSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';

/**
 * Composes the subgraphs' SDL (by name) into the supergraph that the gateway loads and the schema that clients see.
 * @throws Error that lists every composition error.
 */
export function compose(sdls: Record<string, string>): { supergraph: string; api: string } {
  const result = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({
      name,
      typeDefs: parse(sdl),
      url: `http://${name}.internal/graphql`,
    })),
  );
  if (result.errors) {
    const reasons = result.errors.map((error) => `- ${error.message}`).join('\n');
    throw new Error(`The subgraphs do not compose:\n${reasons}`);
  }
  const api = printSchema(lexicographicSortSchema(buildSchema(result.publicSdl)));
  return { supergraph: `${result.supergraphSdl.trim()}\n`, api: `${api.trim()}\n` };
}

/**
 * The changes from `before` to `after` that break a client. A field that was deprecated with a date in its reason
 * (`removal: YYYY-MM-DD`) may go once that day has come; `today` is a day in Asia/Amman.
 */
export async function breakingChanges(before: string, after: string, today: string): Promise<string[]> {
  const old = buildSchema(before);
  const changes = await diff(old, buildSchema(after));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .filter((change) => !mayGo(deprecationOf(change.path ?? ''), today))
    .map((change) => change.message);

  function deprecationOf(path: string): string {
    const [typeName = '', fieldName = ''] = path.split('.');
    const type = old.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return '';
    return type.getFields()[fieldName]?.deprecationReason ?? '';
  }
}

function mayGo(reason: string, today: string): boolean {
  const removal = /removal: (\d{4}-\d{2}-\d{2})/.exec(reason)?.[1];
  return removal !== undefined && removal <= today;
}
