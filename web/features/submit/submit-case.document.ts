import { graphql } from '../../graphql/generated/index.ts';

export const submitCaseDocument = graphql(`
  mutation SubmitCase($input: SubmitCaseInput!) {
    submitCase(input: $input) {
      secret
      case {
        reference
        entity {
          code
        }
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);
