import { noonOf } from '@bekhedmetkom/time/amman';
import { useTranslations } from 'next-intl';
import type { CaseTeam_CaseFragment } from '../../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { useLanguage } from '../../staff/language.ts';
import { dayWords, momentWords } from '../../staff/when.ts';
import type { CasePages } from '../conversation/case-pages.ts';
import { MoreEntries } from '../conversation/more-entries.tsx';
import type { Done } from '../desk/panel/intents.ts';
import { TeamForms } from './team-forms.island.tsx';

const CaseTeam_Case = graphql(`
  fragment CaseTeam_Case on Case {
    id
    reference
    version
    mayNote
    mayRecordPromises
    mentionable { id name entity { code } holder { name } }
    notes(first: 20, after: $notesAfter) {
      pageInfo { hasNextPage endCursor }
      edges { node { id text at byViewer author { name } by { name } mentions { id name } } }
    }
    followUps(last: 20, before: $promisesBefore) {
      pageInfo { hasPreviousPage startCursor }
      edges { node { id text promisedOn settledAt kept comment overdue post { name holder { name } } } }
    }
  }
`);

type Team = CaseTeam_CaseFragment;

interface CaseTeamProps {
  kase: FragmentType<typeof CaseTeam_Case>;
  now: number;
  done: Done | null;
  pages: CasePages;
}

/** What staff tell each other about a case. Set apart from everything that the applicant may read. */
export function CaseTeam({ kase: ref, now, done, pages }: CaseTeamProps) {
  const t = useTranslations('desk.team');
  const kase = readFragment(CaseTeam_Case, ref);
  if (!kase.notes) return null;
  const { id: caseId, reference, version } = kase;
  return (
    <section className="team" id="team" aria-labelledby="team-title">
      <h2 id="team-title">
        <Icon name="lock" />
        {t('title')}
      </h2>
      <p className="small">{t('lead')}</p>
      <Notes notes={kase.notes} now={now} />
      <MoreEntries
        pages={pages}
        list="notesAfter"
        part="team"
        earlier={kase.notes.pageInfo.hasNextPage ? kase.notes.pageInfo.endCursor : null}
      />
      {kase.followUps && (
        <>
          <FollowUps followUps={kase.followUps} now={now} />
          <MoreEntries
            pages={pages}
            list="promisesBefore"
            part="team"
            earlier={kase.followUps.pageInfo.hasPreviousPage ? kase.followUps.pageInfo.startCursor : null}
          />
        </>
      )}
      <TeamForms
        versionRef={{ caseId, reference, version, lastSeen: null }}
        posts={(kase.mentionable ?? [])
          .filter((post) => post !== null)
          .map(({ id, name, holder, entity }) => ({
            id,
            label: [holder?.name, name].filter(Boolean).join(' – '),
            focal: entity !== null,
          }))}
        open={(kase.followUps?.edges ?? [])
          .filter(({ node }) => node.settledAt === null)
          .map(({ node }) => ({ id: node.id, label: node.text }))}
        mayNote={kase.mayNote}
        mayPromise={kase.mayRecordPromises}
        done={done}
      />
    </section>
  );
}

function Notes({ notes, now }: { notes: NonNullable<Team['notes']>; now: number }) {
  const t = useTranslations('desk.team');
  const language = useLanguage();
  return (
    <ol className="team__notes">
      {notes.edges.map(({ node }) => (
        <li className="note" key={node.id}>
          <span className="note__label">
            <Icon name="lock" />
            {t('note')}
          </span>
          <p {...written(node.text)}>{withReferences(node.text)}</p>
          <p className="xs muted">
            {[node.author?.name, node.by?.name].filter(Boolean).join(' – ')} ·{' '}
            <time dateTime={node.at}>{momentWords(language, node.at, now)}</time>
            {node.mentions && node.mentions.length > 0 && (
              <>
                {' '}
                ·{' '}
                {t('mentions', {
                  names: node.mentions.map((post) => post?.name ?? '…').join(language === 'ar' ? '، ' : ', '),
                })}
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function FollowUps({ followUps, now }: { followUps: NonNullable<Team['followUps']>; now: number }) {
  const t = useTranslations('desk.team');
  const language = useLanguage();
  if (followUps.edges.length === 0) return null;
  return (
    <ul className="team__promises">
      {followUps.edges.map(({ node }) => (
        <li key={node.id}>
          <Icon
            name={
              node.settledAt === null ? (node.overdue ? 'overdue' : 'clock') : node.kept ? 'check' : 'close'
            }
          />
          <span>
            <b>
              {t('promised', {
                name: node.post?.holder?.name ?? node.post?.name ?? '…',
                day: dayWords(language, noonOf(node.promisedOn), now),
              })}
            </b>{' '}
            <bdi {...written(node.text)}>{withReferences(node.text)}</bdi>
            <span className="team__state small muted">
              {node.settledAt !== null
                ? t(node.kept ? 'kept' : 'notKept')
                : t(node.overdue ? 'promiseOverdue' : 'promiseOpen')}
              {node.comment && <> · {node.comment}</>}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
