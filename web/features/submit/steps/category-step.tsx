import { getTranslations } from 'next-intl/server';
import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import { Choice } from '../../../ui/choice.tsx';
import { stepPath } from '../step-path.ts';
import { PickList } from './pick-list.tsx';
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
export async function CategoryStep({
  locale,
  id,
  draft,
  picked,
  changing,
}: StepProps & { picked: string; changing: boolean }) {
  const t = await getTranslations('submit.category');
  const { data } = await query(ofEntityDocument, { entity: draft.entity ?? '-' });
  const programme = draft.programme ?? 'GOVERNMENT_SERVICES';
  const all = (data?.categories ?? []).filter((category) => category.programme === programme);
  const sector = data?.entity?.sector.code;
  const few = programme !== 'GOVERNMENT_SERVICES';
  const own = few ? all : sector ? all.filter((category) => category.sector.code === sector) : [];
  const chosen = picked || draft.category || null;
  const apart = own.length === 0 ? all.filter(({ code }) => code === chosen) : [];
  const sectors = [...new Map(all.map((category) => [category.sector.code, category.sector.name]))];
  const groups = sectors.map(([code, name]) => ({
    code,
    name,
    items: all.filter((category) => category.sector.code === code),
  }));
  const more: Record<string, string> = changing ? { back: 'check' } : {};
  return (
    <fieldset>
      <legend>
        <h1 className="h1">{t('title')}</h1>
      </legend>
      <p className="hint space-3">{t('hint')}</p>
      <div className="choices">
        {[...apart, ...own].map(({ code, name }) => (
          <Choice key={code} name="category" value={code} label={name} checked={chosen === code} />
        ))}
        <Choice id="category" name="category" value="" label={t('unsure')} checked={!chosen} />
      </div>
      {own.length === 0 && (
        <div className="folds">
          <PickList
            groups={groups}
            chosen={chosen}
            hrefOf={(code) => stepPath(locale, 'category', id, { ...more, pick: code })}
          />
        </div>
      )}
    </fieldset>
  );
}
