import { useTranslations } from 'next-intl';
import type { CannedEntitiesQuery } from '../../graphql/generated/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { written } from '../../ui/written.ts';
import { type CannedAnswer, CannedEditor } from './canned-editor.island.tsx';
import { partsOf } from './template.ts';

export interface CannedAddress {
  /** Code of the entity; null: the list that is everybody's. */
  entity: string | null;
  /** Id of the one that is open, `new`, or null. */
  edit: string | null;
  done: 'saved' | 'removed' | null;
}

interface CannedAnswersPageProps {
  action: string;
  address: CannedAddress;
  answers: CannedAnswer[];
  /** To choose from; empty for those who keep one entity's. */
  sectors: CannedEntitiesQuery['sectors'];
  /** Names of the entity whose list is open. */
  entityNames: { ar: string; en: string };
  /** Whether the viewer may add to this list. */
  mayAdd: boolean;
}

/** The canned answers of an entity and those that are everybody's, and one of them open to change. */
export function CannedAnswersPage(props: CannedAnswersPageProps) {
  const { action, address, answers, sectors, entityNames, mayAdd } = props;
  const t = useTranslations('canned');
  const open = answers.find(({ id }) => id === address.edit && id !== null) ?? null;
  const own = answers.filter(({ entity }) => entity !== null);
  const general = answers.filter(({ entity }) => entity === null);
  const link = (edit: string | null) => addressOf(action, address.entity, edit);
  const editing = (open?.editable || (address.edit === 'new' && mayAdd)) && address.done === null;
  return (
    <main className="admin canned" id="main">
      <header className="admin__head">
        <div>
          <h1 tabIndex={-1}>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
        </div>
        {mayAdd && !editing && (
          <a className="btn btn--primary" href={link('new')}>
            <Icon name="plus" />
            {t('add')}
          </a>
        )}
      </header>
      {address.done && (
        <p className="donebar" role="status">
          <Icon name="check" />
          {t(`done.${address.done}`)}
        </p>
      )}
      {sectors.length > 0 && <EntityChoice action={action} entity={address.entity} sectors={sectors} />}
      {editing && (
        <CannedEditor
          key={`${open?.id}/${open?.version}`}
          answer={open}
          entity={address.entity}
          entityNames={entityNames}
          cancel={link(null)}
        />
      )}
      {answers.length === 0 && !editing && (
        <div className="blank">
          <span className="blank__wall" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
            <i />
          </span>
          <h2>{t('empty')}</h2>
          <p>{mayAdd ? t('emptyHelp') : t('emptyRead')}</p>
        </div>
      )}
      {own.length > 0 && (
        <Answers title={own[0]?.entity?.name ?? ''} answers={own} open={address.edit} link={link} />
      )}
      {general.length > 0 && (
        <Answers title={t('general')} answers={general} open={address.edit} link={link} />
      )}
    </main>
  );
}

interface AnswersProps {
  title: string;
  answers: CannedAnswer[];
  open: string | null;
  link(edit: string): string;
}

function Answers({ title, answers, open, link }: AnswersProps) {
  const t = useTranslations('canned');
  const words = useTranslations('case');
  return (
    <section className="admin__group">
      <h2>
        {title} <span className="muted">{t('count', { count: answers.length })}</span>
      </h2>
      <ul className="canned__list">
        {answers.map((answer) => (
          <li key={answer.id} aria-current={answer.id === open ? 'true' : undefined}>
            <h3 {...written(answer.name)}>
              {answer.editable ? <a href={link(answer.id)}>{answer.name}</a> : answer.name}
            </h3>
            <p className="canned__fit muted">
              {answer.type ? words(`type.${answer.type}`) : t('anyType')}
              {' · '}
              {answer.outcome ? words(`outcome.${answer.outcome}`) : t('anyOutcome')}
            </p>
            <div className="canned__pair">
              <Excerpt body={answer.body.ar} language="ar" />
              <Excerpt body={answer.body.en} language="en" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Excerpt({ body, language }: { body: string; language: 'ar' | 'en' }) {
  const t = useTranslations('canned.variable');
  return (
    <p className="canned__excerpt" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      {partsOf(body).map((part, i) =>
        part.kind === 'variable' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that does not change.
          <mark key={i}>
            <bdi>{t(part.text as 'reference')}</bdi>
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <span key={i}>{part.text}</span>
        ),
      )}
    </p>
  );
}

interface EntityChoiceProps {
  action: string;
  entity: string | null;
  sectors: CannedEntitiesQuery['sectors'];
}

function EntityChoice({ action, entity, sectors }: EntityChoiceProps) {
  const t = useTranslations('canned');
  return (
    <form className="admin__choose" action={action}>
      <label className="label small" htmlFor="canned-entity">
        {t('whose')}
      </label>
      <select className="select" id="canned-entity" name="entity" defaultValue={entity ?? ''}>
        <option value="">{t('general')}</option>
        {sectors.map((sector) => (
          <optgroup key={sector.code} label={sector.name}>
            {sector.entities.edges.map(({ node }) => (
              <option key={node.code} value={node.code}>
                {node.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button className="btn btn--second" type="submit">
        {t('show')}
      </button>
    </form>
  );
}

function addressOf(action: string, entity: string | null, edit: string | null): string {
  const query = new URLSearchParams({ ...(entity && { entity }), ...(edit && { edit }) }).toString();
  return query ? `${action}?${query}` : action;
}
