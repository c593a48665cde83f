import { getTranslations } from 'next-intl/server';
import { Choice } from '../../ui/choice.tsx';
import { FieldError } from '../../ui/field.tsx';
import { caseTypes, typeIcons } from '../../ui/vocabulary.ts';
import { errorsOf, type StepProps } from './step-props.ts';

/** What kind of request is it? */
export async function TypeStep({ draft, result }: StepProps) {
  const t = await getTranslations();
  const error = errorsOf(result).type;
  const chosen = result?.values.type ?? draft?.type;
  return (
    <fieldset aria-describedby={error ? 'type-error' : undefined}>
      <legend>
        <h1 className="h1">{t('submit.type.title')}</h1>
      </legend>
      <p className="hint space-3">{t('submit.type.hint')}</p>
      {error && <FieldError id="type-error" prefix={t('common.errors.prefix')} message={error} />}
      <div className="choices">
        {caseTypes.map((type, index) => (
          <Choice
            key={type}
            id={index === 0 ? 'type' : undefined}
            name="type"
            value={type}
            icon={typeIcons[type]}
            label={t(`case.type.${type}`)}
            hint={t(`case.typeHint.${type}`)}
            checked={chosen === type}
          />
        ))}
      </div>
    </fieldset>
  );
}
