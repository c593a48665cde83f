import { graphql } from '../../graphql/generated/index.ts';

export const replyDocument = graphql(`
  mutation ReplyToQuestion($input: ReplyToQuestionInput!) {
    done: replyToQuestion(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const withdrawDocument = graphql(`
  mutation WithdrawCase($input: WithdrawCaseInput!) {
    done: withdrawCase(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const separateDocument = graphql(`
  mutation SeparateCase($input: SeparateCaseInput!) {
    done: separateCase(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const reopenDocument = graphql(`
  mutation ReopenCase($input: ReopenCaseInput!) {
    done: reopenCase(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const appealDocument = graphql(`
  mutation AppealCase($input: AppealCaseInput!) {
    done: appealCase(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const escalateDocument = graphql(`
  mutation RequestEscalation($input: ApplicantActionInput!) {
    done: requestEscalation(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);
