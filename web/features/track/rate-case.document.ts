import { graphql } from '../../graphql/generated/index.ts';

export const rateCaseDocument = graphql(`
  mutation RateCase($input: RateCaseInput!) {
    rateCase(input: $input) {
      case {
        id
        version
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);
