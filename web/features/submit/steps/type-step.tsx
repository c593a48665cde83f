import { getTranslations } from 'next-intl/server';
import { Choice } from '../../../ui/choice.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { type CaseType, caseTypes, type Programme, typeIcons } from '../../../ui/vocabulary.ts';
import { errorsOf } from '../../forms/errors-of.ts';
import type { StepProps } from './step-props.ts';

/** What has a way of its own: one answer says the kind and the programme. */
const special = [
  { type: 'COMPLAINT', programme: 'HUMAN_RIGHTS', icon: 'person' },
  { type: 'REPORT', programme: 'SMOKING', icon: 'report' },
] as const satisfies { type: CaseType; programme: Programme; icon: string }[];

/** What kind of request is it? */
export async function TypeStep({ draft, result }: StepProps) {
  const t = await getTranslations();
  const error = errorsOf(result).type;
  const programme = draft.programme && draft.programme !== 'GOVERNMENT_SERVICES' ? draft.programme : null;
  const kept = programme ? `${draft.type}.${programme}` : draft.type;
  const chosen = result?.values.type ?? kept;
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
      <h2 className="h3 space-6">{t('submit.type.special')}</h2>
      <p className="hint space-1">{t('submit.type.specialHint')}</p>
      <div className="choices">
        {special.map(({ type, programme, icon }) => (
          <Choice
            key={programme}
            name="type"
            value={`${type}.${programme}`}
            icon={icon}
            label={t(`submit.type.${programme}`)}
            hint={t(`submit.type.${programme}Hint`)}
            checked={chosen === `${type}.${programme}`}
          />
        ))}
      </div>
    </fieldset>
  );
}
