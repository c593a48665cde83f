import { graphql } from '../../graphql/generated/index.ts';

/** The case page. Everything but the applicant's identity, which is asked for by a button. */
export const StaffCaseQuery = graphql(`
  query StaffCase(
    $reference: String!
    $entriesBefore: Cursor
    $notesAfter: Cursor
    $promisesBefore: Cursor
    $followersBefore: Cursor
  ) {
    caseByReference(reference: $reference) {
      id
      reference
      version
      type
      state
      subject
      actions
      entity { code name sector { code } }
      ...CaseHead_Case
      ...Conversation_Case
      ...ClockPanel_Case
      ...Parties_Case
      ...CaseDesk_Case
      ...CaseTeam_Case
      ...CaseIdentity_Case
      ...CaseRounds_Case
    }
  }
`);

/** The applicant's identity. The gateway records the look before it answers. */
export const ApplicantQuery = graphql(`
  query StaffApplicant($id: ID!) {
    case(id: $id) { applicant { name phone email language } }
  }
`);
