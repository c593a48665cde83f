import { graphql } from '../../graphql/generated/index.ts';

export const RubricQuery = graphql(`
  query Rubric {
    rubric { version samplePercent publishedAt criteria { key names { ar en } weight max } }
  }
`);

export const RubricDryRunQuery = graphql(`
  query RubricDryRun($criteria: [CriterionInput!]!) {
    rubricDryRun(criteria: $criteria) {
      answers comparable share wouldBeShare higher lower
      criteria { key answers }
    }
  }
`);

export const PublishRubricMutation = graphql(`
  mutation PublishRubric($input: PublishRubricInput!) {
    publishRubric(input: $input) { rubric { version } userErrors { field message code } }
  }
`);
