import { graphql } from '../../graphql/generated/index.ts';

export const RubricQuery = graphql(`
  query Rubric {
    rubric { version samplePercent publishedAt criteria { key names { ar en } weight max } }
  }
`);

export const PublishRubricMutation = graphql(`
  mutation PublishRubric($input: PublishRubricInput!) {
    publishRubric(input: $input) { rubric { version } userErrors { field message code } }
  }
`);
