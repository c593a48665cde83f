import { useTranslations } from 'next-intl';
import type { Conversation_CaseFragment } from '../../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { initials } from '../../staff/case-marks.tsx';
import { useLanguage } from '../../staff/language.ts';
import { momentWords } from '../../staff/when.ts';
import { type Reached, saidElsewhere, tell } from './case-history.ts';
import type { CasePages } from './case-pages.ts';
import { MoreEntries } from './more-entries.tsx';

const Conversation_Case = graphql(`
  fragment Conversation_Case on Case {
    text
    submittedAt
    type
    answer { text outcome publishedAt }
    proposedAnswer { text outcome proposedAt byViewer returnedBecause by { name } }
    rating { score solved comment ratedAt }
    escalations { level at }
    entries: timeline(last: 100, before: $entriesBefore) {
      pageInfo { hasPreviousPage startCursor }
      edges { node { id at action by text state post { name holder { name } } } }
    }
  }
`);

type Entry = Conversation_CaseFragment['entries']['edges'][number]['node'];

interface ConversationProps {
  kase: FragmentType<typeof Conversation_Case>;
  now: number;
  /** Texts that stand in full elsewhere on the page: in the form that decides about them, or among the parts. */
  elsewhere: readonly (string | null | undefined)[];
  pages: CasePages;
  /** Whether the proposed answer stands in the form that reviews it. */
  reviewed: boolean;
}

/** The case in the order it happened: what people wrote as messages, what was done as lines between them. */
export function Conversation({ kase: ref, now, elsewhere, pages, reviewed }: ConversationProps) {
  const t = useTranslations('staff.case');
  const kase = readFragment(Conversation_Case, ref);
  const entries = kase.entries.edges.map((edge) => edge.node);
  const { hasPreviousPage, startCursor } = kase.entries.pageInfo;
  const shown = [kase.answer?.text, kase.proposedAnswer?.text, ...elsewhere];
  const what = kase.text || t('textHidden');
  return (
    <section className="talk" id="talk" aria-label={t('conversation')}>
      {hasPreviousPage && <Filed text={what} at={kase.submittedAt} now={now} />}
      <MoreEntries
        pages={pages}
        list="entriesBefore"
        part="talk"
        earlier={hasPreviousPage ? startCursor : null}
      />
      {entries.map((entry, index) => {
        const filed = index === 0 && !hasPreviousPage;
        const text = filed ? what : entry.text;
        const repeated = !filed && saidElsewhere(entries, index, shown);
        return text && !repeated ? (
          <Message key={entry.id} entry={entry} escalations={kase.escalations} text={text} now={now} />
        ) : (
          <Deed key={entry.id} entry={entry} escalations={kase.escalations} now={now} />
        );
      })}
      <Answers kase={kase} now={now} reviewed={reviewed} />
    </section>
  );
}

/** What the applicant filed, where the entry of the filing is on an earlier page. */
function Filed({ text, at, now }: { text: string; at: string; now: number }) {
  const t = useTranslations('staff.case');
  return (
    <article className="msg">
      <span className="avatar" aria-hidden="true">
        <Icon name="person" />
      </span>
      <div>
        <header>
          <b>{t('applicantSaid')}</b>
          <Moment at={at} now={now} />
        </header>
        <p className="msg__text" {...written(text)}>
          {withReferences(text)}
        </p>
      </div>
    </article>
  );
}

function useActor(entry: Entry): { name: string; staff: string | null } {
  const t = useTranslations('staff.case');
  switch (entry.by) {
    case 'APPLICANT':
      return { name: t('applicantSaid'), staff: null };
    case 'SYSTEM':
      return { name: t('system'), staff: null };
    case 'IMPORTER':
      return { name: t('importer'), staff: null };
    case 'STAFF': {
      const holder = entry.post?.holder?.name ?? null;
      return {
        name: holder ?? entry.post?.name ?? t('staffOf'),
        staff: holder && (entry.post?.name ?? null),
      };
    }
  }
}

interface EntryProps {
  entry: Entry;
  escalations: readonly Reached[];
  now: number;
}

/** What was done, in words. */
function useWords({ entry, escalations }: EntryProps): string {
  const t = useTranslations('staff.case');
  const caseHistory = useTranslations('desk.story');
  const posts = useTranslations('desk.ladder.level');
  const words = useTranslations('case.action');
  const told = tell(entry, escalations);
  switch (told.kind) {
    case 'imported':
      return t('imported');
    case 'action':
      return words(told.action);
    case 'climbed':
      return caseHistory('climbed', { levels: told.levels.map((level) => posts(level)).join(' · ') });
    default:
      return caseHistory(told.kind);
  }
}

function Message(props: EntryProps & { text: string }) {
  const { entry, text, now } = props;
  const words = useWords(props);
  const { name, staff } = useActor(entry);
  return (
    <article className="msg">
      <span className="avatar" aria-hidden="true">
        {entry.by === 'STAFF' && staff ? initials(name) : <Icon name="person" />}
      </span>
      <div>
        <header>
          <b>{name}</b>
          {staff && <span>{staff}</span>}
          {entry.action && entry.action !== 'SUBMIT' && <span>{words}</span>}
          <Moment at={entry.at} now={now} />
        </header>
        <p className="msg__text" {...written(text)}>
          {withReferences(text)}
        </p>
      </div>
    </article>
  );
}

/** Something that was done without words. */
function Deed(props: EntryProps) {
  const { entry, now } = props;
  const words = useWords(props);
  const { name } = useActor(entry);
  return (
    <p className="deed">
      <i aria-hidden="true" />
      <span>
        <b>{words}</b> {entry.by !== 'SYSTEM' && name}
      </span>
      <Moment at={entry.at} now={now} />
    </p>
  );
}

function Moment({ at, now }: { at: string; now: number }) {
  return <time dateTime={at}>{momentWords(useLanguage(), at, now)}</time>;
}

interface AnswersProps {
  kase: Conversation_CaseFragment;
  now: number;
  reviewed: boolean;
}

function Answers({ kase, now, reviewed }: AnswersProps) {
  const t = useTranslations('staff.case');
  const words = useTranslations('case');
  const language = useLanguage();
  const { answer, proposedAnswer: proposed, rating } = kase;
  return (
    <>
      {proposed && !answer && !reviewed && (
        <article className="answer answer--draft">
          <header>
            <b>{t('answerProposed')}</b>
            <span className="tag">{words(`outcome.${proposed.outcome}`)}</span>
          </header>
          <p className="msg__text" {...written(proposed.text)}>
            {withReferences(proposed.text)}
          </p>
          <p className="small muted">
            {t('proposedBy', {
              name: proposed.by?.name ?? t('staffOf'),
              when: momentWords(language, proposed.proposedAt, now),
            })}
          </p>
          {proposed.returnedBecause && (
            <p className="note" role="note">
              <span className="note__label">
                <Icon name="lock" />
                {t('returnedBecause', { reason: '' })}
              </span>
              <bdi {...written(proposed.returnedBecause)}>{withReferences(proposed.returnedBecause)}</bdi>
            </p>
          )}
        </article>
      )}
      {answer && (
        <article className="answer">
          <header>
            <b>{t('answerPublished')}</b>
            <span className="tag">{words(`outcome.${answer.outcome}`)}</span>
          </header>
          <p className="msg__text" {...written(answer.text)}>
            {withReferences(answer.text)}
          </p>
          <p className="small muted">
            {t('publishedAt', { when: momentWords(language, answer.publishedAt, now) })}
          </p>
        </article>
      )}
      {rating && (
        <p className="deed deed--rating">
          <Icon name="star" />
          <span>
            <b>{t('rating')}</b> <bdi>{t('ratingScore', { score: rating.score })}</bdi> ·{' '}
            {words(`solved.${kase.type}.${rating.solved}`)}
            {rating.comment && (
              <q>
                <bdi {...written(rating.comment)}>{withReferences(rating.comment)}</bdi>
              </q>
            )}
          </span>
          <Moment at={rating.ratedAt} now={now} />
        </p>
      )}
    </>
  );
}
