import { graphql } from '../../../graphql/generated/index.ts';

/** What the forms of a case need to know of it. */
export const CaseDesk_Case = graphql(`
  fragment CaseDesk_Case on Case {
    id
    reference
    version
    type
    actions
    mustScore
    interimLatest
    followers
    entity { code name }
    holder { id }
    answer { text }
    proposedAnswer { text outcome own }
    proposal { kind text dueOn code at own by { name holder { name } } }
    transfer { to { code name } reason decideBy atRoom refusals }
    parts { id number entity { code name } question state dueAt }
    sla { dueAt }
    timeline(first: 100) { edges { node { id at action by post { name holder { name } } } } }
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

/** How far a case has come; nothing else. */
export const CaseVersionQuery = graphql(`
  query CaseVersion($id: ID!) {
    case(id: $id) { id version }
  }
`);
