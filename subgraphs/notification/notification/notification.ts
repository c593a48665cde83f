/** From an event of a case to the people whom it is told to. Pure; who holds which post comes in as data. */
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { NotificationKind } from '../message/kind.ts';
import type { Posts } from '../post/post.ts';
import { type Audience, type Line, notificationRules } from './notification-rules.ts';

/** One thing to tell one person. A subject of null is an applicant without an account: only mail reaches her. */
export interface Telling {
  kind: NotificationKind;
  subject: string | null;
  applicant: boolean;
  inApp: boolean;
  /** Whether a mail is due, preferences aside. */
  mail: boolean;
  /** The post that the mail goes to, whether its holder ever signs in or not; null for the applicant. */
  post: string | null;
}

/**
 * Decides whom an event is told to. Imported records tell nobody: what they say happened long ago,
 * elsewhere. Each person is told a kind once, however many posts they hold.
 */
export function tellings(event: CaseEvent, posts: Posts): Telling[] {
  if (event.action === null || event.case.imported) return [];
  const found = notificationRules[event.action]
    .filter((line) => line.when?.(event) ?? true)
    .flatMap((line) =>
      line.to.flatMap((audience) =>
        audience === 'applicant'
          ? tellApplicant(line, event.case)
          : [
              ...staffOf(audience, event, posts).map((subject) => tellStaff(line.kind, subject)),
              ...(line.via.includes('mail') && audience === 'told'
                ? writeToPosts(line.kind, event, posts)
                : []),
            ],
      ),
    );
  const keyOf = ({ kind, subject, post }: Telling) => `${kind} ${subject} ${post}`;
  return [...new Map(found.map((telling) => [keyOf(telling), telling])).values()];
}

/** A telling to somebody who works here: in the application alone. */
export function tellStaff(kind: NotificationKind, subject: string): Telling {
  return { kind, subject, applicant: false, inApp: true, mail: false, post: null };
}

/** Mails to the posts that an event names: they arrive whether the holders sign in or not. */
function writeToPosts(kind: NotificationKind, { told }: CaseEvent, posts: Posts): Telling[] {
  return told
    .map((key) => posts.arrivesAt(key))
    .filter((post) => post !== null)
    .map((post) => ({ kind, subject: null, applicant: false, inApp: false, mail: true, post }));
}

/** How an applicant can be told: by her account, by mail, by both, or not at all. */
export function tellApplicant(
  { kind, via }: Pick<Line, 'kind' | 'via'>,
  applicant: { anonymous: boolean; applicantSubject: string | null; reachable: boolean },
): Telling[] {
  const subject = applicant.anonymous ? null : applicant.applicantSubject;
  const inApp = subject !== null && via.includes('in-app');
  const mail = applicant.reachable && via.includes('mail');
  return inApp || mail ? [{ kind, subject, applicant: true, inApp, mail, post: null }] : [];
}

function staffOf(audience: Audience, { case: facts, told }: CaseEvent, posts: Posts): string[] {
  switch (audience) {
    case 'entity-focal-points':
      return posts.holding('MAIN_FOCAL_POINT', facts.entity);
    case 'target-focal-points':
      return facts.transfer === null ? [] : posts.holding('MAIN_FOCAL_POINT', facts.transfer.to);
    case 'operation-room':
      return overseeing('OPERATION_ROOM', facts, posts);
    case 'quality-reviewers':
      return overseeing('QUALITY_REVIEWER', facts, posts);
    case 'holder':
      return facts.holderPost === null ? [] : posts.reaching(facts.holderPost);
    case 'told':
      return told.flatMap((key) => posts.reaching(key));
    case 'applicant':
      return [];
  }
}

function overseeing(
  role: 'OPERATION_ROOM' | 'QUALITY_REVIEWER',
  { programme, restricted }: CaseEvent['case'],
  posts: Posts,
): string[] {
  return [...(restricted ? [] : posts.holding(role, null)), ...posts.coordinating(programme)];
}
