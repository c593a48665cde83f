import { graphql } from '../../graphql/generated/index.ts';

export const ClassifyCaseMutation = graphql(`
  mutation ClassifyCase($input: ClassifyCaseInput!) {
    classifyCase(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const StartCaseMutation = graphql(`
  mutation StartCase($input: CaseActionInput!) {
    startCase(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ProposeAnswerMutation = graphql(`
  mutation ProposeAnswer($input: ProposeAnswerInput!) {
    proposeAnswer(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ApproveAnswerMutation = graphql(`
  mutation ApproveAnswer($input: ApproveAnswerInput!) {
    approveAnswer(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ReturnAnswerMutation = graphql(`
  mutation ReturnAnswer($input: ReturnAnswerInput!) {
    returnAnswer(input: $input) { case { id version } userErrors { field message code } }
  }
`);
