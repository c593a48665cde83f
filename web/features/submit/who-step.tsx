import { getTranslations } from 'next-intl/server';
import { graphql } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import { Choice } from '../../ui/choice.tsx';
import { FieldError } from '../../ui/field.tsx';
import { EntityChoices } from './entity-choices.tsx';
import { errorsOf, type StepProps } from './step-props.ts';

const searchDocument = graphql(`
  query SearchEntities($search: String!) {
    entities(search: $search, first: 20) {
      totalCount
      edges {
        node {
          code
          name
          sector {
            name
          }
        }
      }
    }
  }
`);

const browseDocument = graphql(`
  query BrowseEntities($chosen: String!) {
    chosen: entity(code: $chosen) {
      code
      name
      sector {
        name
      }
    }
    sectors {
      ...EntityChoices_Sector
    }
  }
`);

/** Who is responsible? Searched by name, browsed by sector, or left to us. */
export async function WhoStep({ draft, result, search }: StepProps & { search: string }) {
  const t = await getTranslations();
  const error = errorsOf(result).entity;
  const chosen = draft?.entity ?? null;
  return (
    <fieldset aria-describedby={error ? 'entity-error' : undefined}>
      <legend className="sr">{t('submit.who.title')}</legend>
      {error && <FieldError id="entity-error" prefix={t('common.errors.prefix')} message={error} />}
      <div className="choices">
        <Choice
          id="entity"
          name="entity"
          value="unknown"
          label={t('submit.who.unknown')}
          hint={t('submit.who.unknownHint')}
          checked={draft?.entity === null}
        />
      </div>
      {search ? <Found search={search} chosen={chosen} /> : <Browse chosen={chosen} />}
    </fieldset>
  );
}

async function Found({ search, chosen }: { search: string; chosen: string | null }) {
  const t = await getTranslations('submit.who');
  const { data } = await query(searchDocument, { search });
  if (!data) return <p className="hint space-4">{t('unavailable')}</p>;
  return (
    <div className="space-5">
      <h2 className="h3">{t('found', { count: data.entities.totalCount })}</h2>
      <div className="choices">
        {data.entities.edges.map(({ node }) => (
          <Choice
            key={node.code}
            name="entity"
            value={node.code}
            label={node.name}
            hint={node.sector.name}
            checked={node.code === chosen}
          />
        ))}
      </div>
    </div>
  );
}

async function Browse({ chosen }: { chosen: string | null }) {
  const t = await getTranslations('submit.who');
  const { data } = await query(browseDocument, { chosen: chosen ?? '-' });
  if (!data) return <p className="hint space-4">{t('unavailable')}</p>;
  return <EntityChoices sectors={data.sectors} chosen={chosen} />;
}
