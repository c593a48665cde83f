/** What the island of uploads says, in the words that the page brings. Pure. */
import type { Outcome } from './upload-transfer.ts';

export type UploadWords = Record<
  | 'waiting'
  | 'sending'
  | 'paused'
  | 'done'
  | 'failed'
  | 'away'
  | 'vanished'
  | 'type'
  | 'many'
  | 'hold'
  | 'remove'
  | 'removing'
  | 'notRemoved'
  | 'retry'
  | 'notTaken'
  | 'already',
  string
>;

interface WhyNot {
  message: string;
  /** It may be tried again as it is. */
  resumable: boolean;
  /** Which kinds are taken is to be shown. */
  kinds: boolean;
}

/** Why a file was not taken. */
export function whyNot(outcome: Exclude<Outcome, { kind: 'sent' }>, words: UploadWords): WhyNot {
  if (outcome.kind === 'vanished') return { message: words.vanished, resumable: false, kinds: false };
  if (outcome.kind !== 'refused') return { message: words.away, resumable: true, kinds: false };
  const { code, message } = outcome.refusal;
  if (code === 'FILE_TYPE_REJECTED') return { message: words.type, resumable: false, kinds: true };
  return { message: message || words.failed, resumable: message === '', kinds: false };
}

export function percent(ratio: number): string {
  return String(Math.min(100, Math.floor(ratio * 100)));
}
