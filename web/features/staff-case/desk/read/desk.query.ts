import { graphql } from '../../../../graphql/generated/index.ts';

/** What the forms of a case need to know of it. */
export const CaseDesk_Case = graphql(`
  fragment CaseDesk_Case on Case {
    id
    reference
    version
    type
    text
    actions
    scoreRequired
    cycleAwaitingScore
    latestInterimDueOn
    category { code }
    governorate { code }
    followers
    entity { code name }
    assigned: entity { code }
    holder { id }
    cycles { number answer { text } }
    proposedAnswer { text outcome byViewer }
    proposal { kind text dueOn code at byViewer by { name holder { name } } }
    question { replyBy }
    transfer { to { code name } reason decideBy decidedByOperationRoom refusals }
    contributions { id number entity { code name } question state dueAt answer withdrawalReason }
    rejection { text }
    sla { dueAt }
    timeline(last: 100) { edges { node { id at action by text post { name holder { name } } } } }
  }
`);

/** What a classification may choose from, for one entity. */
export const ClassifyChoicesQuery = graphql(`
  query ClassifyChoices($entity: String!) {
    entity(code: $entity) {
      code
      name
      sector { code }
      posts { id role name unit { name } holder { name } }
    }
  }
`);

export const CategoriesQuery = graphql(`
  query StaffCategories($sector: String) {
    categories(sector: $sector) { code name defaultPillar }
  }
`);

/** Until when the case would be due by a classification. */
export const DuePreviewQuery = graphql(`
  query DuePreview($id: ID!, $importance: Importance!, $pillar: Pillar!, $categoryCode: String) {
    case(id: $id) { id dueIfClassified(importance: $importance, pillar: $pillar, categoryCode: $categoryCode) }
  }
`);

/** All entities by sector, for a case that came without one, a transfer or a part. */
export const EntityChoicesQuery = graphql(`
  query EntityChoices {
    sectors {
      code
      name
      entities(first: 100) { edges { node { code name } } }
    }
  }
`);

export const RubricChoicesQuery = graphql(`
  query RubricChoices {
    rubric { criteria { key name weight max } }
  }
`);

export const CannedChoicesQuery = graphql(`
  query CannedChoices($entity: String!) {
    cannedAnswers(entity: $entity) { id name type outcome }
  }
`);

export const FilledAnswerQuery = graphql(`
  query FilledAnswer($id: ID!, $caseId: ID!) {
    cannedAnswerFor(id: $id, caseId: $caseId) { text outcome missing }
  }
`);

/** Who did what to a case, to tell what happened while somebody had it open. */
export const MeanwhileQuery = graphql(`
  query Meanwhile($id: ID!) {
    case(id: $id) {
      id
      version
      timeline(last: 100) { edges { node { id at action by post { name holder { name } } } } }
    }
  }
`);

/** Open cases into which one may be merged: about the same, at the same entity. */
export const MergeChoicesQuery = graphql(`
  query MergeChoices($filter: CaseFilter!) {
    cases(filter: $filter, orderBy: OLDEST, first: 12) {
      totalCount
      edges { node { id reference subject state submittedAt followers } }
    }
  }
`);
