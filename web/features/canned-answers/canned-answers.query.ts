import { graphql } from '../../graphql/generated/index.ts';

/** The canned answers of an entity and those that are everybody's. */
export const CannedAnswersQuery = graphql(`
  query CannedAnswers($entity: String) {
    cannedAnswers(entity: $entity) {
      id
      version
      name
      names { ar en }
      body { ar en }
      type
      outcome
      editable
      entity { code name }
    }
  }
`);

/** The entities to choose from, for those who keep the canned answers of all. */
export const CannedEntitiesQuery = graphql(`
  query CannedEntities {
    sectors { code name entities(first: 100) { edges { node { code name } } } }
  }
`);

export const SaveCannedAnswerMutation = graphql(`
  mutation SaveCannedAnswer($input: SaveCannedAnswerInput!) {
    saveCannedAnswer(input: $input) { cannedAnswer { id version } userErrors { field message code } }
  }
`);

export const RemoveCannedAnswerMutation = graphql(`
  mutation RemoveCannedAnswer($input: RemoveCannedAnswerInput!) {
    removeCannedAnswer(input: $input) { cannedAnswer { id } userErrors { field message code } }
  }
`);
