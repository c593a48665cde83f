import type { SimilarCasesQuery } from '../../graphql/generated/graphql.ts';
import { graphql } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import { type Draft, stepsOf } from './draft/draft.ts';

const similarDocument = graphql(`
  query SimilarCases(
    $subject: String!
    $text: String!
    $category: String
    $governorate: String
    $district: String
    $point: PointInput
    $type: CaseType
    $programme: Programme
  ) {
    similarCases(
      subject: $subject
      text: $text
      category: $category
      governorate: $governorate
      district: $district
      point: $point
      type: $type
      programme: $programme
    ) {
      id
      category {
        name
      }
      entity {
        name
      }
      governorate {
        name
      }
      district
      state
      slaStatus
      distance
      submittedAt
      reporters
    }
  }
`);

export type SimilarCase = SimilarCasesQuery['similarCases'][number];

/** Open requests that this one may repeat, the likeliest first; none when they cannot be asked for. */
export async function readSimilar(draft: Draft): Promise<readonly SimilarCase[]> {
  const { subject, text, category, governorate, district, point } = draft;
  if (!subject || !text || !stepsOf(draft).includes('similar')) return [];
  const { data } = await query(similarDocument, {
    subject,
    text,
    category: category ?? null,
    governorate: governorate ?? null,
    district: district || null,
    point: point ?? null,
    type: draft.type ?? null,
    programme: draft.programme ?? null,
  });
  return data?.similarCases ?? [];
}
