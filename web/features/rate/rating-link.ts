import { graphql } from '../../graphql/generated/index.ts';

export const ratingLinkDocument = graphql(`
  query RatingLink($token: String!) {
    link: caseOfRatingLink(token: $token) {
      reference
      subject
      rated
      entity {
        name
      }
      answer {
        text
        outcome
        publishedAt
      }
    }
  }
`);

export const rateByLinkDocument = graphql(`
  mutation RateByLink($input: RateByLinkInput!) {
    rateByLink(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

/** A score from 1 to 5, from an address or a form; null for anything else. */
export function readScore(written: unknown): number | null {
  return typeof written === 'string' && /^[1-5]$/.test(written) ? Number(written) : null;
}
