import { getTranslations } from 'next-intl/server';
import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { errorsOf } from '../../forms/errors-of.ts';
import { type StepProps, shownIn } from './step-props.ts';

const unitsDocument = graphql(`
  query UnitsOfEntity($entity: String!) {
    entity(code: $entity) {
      name
      units {
        id
        name
      }
    }
  }
`);

/** Whom is the compliment for? A person in one's own words, a unit of the entity, or nobody in particular. */
export async function CreditStep(props: StepProps) {
  const { draft, result } = props;
  const t = await getTranslations();
  const { data } = await query(unitsDocument, { entity: draft.entity ?? '-' });
  const units = data?.entity?.units ?? [];
  const errors = errorsOf(result);
  const shared = { errorPrefix: t('common.errors.prefix'), optional: t('common.optional') };
  return (
    <>
      <h1 className="h1">{t('submit.credit.title')}</h1>
      <p className="hint space-3">{t('submit.credit.hint')}</p>
      <div className="space-5">
        <TextField
          {...shared}
          id="creditedName"
          name="creditedName"
          label={t('submit.credit.name')}
          hint={t('submit.credit.nameHint')}
          error={errors.creditedName}
          defaultValue={shownIn(props, 'creditedName', draft.creditedName)}
          autoComplete="off"
        />
        {units.length > 0 && (
          <SelectField
            {...shared}
            id="creditedUnit"
            name="creditedUnit"
            label={t('submit.credit.unit', { entity: data?.entity?.name ?? '' })}
            defaultValue={shownIn(props, 'creditedUnit', draft.creditedUnit)}
            options={[
              { value: '', label: t('submit.credit.unitNone') },
              ...units.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </div>
    </>
  );
}
