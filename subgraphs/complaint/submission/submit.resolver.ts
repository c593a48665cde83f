import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { accessTo, applicantAccess } from '../case-access/case.policy.ts';
import { toCaseObject } from '../graph/case.type.ts';
import type { Context } from '../graph/context.ts';
import { toUserError } from '../refusal/refusal.ts';
import { SubmitCaseInput, SubmitCasePayload } from './submit.type.ts';
import type { SubmitCase } from './submit-case.ts';

@Resolver()
export class SubmitResolver {
  readonly #submitCase: SubmitCase;
  constructor(submitCase: SubmitCase) {
    this.#submitCase = submitCase;
  }

  @Mutation(() => SubmitCasePayload, {
    description: 'Files a request, with an account or without. The acknowledgement clock starts.',
  })
  async submitCase(
    @Arg('input', () => SubmitCaseInput) input: SubmitCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<SubmitCasePayload> {
    const { language } = viewer;
    const result = await this.#submitCase(input, viewer);
    if ('refusals' in result) {
      const userErrors = result.refusals.map((refusal) => toUserError(refusal, language));
      const waits = result.refusals.map(({ facts }) => facts?.retryAfter);
      const retryAfter = waits.find((seconds) => typeof seconds === 'number') ?? null;
      return { case: null, secret: null, userErrors, retryAfter };
    }
    const { record, secret } = result;
    const access = record.filedBy === null ? applicantAccess : (accessTo(viewer, record) ?? applicantAccess);
    return { case: toCaseObject(record, access, language), secret, userErrors: [], retryAfter: null };
  }
}
