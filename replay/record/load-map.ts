import { readFile } from 'node:fs/promises';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { mapShape, type RecordMap } from './map.ts';

/** The maps that are shipped, by name. */
const shippedMaps = ['nyc311', 'baltimore311'] as const;

/**
 * Loads a map by the name of a shipped one or by the path of a file. Throws a StartupError that says what is
 * wrong with it.
 */
export async function loadMap(nameOrPath: string): Promise<RecordMap> {
  const shipped = shippedMaps.find((name) => name === nameOrPath);
  const path = shipped ? new URL(`../maps/${shipped}.json`, import.meta.url) : nameOrPath;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new StartupError(
      `There is no map "${nameOrPath}". Shipped are ${shippedMaps.join(' and ')}; anything else is the path of a map file.`,
    );
  }
  const result = mapShape.safeParse(parseJson(text, nameOrPath));
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new StartupError(`The map "${nameOrPath}" is not right:\n${complaints.join('\n')}`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StartupError(`The map "${name}" is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}
