import { graphql } from '../../graphql/generated/index.ts';

/** The case page. Everything but the applicant's identity, which is asked for by a button. */
export const StaffCaseQuery = graphql(`
  query StaffCase($reference: String!) {
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
    }
  }
`);

/** What the forms of a case need to know of it. */
export const CaseDesk_Case = graphql(`
  fragment CaseDesk_Case on Case {
    proposedAnswer { text outcome own }
    timeline(first: 100) { edges { node { id action } } }
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

/** All entities by sector, for a case that came without one. */
export const EntityChoicesQuery = graphql(`
  query EntityChoices {
    sectors {
      code
      name
      entities(first: 100) { edges { node { code name } } }
    }
  }
`);

/** The applicant's identity. The gateway records the look before it answers. */
export const ApplicantQuery = graphql(`
  query StaffApplicant($id: ID!) {
    case(id: $id) { applicant { name phone email language } }
  }
`);

/** How far a case has come; nothing else. */
export const CaseVersionQuery = graphql(`
  query CaseVersion($id: ID!) {
    case(id: $id) { id version }
  }
`);
