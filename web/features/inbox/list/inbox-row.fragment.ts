import { graphql } from '../../../graphql/generated/index.ts';

/**
 * What a row of the inbox shows. Nothing in it depends on the person who looks: it also comes
 * over streams that are shared by all who may see the same cases.
 */
export const InboxRow_Case = graphql(`
  fragment InboxRow_Case on Case {
    id
    reference
    version
    type
    state
    subject
    text
    importance
    pillar
    channel
    submittedAt
    cycle
    followers
    appealedAt
    category { code name }
    entity { code name }
    assigned: entity { code }
    governorate { code name }
    holder { id role name holder { id name } }
    held: holder { id }
    proposal { kind }
    contributions { id state }
    transfer { to { code name } decideBy decidedByOperationRoom }
    sla {
      status
      acknowledgeBy
      acknowledgedAt
      dueAt
      remainingWorkingMinutes
      remainingWorkingDays
      escalation
      days { date kind fraction due today name }
    }
  }
`);

/** What the viewer may do to a case: of this viewer alone, and therefore never part of a shared stream. */
export const InboxActions_Case = graphql(`
  fragment InboxActions_Case on Case { id version actions }
`);
