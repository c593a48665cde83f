import { getTranslations } from 'next-intl/server';
import { readViewer } from '../../session/viewer.ts';
import { Choice } from '../../ui/choice.tsx';
import { FieldError, SelectField, TextField } from '../../ui/field.tsx';
import { applicantKinds } from '../../ui/vocabulary.ts';
import { errorsOf, type StepProps } from './step-props.ts';

/** How much is kept secret, and from whom, depends on what is asked. */
function confidence(draft: StepProps['draft']) {
  if (draft?.programme === 'HUMAN_RIGHTS') return 'humanRightsHint';
  if (draft?.programme === 'SMOKING') return 'smokingHint';
  return draft?.type === 'REPORT' ? 'reportHint' : 'hint';
}

/** Who asks, and how to reach them; or neither. */
export async function YouStep({ locale, draft, result }: StepProps) {
  const t = await getTranslations();
  const viewer = await readViewer(locale);
  const errors = errorsOf(result);
  const prefix = t('common.errors.prefix');
  const kept = draft?.anonymous === undefined ? undefined : draft.anonymous ? 'anonymous' : 'named';
  const identity = result?.values.identity ?? kept ?? (draft?.type === 'REPORT' ? 'anonymous' : undefined);
  const value = (name: 'name' | 'phone' | 'email') => result?.values[name] ?? draft?.[name] ?? '';
  return (
    <>
      {viewer && <input type="hidden" name="signedIn" value="yes" />}
      <fieldset aria-describedby={errors.identity ? 'identity-error' : undefined}>
        <legend>
          <h1 className="h1">{t('submit.you.title')}</h1>
        </legend>
        <p className="hint space-3">{t(`submit.you.${confidence(draft)}`)}</p>
        {errors.identity && <FieldError id="identity-error" prefix={prefix} message={errors.identity} />}
        <div className="choices">
          <Choice
            id="identity"
            name="identity"
            value="named"
            label={t('submit.you.named')}
            hint={t('submit.you.namedHint')}
            checked={identity === 'named'}
          />
          <Choice
            name="identity"
            value="anonymous"
            label={t('submit.you.anonymous')}
            hint={t('submit.you.anonymousHint')}
            checked={identity === 'anonymous'}
          />
        </div>
      </fieldset>
      <div className="space-6">
        <div className="field when-named">
          <TextField
            id="name"
            name="name"
            label={t('submit.you.name')}
            optional={t('common.optional')}
            error={errors.name}
            errorPrefix={prefix}
            defaultValue={value('name') || (viewer?.name ?? '')}
            autoComplete="name"
          />
        </div>
        <TextField
          id="phone"
          name="phone"
          type="tel"
          label={t('submit.you.phone')}
          optional={t('common.optional')}
          hint={`${t('submit.you.phoneHint')}. ${t('submit.you.oneOf')}`}
          error={errors.phone}
          errorPrefix={prefix}
          defaultValue={value('phone')}
          autoComplete="tel"
          ltr
        />
        <TextField
          id="email"
          name="email"
          type="email"
          label={t('submit.you.email')}
          optional={t('common.optional')}
          error={errors.email}
          errorPrefix={prefix}
          defaultValue={value('email')}
          autoComplete="email"
          ltr
        />
        <SelectField
          id="applicantKind"
          name="applicantKind"
          label={t('submit.you.kind')}
          optional={t('common.optional')}
          hint={t('submit.you.kindHint')}
          errorPrefix={prefix}
          defaultValue={result?.values.applicantKind ?? draft?.applicantKind ?? ''}
          options={[
            { value: '', label: t('submit.you.kindNone') },
            ...applicantKinds.map((kind) => ({ value: kind, label: t(`case.applicantKind.${kind}`) })),
          ]}
        />
      </div>
    </>
  );
}
