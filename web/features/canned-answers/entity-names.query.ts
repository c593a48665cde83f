import { graphql } from '../../graphql/generated/index.ts';

/** What an entity is called in both languages. */
export const EntityNamesQuery = graphql(`
  query EntityNames($code: String!) {
    entity(code: $code) { code ar: name(lang: AR) en: name(lang: EN) }
  }
`);
