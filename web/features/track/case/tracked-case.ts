import type { TrackedCaseFragment } from '../../../graphql/generated/graphql.ts';
import { graphql, readFragment } from '../../../graphql/generated/index.ts';
import type { Problem } from '../../../graphql/problem.ts';
import { query } from '../../../graphql/server.ts';

export const trackedCaseFragment = graphql(`
  fragment TrackedCase on Case {
    id
    reference
    version
    type
    programme
    state
    cycle
    followers
    appealedAt
    subject
    text
    category {
      name
    }
    governorate {
      name
    }
    district
    applicant {
      email
      phone
    }
    importance
    pillar
    submittedAt
    anonymous
    actions
    entity {
      code
      name
    }
    # Known also while the directory, which names it, is away.
    assigned: entity {
      code
    }
    holder {
      role
      name
      unit {
        name
      }
    }
    sla {
      status
      acknowledgeBy
      acknowledgedAt
      dueAt
      originalDueAt
      allowedWorkingDays
      allowedWorkingMinutes
      remainingWorkingDays
      explanation {
        reason
      }
      days {
        date
        kind
        fraction
        due
        today
        name
      }
    }
    answer {
      text
      outcome
      publishedAt
    }
    rejection {
      code
      text
      at
    }
    question {
      text
      askedAt
      replyBy
    }
    transfer {
      to {
        name
      }
      decideBy
      decidedByOperationRoom
    }
    escalations {
      level
      at
      requestedByApplicant
    }
    parent {
      state
      entity {
        name
      }
      assigned: entity {
        code
      }
      sla {
        status
        dueAt
        remainingWorkingDays
      }
      answer {
        text
        outcome
        publishedAt
      }
    }
    cycles {
      number
      openedBy
      submittedAt
      reason
      outcome
      answer {
        text
        outcome
        publishedAt
      }
      rating {
        score
        solved
      }
    }
    rating {
      score
      solved
      comment
      ratedAt
    }
    nextEscalation {
      level
      at
      substituted
      posts { id name role }
      vacant { id name role }
    }
    rateableUntil
    reopeningsLeft
    timeline(last: 100) {
      totalCount
      edges {
        node {
          id
          at
          action
          by
          text
          state
        }
      }
    }
  }
`);

const bySecretDocument = graphql(`
  query TrackCase($reference: String!, $secret: String!) {
    case: trackCase(reference: $reference, secret: $secret) {
      ...TrackedCase
    }
  }
`);

const ownDocument = graphql(`
  query OwnCase($reference: String!) {
    case: caseByReference(reference: $reference) {
      ...TrackedCase
    }
  }
`);

export type TrackedCase = TrackedCaseFragment;

/**
 * A case as its applicant sees it: with the secret, or as the signed-in applicant (secret null). Null without
 * a problem means that there is no such case for this person.
 */
export async function readTrackedCase(
  reference: string,
  secret: string | null,
): Promise<{ kase: TrackedCase | null; problem: Problem | null }> {
  const { data, problem } = secret
    ? await query(bySecretDocument, { reference, secret })
    : await query(ownDocument, { reference });
  const kase = readFragment(trackedCaseFragment, data?.case) ?? null;
  if (kase || problem?.code === 'NOT_FOUND') return { kase, problem: null };
  return { kase, problem };
}
