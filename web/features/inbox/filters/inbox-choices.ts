/** What the filters of a list choose from, in the language of the page. Read by the web server. */
import type { InboxChoicesQuery as Found } from '../../../graphql/generated/graphql.ts';
import { query } from '../../../graphql/server.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Posts } from '../../staff-shell/staff-post.ts';
import { entityNames } from '../../staff-shell/staff-post.ts';
import type { InboxAddress } from '../address/inbox-address.ts';
import { notSet } from '../address/list-filters.ts';
import { BulkPostsQuery, InboxChoicesQuery } from '../list/inbox.query.ts';

export interface Choice {
  value: string;
  name: string;
}
export interface ChoiceGroup {
  name: string;
  choices: Choice[];
}

/** Empty where there is nothing to choose from, or it could not be read. */
export interface InboxChoices {
  sectors: Choice[];
  entities: ChoiceGroup[];
  governorates: Choice[];
  topics: ChoiceGroup[];
  /** Focal points of the viewer's entities, or of the entities that the list is narrowed to. */
  assignees: ChoiceGroup[];
}

/** Entities whose people are offered at most. */
const maxEntities = 5;

export async function readChoices(
  address: InboxAddress,
  posts: Posts,
  language: Locale,
  words: { vacant: string },
): Promise<InboxChoices> {
  const wide = entityNames(posts)?.length !== 1;
  const own = posts.flatMap((post) => post.entity?.code ?? []);
  const asked = address.entities.filter((entity) => entity !== notSet);
  const entities = [...new Set(wide && asked.length > 0 ? asked : own)].slice(0, maxEntities);
  const [{ data }, ...people] = await Promise.all([
    query(InboxChoicesQuery, { wide }, language),
    ...entities.map((entity) => query(BulkPostsQuery, { entity }, language)),
  ]);
  return {
    ...(data ? choicesOf(data, wide) : { sectors: [], entities: [], governorates: [], topics: [] }),
    assignees: people.flatMap(({ data: found }) => {
      if (!found?.entity) return [];
      const focal = found.entity.posts.filter(({ role }) => role.endsWith('_FOCAL_POINT'));
      const choices = focal.map(({ id, name, holder }) => ({
        value: id,
        name: `${holder?.name ?? words.vacant} – ${name}`,
      }));
      return [{ name: found.entity.name, choices }];
    }),
  };
}

function choicesOf(
  { sectors, governorates, categories }: Found,
  wide: boolean,
): Omit<InboxChoices, 'assignees'> {
  const toChoice = ({ code, name }: { code: string; name: string }): Choice => ({ value: code, name });
  return {
    sectors: wide ? sectors.map(toChoice) : [],
    entities: sectors.flatMap(({ name, entities }) =>
      entities ? [{ name, choices: entities.edges.map(({ node }) => toChoice(node)) }] : [],
    ),
    governorates: governorates.map(toChoice),
    topics: sectors
      .map(({ code, name }) => ({
        name,
        choices: categories.filter(({ sector }) => sector.code === code).map(toChoice),
      }))
      .filter(({ choices }) => choices.length > 0),
  };
}
