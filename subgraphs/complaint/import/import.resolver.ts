import { holds } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { toUserError } from '../refusal/refusal.ts';
import { ImportCasesInput, ImportCasesPayload } from './import.type.ts';
import type { ImportCases } from './import-cases.ts';

const maxBatch = 200;

@Resolver()
export class ImportResolver {
  readonly #importCases: ImportCases;
  constructor(importCases: ImportCases) {
    this.#importCases = importCases;
  }

  @Mutation(() => ImportCasesPayload, {
    description:
      'Takes over records of another system with the times they bear, marked and audited as imported. For the role IMPORTER.',
  })
  async importCases(
    @Arg('input', () => ImportCasesInput) { records }: ImportCasesInput,
    @Ctx() { viewer }: Context,
  ): Promise<ImportCasesPayload> {
    if (!holds(viewer, 'IMPORTER')) throw new Fault('FORBIDDEN', 'Only an importer takes over records.');
    if (records.length > maxBatch) {
      throw new Fault('BAD_USER_INPUT', `A batch has at most ${maxBatch} records.`);
    }
    const outcomes = await this.#importCases(records, viewer);
    return {
      results: outcomes.map((outcome, i) => ({
        sourceId: records[i]?.sourceId ?? '',
        imported: 'reference' in outcome,
        reference: 'reference' in outcome ? outcome.reference : null,
        userErrors:
          'refusals' in outcome ? outcome.refusals.map((one) => toUserError(one, viewer.language)) : [],
      })),
    };
  }
}
