import { graphql } from '../../graphql/generated/index.ts';

/** What a row of the inbox shows. Nothing in it depends on who looks: it also comes over shared streams. */
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
    category { code name }
    entity { code name }
    governorate { code name }
    holder { id role name holder { id name } }
    sla {
      status
      acknowledgeBy
      acknowledgedAt
      dueAt
      remainingWorkingMinutes
      remainingWorkingDays
      days { date kind part due today name }
    }
  }
`);
