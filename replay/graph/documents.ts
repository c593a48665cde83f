/** What the replay asks of the public graph, and the shape of what comes back. */
import { caseState } from '@bekhedmetkom/schema/events/vocabulary';
import { z } from 'zod';

const userErrors = z.array(
  z.object({ message: z.string(), code: z.string(), field: z.array(z.string()).nullish() }),
);
export type UserErrors = z.infer<typeof userErrors>;

export const importDocument = `mutation Import($input: ImportCasesInput!) {
  importCases(input: $input) { results { sourceId imported reference userErrors { message code field } } }
}`;
export const importShape = z.object({
  importCases: z.object({
    results: z.array(
      z.object({
        sourceId: z.string(),
        imported: z.boolean(),
        reference: z.string().nullable(),
        userErrors,
      }),
    ),
  }),
});
export type ImportResult = z.infer<typeof importShape>['importCases']['results'][number];

const liveCase = z.object({ id: z.string(), version: z.int(), state: caseState });
export type LiveCase = z.infer<typeof liveCase>;
const payload = z.object({ case: liveCase.nullable(), userErrors });
export type Payload = z.infer<typeof payload>;
export const payloadShape = z.object({ result: payload });

const fields = 'case { id version state } userErrors { message code }';
export const submitDocument = `mutation Submit($input: SubmitCaseInput!) { result: submitCase(input: $input) { ${fields} } }`;

/** Each later step of a case, by its mutation. */
export const stepDocuments = {
  classify: `mutation Classify($input: ClassifyCaseInput!) { result: classifyCase(input: $input) { ${fields} } }`,
  start: `mutation Start($input: CaseActionInput!) { result: startCase(input: $input) { ${fields} } }`,
  propose: `mutation Propose($input: ProposeAnswerInput!) { result: proposeAnswer(input: $input) { ${fields} } }`,
  approve: `mutation Approve($input: ApproveAnswerInput!) { result: approveAnswer(input: $input) { ${fields} } }`,
} as const;

export const postsDocument = `query Posts($code: String!) { entity(code: $code) { posts { id role } } }`;
export const postsShape = z.object({
  entity: z.object({ posts: z.array(z.object({ id: z.string(), role: z.string() })) }).nullable(),
});
