import { getTranslations } from 'next-intl/server';
import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FieldError, TextField } from '../../../ui/field.tsx';
import { errorsOf } from '../../forms/errors-of.ts';
import { PlaceHere, PlaceMap } from '../place/place-map.tsx';
import { writePoint } from '../place/read-point.ts';
import { type StepProps, shownIn } from './step-props.ts';
import { stepTitle } from './step-title.ts';

const governoratesDocument = graphql(`
  query Governorates {
    governorates {
      code
      name
    }
  }
`);

/** Where? Where one stands, or the governorate; then the district in words, and a point on the map if one likes. */
export async function WhereStep(props: StepProps) {
  const { draft, result } = props;
  const t = await getTranslations();
  const { data } = await query(governoratesDocument, {});
  const errors = errorsOf(result);
  const kept = draft.governorate === null ? 'none' : draft.governorate;
  const chosen = result?.values.governorate ?? kept;
  return (
    <>
      <fieldset aria-describedby={errors.governorate ? 'governorate-error' : undefined}>
        <legend>
          <h1 className="h1">{await stepTitle('where', draft)}</h1>
        </legend>
        <p className="hint space-3">{t('submit.where.hint')}</p>
        {errors.governorate && (
          <FieldError
            id="governorate-error"
            prefix={t('common.errors.prefix')}
            message={errors.governorate}
          />
        )}
        <PlaceHere />
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
          defaultValue={shownIn(props, 'district', draft.district)}
        />
        <div className="field">
          <PlaceMap governorates={data?.governorates ?? []} />
          <details className="fold" open={errors.point !== undefined}>
            <summary>{t('submit.where.coordinates')}</summary>
            <TextField
              id="point"
              name="point"
              label={t('submit.where.point')}
              optional={t('common.optional')}
              hint={t('submit.where.pointHint')}
              error={errors.point}
              errorPrefix={t('common.errors.prefix')}
              defaultValue={shownIn(props, 'point', draft.point && writePoint(draft.point))}
              autoComplete="off"
              ltr
            />
          </details>
        </div>
      </div>
    </>
  );
}
