import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CaseObject } from '../../graph/case.type.ts';
import type { Context } from '../../graph/context.ts';
import { uuidOf } from '../../reference/uuid-of.ts';
import { notFound } from '../../refusal/not-found.ts';
import { toUserError } from '../../refusal/refusal.ts';
import { type AttachmentRow, attachmentsOf } from '../attachment.store.ts';
import { takesFiles } from '../attachment.ts';
import { headBytes } from '../file-kind.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { type BeginUpload, mayAdd } from '../upload/begin-upload.ts';
import { Attachment, BeginUploadInput, toAttachment, toUpload, UploadPayload } from './attachment.type.ts';

@Resolver(() => CaseObject)
export class AttachmentResolver {
  readonly #room: AttachmentDependencies;
  readonly #beginUpload: BeginUpload;
  readonly #ofCase: DataLoader<string, AttachmentRow[]>;

  constructor(deps: AttachmentDependencies, beginUpload: BeginUpload) {
    this.#room = deps;
    this.#beginUpload = beginUpload;
    this.#ofCase = new DataLoader(
      async (ids) => {
        const rows = Map.groupBy(await attachmentsOf(deps.database, ids), (row) => row.caseId);
        return ids.map((id) => rows.get(id) ?? []);
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may add files to it now: its applicant and whoever works on it, while it is open.',
  })
  mayAddFiles(@Root() { record, access }: CaseObject): boolean {
    return mayAdd(access) && takesFiles(record.state);
  }

  @FieldResolver(() => [Attachment], {
    description: 'Its files, oldest first. A report’s are withheld from those who only oversee.',
  })
  async attachments(@Root() { record, access }: CaseObject): Promise<Attachment[]> {
    if (!access.seesText) return [];
    const rows = await this.#ofCase.load(record.id);
    return rows.map((row) => toAttachment(row, record.id, this.#room));
  }

  @Mutation(() => UploadPayload, {
    description:
      'Begins to send a file: to an open case that the caller may add to (`caseId` for staff, `reference` for its applicant), or for one that is yet to be filed.',
  })
  async beginUpload(
    @Arg('input', () => BeginUploadInput) input: BeginUploadInput,
    @Ctx() { viewer }: Context,
  ): Promise<UploadPayload> {
    const { fileName, bytes, mediaType, reference = null, secret = null } = input;
    const caseId = typeof input.caseId === 'string' ? uuidOf('Case', input.caseId) : null;
    if (typeof input.caseId === 'string' && caseId === null) throw notFound(viewer.language);
    const head = readHead(input.head);
    const session = input.session?.slice(0, 100) ?? '';
    const request = { fileName, bytes, mediaType, head, session, caseId, reference, secret };
    const result = await this.#beginUpload(request, viewer);
    return 'refusal' in result
      ? { upload: null, userErrors: [toUserError(result.refusal, viewer.language)] }
      : { upload: toUpload(result.upload.id), userErrors: [] };
  }
}

/** From base64, as many bytes as are looked at. */
function readHead(head: string | null | undefined): Buffer | null {
  return head ? Buffer.from(head.slice(0, headBytes * 2), 'base64').subarray(0, headBytes) : null;
}
