import type { Posts } from '../staff/staff-post.ts';

/**
 * Whether it makes sense to offer these posts a look at who the applicant is. The graph decides; a button that
 * can only be refused is not shown to who was asked for a transfer or a part, or only oversees.
 */
export function mayAskForApplicant(posts: Posts, entityCode: string | null): boolean {
  return posts.some(({ role, entity }) => {
    if (role === 'OPERATION_ROOM' || role === 'PROGRAMME_COORDINATOR' || role === 'CONTACT_CENTRE')
      return true;
    const focal = role === 'MAIN_FOCAL_POINT' || role === 'SUB_FOCAL_POINT';
    return focal && entityCode !== null && entity?.code === entityCode;
  });
}
