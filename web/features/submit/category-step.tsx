import { getTranslations } from 'next-intl/server';
import { graphql } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import { Choice } from '../../ui/choice.tsx';
import type { StepProps } from './step-props.ts';

const ofEntityDocument = graphql(`
  query CategoriesOfEntity($entity: String!) {
    entity(code: $entity) {
      sector {
        code
      }
    }
    categories {
      code
      name
      programme
      sector {
        code
        name
      }
    }
  }
`);

/**
 * Which topic? Those of the entity's sector, or all of them by sector when nobody was chosen; a programme of its
 * own has few, and all of them are shown.
 */
export async function CategoryStep({ draft }: StepProps) {
  const t = await getTranslations('submit.category');
  const { data } = await query(ofEntityDocument, { entity: draft?.entity ?? '-' });
  const programme = draft?.programme ?? 'GOVERNMENT_SERVICES';
  const all = (data?.categories ?? []).filter((category) => category.programme === programme);
  const sector = data?.entity?.sector.code;
  const few = programme !== 'GOVERNMENT_SERVICES';
  const own = few ? all : sector ? all.filter((category) => category.sector.code === sector) : [];
  const sectors = [...new Map(all.map((category) => [category.sector.code, category.sector.name]))];
  const choice = ({ code, name }: { code: string; name: string }) => (
    <Choice key={code} name="category" value={code} label={name} checked={draft?.category === code} />
  );
  return (
    <fieldset>
      <legend>
        <h1 className="h1">{t('title')}</h1>
      </legend>
      <p className="hint space-3">{t('hint')}</p>
      <div className="choices">
        <Choice name="category" value="" label={t('unsure')} checked={!draft?.category} />
        {own.map(choice)}
      </div>
      {own.length === 0 && (
        <div className="folds">
          {sectors.map(([code, name]) => {
            const inSector = all.filter((category) => category.sector.code === code);
            return (
              <details key={code} open={inSector.some((category) => category.code === draft?.category)}>
                <summary>{name}</summary>
                {inSector.map(choice)}
              </details>
            );
          })}
        </div>
      )}
    </fieldset>
  );
}
