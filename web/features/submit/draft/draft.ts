import { z } from 'zod';
import { applicantKinds, caseTypes, programmes } from '../../../ui/vocabulary.ts';
import { receiptShape } from './receipt.ts';
import { uploadPath } from './upload-path.ts';

/** The questions, in the order in which they are asked. */
export const steps = [
  'type',
  'what',
  'who',
  'credit',
  'category',
  'where',
  'similar',
  'you',
  'check',
] as const;
export type Step = (typeof steps)[number];

/** As the complaint program counts, in characters. */
export const limits = {
  subject: { min: 3, max: 200 },
  text: { max: 20_000 },
  district: { max: 120 },
  name: { max: 120 },
  creditedName: { max: 120 },
};

export const keptFileShape = z.object({
  id: z.string().max(100),
  /** Path of the upload at the gateway. */
  url: z.string().regex(uploadPath),
  name: z.string(),
  bytes: z.number().int().min(1),
  /** Unix milliseconds. */
  keptAt: z.number(),
});

/** A file that has arrived and belongs to a draft. */
export type KeptFile = z.infer<typeof keptFileShape>;

/** Answers given so far. Absent: not asked yet. Null: asked, and left open ("I don't know", "nowhere"). */
export const draftShape = z.object({
  /** Made with the first answer; the same for every attempt to send this draft. */
  key: z.string(),
  type: z.enum(caseTypes).optional(),
  programme: z.enum(programmes).optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  entity: z.string().nullable().optional(),
  creditedUnit: z.string().nullable().optional(),
  creditedName: z.string().optional(),
  category: z.string().nullable().optional(),
  governorate: z.string().nullable().optional(),
  district: z.string().optional(),
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable().optional(),
  /** The open request that is followed instead; null: this one is different. */
  follows: z.string().nullable().optional(),
  /** Whether there was something similar to choose from. */
  similarSeen: z.boolean().optional(),
  applicantKind: z.enum(applicantKinds).nullable().optional(),
  anonymous: z.boolean().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  files: z.array(keptFileShape).optional(),
  /** What was typed and not handed in yet, by the name of its box: unchecked, shown in place of the answer. */
  typed: z.record(z.string(), z.string().optional()).optional(),
  /** What was sent so far (JSON); one whose answer never came may have been filed. */
  attempts: z.array(z.string()).optional(),
  /** Sent: only this and the key are left. */
  sent: receiptShape.optional(),
});

export type Draft = z.infer<typeof draftShape>;

/** Whether the question of this step has been answered (or knowingly left open). */
export function isAnswered(draft: Draft, step: Step): boolean {
  switch (step) {
    case 'type':
      return draft.type !== undefined;
    case 'what':
      return draft.subject !== undefined && draft.text !== undefined;
    case 'who':
      return draft.entity !== undefined;
    case 'credit':
      return draft.creditedUnit !== undefined;
    case 'category':
      return draft.category !== undefined;
    case 'where':
      return draft.governorate !== undefined;
    case 'similar':
      return draft.follows !== undefined;
    case 'you':
      return draft.anonymous !== undefined;
    case 'check':
      return false;
  }
}

/** The questions that this request needs: nobody is asked what does not matter to it. */
export function stepsOf(draft: Draft | null): Step[] {
  return steps.filter((step) => {
    // Who answers for a public place is for the coordinator of the programme to find out.
    if (step === 'who') return draft?.programme !== 'SMOKING';
    if (step === 'credit') return draft?.type === 'COMPLIMENT' && draft.entity !== null;
    // Thanks are for people: neither a topic nor a place changes what becomes of them.
    if (step === 'category' || step === 'where') return draft?.type !== 'COMPLIMENT';
    if (step === 'similar') return mayFollow(draft);
    return true;
  });
}

/** Whether somebody else's open request could be the same: thanks are one's own, and rights confidential. */
function mayFollow(draft: Draft | null): boolean {
  return draft?.type !== 'COMPLIMENT' && draft?.programme !== 'HUMAN_RIGHTS';
}

/** The questions that are counted: whether there is something similar shows only on the way. */
export function countedSteps(draft: Draft | null): Step[] {
  return stepsOf(draft).filter((step) => step !== 'similar');
}

/** The first question without an answer; `check` when all have one. */
export function firstOpenStep(draft: Draft | null): Step {
  return stepsOf(draft).find((step) => !draft || !isAnswered(draft, step)) ?? 'check';
}

/** A step may be shown once all before it are answered. */
export function mayShow(draft: Draft | null, step: Step): boolean {
  const own = stepsOf(draft);
  return own.includes(step) && own.indexOf(step) <= own.indexOf(firstOpenStep(draft));
}

export function nextStep(draft: Draft | null, step: Step): Step {
  const own = stepsOf(draft);
  return own[own.indexOf(step) + 1] ?? 'check';
}

export function previousStep(draft: Draft | null, step: Step): Step | null {
  const own = stepsOf(draft);
  return own[own.indexOf(step) - 1] ?? null;
}
