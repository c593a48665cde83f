import { graphql } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import { hasSession } from '../../session/viewer.ts';
import { isOpen } from '../track/case/case-words.ts';

const ownEntitiesDocument = graphql(`
  query OwnEntities {
    myCases(first: 50) {
      edges {
        node {
          state
          entity {
            code
          }
        }
      }
    }
  }
`);

/** Codes of the entities that work on requests of whoever is signed in; none when nobody is, or they cannot be read. */
export async function readOwnEntities(): Promise<string[]> {
  if (!(await hasSession())) return [];
  const { data } = await query(ownEntitiesDocument, {});
  const open = (data?.myCases.edges ?? []).filter(({ node }) => isOpen(node.state));
  return open.flatMap(({ node }) => (node.entity ? [node.entity.code] : []));
}
