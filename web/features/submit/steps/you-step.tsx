import { getTranslations } from 'next-intl/server';
import { readViewer } from '../../../session/viewer.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FieldError, SelectField, TextField } from '../../../ui/field.tsx';
import { applicantKinds } from '../../../ui/vocabulary.ts';
import { errorsOf } from '../../forms/errors-of.ts';
import { type StepProps, shownIn } from './step-props.ts';

/** How much is kept secret, and from whom, depends on what is asked. */
function confidence(draft: StepProps['draft']) {
  if (draft.programme === 'HUMAN_RIGHTS') return 'humanRightsHint';
  if (draft.programme === 'SMOKING') return 'smokingHint';
  return draft.type === 'REPORT' ? 'reportHint' : 'hint';
}

/**
 * Who asks, and how to reach them; or neither. The choice comes first, and shows the boxes that belong to it. Those of
 * a request without identity are boxes of their own, which no browser fills in with what it knows of its owner.
 */
export async function YouStep(props: StepProps) {
  const { locale, draft, result } = props;
  const t = await getTranslations('submit.you');
  const words = await getTranslations();
  const viewer = await readViewer(locale);
  const errors = errorsOf(result);
  const prefix = words('common.errors.prefix');
  const optional = words('common.optional');
  const kept = draft.anonymous === undefined ? undefined : draft.anonymous ? 'anonymous' : 'named';
  const identity = result?.values.identity ?? kept ?? (draft.type === 'REPORT' ? 'anonymous' : undefined);
  const reach = (kind: 'named' | 'anonymous') => {
    const own = kept === kind ? draft : null;
    const [phone, email] =
      kind === 'named' ? (['phone', 'email'] as const) : (['quietPhone', 'quietEmail'] as const);
    const named = kind === 'named';
    return (
      <>
        <TextField
          id={email}
          name={email}
          type={named ? 'email' : 'text'}
          inputMode="email"
          label={t('email')}
          {...(!named && { optional })}
          hint={t(named ? 'emailHint' : 'quietEmailHint')}
          error={errors[email]}
          errorPrefix={prefix}
          defaultValue={shownIn(props, email, own?.email)}
          autoComplete={named ? 'email' : 'off'}
          ltr
        />
        <TextField
          id={phone}
          name={phone}
          type={named ? 'tel' : 'text'}
          inputMode="tel"
          label={t('phone')}
          {...(!named && { optional })}
          hint={t('phoneHint')}
          error={errors[phone]}
          errorPrefix={prefix}
          defaultValue={shownIn(props, phone, own?.phone)}
          autoComplete={named ? 'tel' : 'off'}
          ltr
        />
      </>
    );
  };
  return (
    <>
      {viewer && <input type="hidden" name="signedIn" value="yes" />}
      <fieldset aria-describedby={errors.identity ? 'identity-error' : undefined}>
        <legend>
          <h1 className="h1">{t('title')}</h1>
        </legend>
        <p className="hint space-3">{t(confidence(draft))}</p>
        {errors.identity && <FieldError id="identity-error" prefix={prefix} message={errors.identity} />}
        <div className="choices">
          <Choice
            id="identity"
            name="identity"
            value="named"
            label={t('named')}
            hint={t(viewer ? 'namedHintSignedIn' : 'namedHint')}
            checked={identity === 'named'}
          />
          <Choice
            name="identity"
            value="anonymous"
            label={t('anonymous')}
            hint={t('anonymousHint')}
            checked={identity === 'anonymous'}
          />
        </div>
      </fieldset>
      <fieldset className="when-named space-6">
        <legend className="sr">{t('named')}</legend>
        <TextField
          id="name"
          name="name"
          label={t('name')}
          optional={optional}
          error={errors.name}
          errorPrefix={prefix}
          defaultValue={shownIn(props, 'name', draft.name) || (viewer?.name ?? '')}
          autoComplete="name"
        />
        {!viewer && <p className="hint space-6">{t('oneOf')}</p>}
        {reach('named')}
      </fieldset>
      <fieldset className="when-anonymous space-6">
        <legend className="sr">{t('anonymous')}</legend>
        {reach('anonymous')}
      </fieldset>
      <div className="when-chosen space-6">
        <SelectField
          id="applicantKind"
          name="applicantKind"
          label={t('kind')}
          optional={optional}
          hint={t('kindHint')}
          errorPrefix={prefix}
          defaultValue={shownIn(props, 'applicantKind', draft.applicantKind)}
          options={[
            { value: '', label: t('kindNone') },
            ...applicantKinds.map((kind) => ({ value: kind, label: words(`case.applicantKind.${kind}`) })),
          ]}
        />
      </div>
    </>
  );
}
