import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import type { Point } from './read-point.ts';

const placeDocument = graphql(`
  query GovernorateAt($point: PointInput!) {
    governorateAt(point: $point)
  }
`);

/**
 * The code of the governorate around a point by the rule that submitting goes by; `outside` the country, or `unknown`
 * while the service cannot be asked: submitting decides then.
 */
export async function governorateOf(point: Point): Promise<{ code: string } | 'outside' | 'unknown'> {
  const { data, problem } = await query(placeDocument, { point });
  if (!data || problem) return 'unknown';
  return data.governorateAt === null ? 'outside' : { code: data.governorateAt };
}
