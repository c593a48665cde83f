import { getTranslations } from 'next-intl/server';
import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { errorsOf } from '../../forms/errors-of.ts';
import { stepPath } from '../step-path.ts';
import { PickList } from './pick-list.tsx';
import type { StepProps } from './step-props.ts';
import { stepTitle } from './step-title.ts';

const searchDocument = graphql(`
  query SearchEntities($search: String!, $chosen: String!) {
    chosen: entity(code: $chosen) {
      code
      name
      sector {
        name
      }
    }
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
      code
      name
      entities(first: 100) {
        edges {
          node {
            code
            name
          }
        }
      }
    }
  }
`);

interface Props extends StepProps {
  search: string;
  /** Code of the entity that was followed in the list. */
  picked: string;
  changing: boolean;
}

/** Who is responsible? Searched, browsed by sector, or left to us. */
export async function WhoStep({ draft, result, search, ...rest }: Props) {
  const t = await getTranslations();
  const error = errorsOf(result).entity;
  const chosen = rest.picked || draft.entity || null;
  const nobody = !rest.picked && draft.entity === null;
  return (
    <fieldset aria-describedby={error ? 'entity-error' : undefined}>
      <legend className="sr">{await stepTitle('who', draft)}</legend>
      {error && <FieldError id="entity-error" prefix={t('common.errors.prefix')} message={error} />}
      {search ? (
        <Found search={search} chosen={chosen} nobody={nobody} />
      ) : (
        <Browse chosen={chosen} nobody={nobody} {...rest} />
      )}
    </fieldset>
  );
}

async function Nobody({ checked }: { checked: boolean }) {
  const t = await getTranslations('submit.who');
  return (
    <Choice
      id="entity"
      name="entity"
      value="unknown"
      label={t('unknown')}
      hint={t('unknownHint')}
      checked={checked}
    />
  );
}

async function Found({ search, chosen, nobody }: { search: string; chosen: string | null; nobody: boolean }) {
  const t = await getTranslations('submit.who');
  const { data } = await query(searchDocument, { search, chosen: chosen ?? '-' });
  const found = data?.entities.edges.map(({ node }) => node) ?? [];
  // What was chosen before stays chosen, also while another one is looked for.
  const before = data?.chosen && !found.some(({ code }) => code === chosen) ? data.chosen : null;
  return (
    <>
      <div className="choices">
        {before && (
          <Choice name="entity" value={before.code} label={before.name} hint={before.sector.name} checked />
        )}
        <Nobody checked={nobody} />
      </div>
      {!data && <p className="hint space-4">{t('unavailable')}</p>}
      {data && (
        <div className="space-5">
          <h2 className="h3">{t('found', { count: data.entities.totalCount })}</h2>
          <div className="choices">
            {found.map(({ code, name, sector }) => (
              <Choice
                key={code}
                name="entity"
                value={code}
                label={name}
                hint={sector.name}
                checked={code === chosen}
              />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

async function Browse({
  locale,
  id,
  changing,
  chosen,
  nobody,
}: Omit<Props, 'draft' | 'result' | 'search'> & { chosen: string | null; nobody: boolean }) {
  const t = await getTranslations('submit.who');
  const { data } = await query(browseDocument, { chosen: chosen ?? '-' });
  const more: Record<string, string> = changing ? { back: 'check' } : {};
  const groups = (data?.sectors ?? []).map(({ code, name, entities }) => ({
    code,
    name,
    items: entities.edges.map(({ node }) => node),
  }));
  return (
    <>
      <div className="choices">
        {data?.chosen && (
          <Choice
            name="entity"
            value={data.chosen.code}
            label={data.chosen.name}
            hint={data.chosen.sector.name}
            checked
          />
        )}
        <Nobody checked={nobody} />
      </div>
      {!data && <p className="hint space-4">{t('unavailable')}</p>}
      {data && (
        <div className="folds">
          <h2 className="h3">{t('browse')}</h2>
          <PickList
            groups={groups}
            chosen={chosen}
            hrefOf={(code) => stepPath(locale, 'who', id, { ...more, pick: code })}
          />
        </div>
      )}
    </>
  );
}
