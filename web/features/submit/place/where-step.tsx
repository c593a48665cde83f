import { getTranslations } from 'next-intl/server';
import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FieldError, TextField } from '../../../ui/field.tsx';
import { errorsOf, type StepProps } from '../step-props.ts';
import { PlaceMap } from './place-map.tsx';
import { writePoint } from './read-point.ts';

const governoratesDocument = graphql(`
  query Governorates {
    governorates {
      code
      name
    }
  }
`);

/** Where? The governorate first, then the district in words, then a point on the map if one likes. */
export async function WhereStep({ draft, result }: StepProps) {
  const t = await getTranslations();
  const { data } = await query(governoratesDocument, {});
  const errors = errorsOf(result);
  const kept = draft?.governorate === null ? 'none' : draft?.governorate;
  const chosen = result?.values.governorate ?? kept;
  return (
    <>
      <fieldset aria-describedby={errors.governorate ? 'governorate-error' : undefined}>
        <legend>
          <h1 className="h1">{t('submit.where.title')}</h1>
        </legend>
        <p className="hint space-3">{t('submit.where.hint')}</p>
        {errors.governorate && (
          <FieldError
            id="governorate-error"
            prefix={t('common.errors.prefix')}
            message={errors.governorate}
          />
        )}
        {!data && <p className="hint space-4">{t('submit.where.unavailable')}</p>}
        <div className="choices choices--two">
          {(data?.governorates ?? []).map(({ code, name }, index) => (
            <Choice
              key={code}
              id={index === 0 ? 'governorate' : undefined}
              name="governorate"
              value={code}
              label={name}
              checked={chosen === code}
            />
          ))}
          <Choice
            name="governorate"
            value="none"
            label={t('submit.where.none')}
            checked={chosen === 'none'}
          />
        </div>
      </fieldset>
      <div className="space-6">
        <TextField
          id="district"
          name="district"
          label={t('submit.where.district')}
          optional={t('common.optional')}
          hint={t('submit.where.districtHint')}
          error={errors.district}
          errorPrefix={t('common.errors.prefix')}
          defaultValue={result?.values.district ?? draft?.district ?? ''}
        />
        <div className="field">
          <TextField
            id="point"
            name="point"
            label={t('submit.where.point')}
            optional={t('common.optional')}
            hint={t.rich('submit.where.pointHint', {
              sample: () => (
                <bdi dir="ltr" key="sample">
                  31.9539, 35.9106
                </bdi>
              ),
            })}
            error={errors.point}
            errorPrefix={t('common.errors.prefix')}
            defaultValue={result?.values.point ?? (draft?.point ? writePoint(draft.point) : '')}
            autoComplete="off"
            ltr
          />
          <PlaceMap governorates={data?.governorates ?? []} />
        </div>
      </div>
    </>
  );
}
