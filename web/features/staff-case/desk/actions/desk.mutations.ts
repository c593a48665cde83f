/** Every step that staff take on a case, and what they tell each other of it. */
import { graphql } from '../../../../graphql/generated/index.ts';

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

export const ScoreAnswerMutation = graphql(`
  mutation ScoreAnswer($input: ScoreAnswerInput!) {
    scoreAnswer(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const TransferCaseMutation = graphql(`
  mutation TransferCase($input: TransferCaseInput!) {
    transferCase(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const AcceptTransferMutation = graphql(`
  mutation AcceptTransfer($input: AcceptTransferInput!) {
    acceptTransfer(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const RefuseTransferMutation = graphql(`
  mutation RefuseTransfer($input: RefuseTransferInput!) {
    refuseTransfer(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const AskApplicantMutation = graphql(`
  mutation AskApplicant($input: AskApplicantInput!) {
    askApplicant(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const RequestPartMutation = graphql(`
  mutation RequestPart($input: RequestContributionInput!) {
    requestContribution(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const AnswerPartMutation = graphql(`
  mutation AnswerPart($input: AnswerContributionInput!) {
    answerContribution(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const WithdrawPartMutation = graphql(`
  mutation WithdrawPart($input: WithdrawContributionInput!) {
    withdrawContribution(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ProposeInterimMutation = graphql(`
  mutation ProposeInterim($input: ProposeInterimReplyInput!) {
    proposeInterimReply(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ApproveInterimMutation = graphql(`
  mutation ApproveInterim($input: CaseActionInput!) {
    approveInterimReply(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const DeclineInterimMutation = graphql(`
  mutation DeclineInterim($input: DeclineInterimReplyInput!) {
    declineInterimReply(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ProposeRejectionMutation = graphql(`
  mutation ProposeRejection($input: ProposeRejectionInput!) {
    proposeRejection(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ApproveRejectionMutation = graphql(`
  mutation ApproveRejection($input: CaseActionInput!) {
    approveRejection(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const DeclineRejectionMutation = graphql(`
  mutation DeclineRejection($input: DeclineRejectionInput!) {
    declineRejection(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const MergeCaseMutation = graphql(`
  mutation MergeCase($input: MergeCaseInput!) {
    mergeCase(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const AssignCaseMutation = graphql(`
  mutation AssignCase($input: AssignCaseInput!) {
    assignCase(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const ReopenByStaffMutation = graphql(`
  mutation ReopenByStaff($input: ReopenByStaffInput!) {
    reopenByStaff(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const DeclineAppealMutation = graphql(`
  mutation DeclineAppeal($input: DeclineAppealInput!) {
    declineAppeal(input: $input) { case { id version } userErrors { field message code } }
  }
`);

export const AddNoteMutation = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) { userErrors { field message code } }
  }
`);

export const AddFollowUpMutation = graphql(`
  mutation AddFollowUp($input: AddFollowUpInput!) {
    addFollowUp(input: $input) { userErrors { field message code } }
  }
`);

export const SettleCaseFollowUpMutation = graphql(`
  mutation SettleCaseFollowUp($input: SettleFollowUpInput!) {
    settleFollowUp(input: $input) { userErrors { field message code } }
  }
`);

export const RequestIdentityMutation = graphql(`
  mutation RequestIdentity($input: RequestIdentityInput!) {
    requestReporterIdentity(input: $input) { userErrors { field message code } }
  }
`);

export const DecideIdentityMutation = graphql(`
  mutation DecideIdentity($input: DecideIdentityInput!) {
    decideReporterIdentity(input: $input) { userErrors { field message code } }
  }
`);
