import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';

export interface Assigned extends CaseResult {
  /** Post that had the case before; null when none had, or nothing changed. */
  formerPost: string | null;
}

/**
 * Gives a case to another focal point of its entity. Its clock, its state and what was done for it stay.
 * `assigneePost` is the key of the post; null when the id given names none.
 */
export async function assignCase(
  deps: CaseDependencies,
  input: CaseStep & { assigneePost: string | null },
  viewer: Viewer,
): Promise<Assigned> {
  let formerPost: string | null = null;
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  const result = await changeCase(deps, { ...request, action: 'ASSIGN' }, ({ record, directory }) => {
    const field = ['assigneePostId'];
    const post = input.assigneePost === null ? undefined : directory.post(input.assigneePost);
    const isFocalPoint = post?.role === 'MAIN_FOCAL_POINT' || post?.role === 'SUB_FOCAL_POINT';
    if (!post || !isFocalPoint || post.entity !== record.entity) return { refused: 'UNKNOWN_POST', field };
    if (post.key === record.holderPost) return { refused: 'SAME_POST', field };
    formerPost = record.holderPost;
    return { after: { holderPost: post.key }, detail: { assignee: post.key, former: record.holderPost } };
  });
  return { ...result, formerPost: result.refusals.length > 0 ? null : formerPost };
}
