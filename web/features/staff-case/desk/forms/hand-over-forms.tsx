/** Giving work to others: a transfer, a part, another focal point, another case. */
import { useTranslations } from 'next-intl';
import { withReferences } from '../../../../ui/with-references.tsx';
import { written } from '../../../../ui/written.ts';
import type { PanelProps } from './desk.ts';
import { DeskDate, DeskLine, DeskSelect, DeskText, type Option } from './desk-fields.tsx';
import { DeskForm } from './desk-form.island.tsx';
import { EntityField, usePostOptions } from './entity-field.tsx';
import { MergeChoices } from './merge-choices.island.tsx';

/** To the entity whose business it is. */
export function TransferForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <DeskForm
      desk={desk}
      intent="transfer"
      icon="transfer"
      submit={t('send.transfer')}
      note={t('transfer.note')}
    >
      <EntityField
        name="toEntityCode"
        label={t('field.entity')}
        sectors={choices.sectors}
        except={kase.assigned?.code ?? null}
      />
      <DeskText name="reason" label={t('transfer.reason')} hint={t('transfer.reasonHint')} />
    </DeskForm>
  );
}

/** A part of the answer from another entity; this case waits for all of them. */
export function RequestPartForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <DeskForm
      desk={desk}
      intent="requestContribution"
      icon="plus"
      submit={t('send.requestContribution')}
      note={t('part.note')}
    >
      <EntityField
        name="entityCode"
        label={t('field.entity')}
        sectors={choices.sectors}
        except={kase.assigned?.code ?? null}
      />
      <DeskText name="question" label={t('part.question')} hint={t('part.questionHint')} />
      <DeskDate name="dueOn" label={t('part.dueOn')} hint={t('part.dueOnHint')} optional={t('optional')} />
    </DeskForm>
  );
}

/** The part that was asked of the viewer's entity. */
export function AnswerPartForm({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  const open = kase.contributions.filter((part) => part.state === 'OPEN');
  const options = open.map((part) => ({ value: String(part.number), label: part.question }));
  return (
    <DeskForm
      desk={desk}
      intent="answerContribution"
      icon="send"
      submit={t('send.answerContribution')}
      otherwise={{ part: options[0]?.value ?? '' }}
    >
      <WhichPart options={options} />
      <DeskText
        name="text"
        label={t('part.answer')}
        hint={t('part.answerHint')}
        rows={5}
        maxLength={20_000}
      />
    </DeskForm>
  );
}

/** Takes back a part that is not needed any more. */
export function WithdrawPartForm({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  const open = kase.contributions.filter((part) => part.state === 'OPEN');
  const options = open.map((part) => ({
    value: String(part.number),
    label: `${part.entity?.name ?? '…'} – ${part.question}`,
  }));
  return (
    <DeskForm
      desk={desk}
      intent="withdrawContribution"
      icon="close"
      submit={t('send.withdrawContribution')}
      look="second"
      otherwise={{ part: options[0]?.value ?? '' }}
    >
      <WhichPart options={options} />
      <DeskText name="reason" label={t('part.whyNot')} rows={2} />
    </DeskForm>
  );
}

/** The part that is meant: asked for only where there are several. */
function WhichPart({ options }: { options: readonly Option[] }) {
  const t = useTranslations('desk');
  const [only, ...others] = options;
  if (!only || others.length > 0) return <DeskSelect name="part" label={t('part.which')} options={options} />;
  return (
    <>
      <input type="hidden" name="part" value={only.value} />
      <blockquote className="asked__text" {...written(only.label)}>
        {withReferences(only.label)}
      </blockquote>
    </>
  );
}

/** To another focal point of the entity. */
export function AssignForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('desk');
  const options = usePostOptions(choices.posts.filter(({ id }) => id !== kase.holder?.id));
  return (
    <DeskForm desk={desk} intent="assign" icon="person" submit={t('send.assign')} note={t('assign.note')}>
      <DeskSelect name="assigneePostId" label={t('field.assignee')} empty={t('choose')} options={options} />
    </DeskForm>
  );
}

/** Into another case about the same matter, whose answer its reporter then gets too. */
export function MergeForm({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <DeskForm desk={desk} intent="merge" icon="merge" submit={t('send.merge')} note={t('merge.note')}>
      <DeskLine name="intoReference" label={t('merge.into')} hint={t('merge.hint')} ltr />
      <MergeChoices kase={kase} field="merge-intoReference" />
      {kase.followers > 0 && <p className="small">{t('merge.followers', { count: kase.followers })}</p>}
    </DeskForm>
  );
}
