import { GraphQLDateTime, toGlobalId, UserError } from '@bekhedmetkom/platform/subgraph';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PostReference } from '../../directory/directory-references.type.ts';
import { timelineActorEnum } from '../../graph/vocabulary.type.ts';
import type { AttachmentRow } from '../attachment.store.ts';
import { type AttachmentState, attachmentStates } from '../attachment.ts';
import type { FileNames } from '../setup/file-names.ts';
import type { FileLinks } from '../setup/link.ts';

export const attachmentStateEnum = Object.fromEntries(
  attachmentStates.map((state) => [state, state]),
) as Record<AttachmentState, AttachmentState>;
registerEnumType(attachmentStateEnum, {
  name: 'AttachmentState',
  description: 'Where a file stands; only a READY one can be opened.',
  valuesConfig: {
    READY: { description: 'Looked at, and can be opened.' },
    SCANNING: { description: 'Waits for the scanner.' },
    INFECTED: { description: 'Malicious software was found; its content is gone.' },
    REJECTED: { description: 'Could not be scanned.' },
  },
});

@ObjectType({ description: 'A file that belongs to a case.' })
export class Attachment {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => String, { description: 'Its name, as its sender called it.' })
  fileName: string;
  @Field(() => String, { description: 'What it is, by its content.' })
  mediaType: string;
  @Field(() => Float, { description: 'Size in bytes.' })
  bytes: number;
  @Field(() => attachmentStateEnum, { description: 'Where it stands.' })
  state: AttachmentState;
  @Field(() => String, {
    nullable: true,
    description: 'Path at this API’s address at which it can be fetched for five minutes; null unless READY.',
  })
  url: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'As `url`, for a small WebP of a picture; null when there is none.',
  })
  previewUrl: string | null;
  @Field(() => GraphQLDateTime, { description: 'When it became part of the case.' })
  addedAt: Date;
  @Field(() => timelineActorEnum, { description: 'Who added it, by kind.' })
  by: CaseEvent['by'];
  @Field(() => PostReference, { nullable: true, description: 'The post in which staff added it.' })
  post: PostReference | null;
}

@InputType({ description: 'A file that is about to be sent, and what for.' })
export class BeginUploadInput {
  @Field(() => String, { description: 'Its name, with or without a folder.' })
  fileName: string;
  @Field(() => Float, { description: 'Its exact size in bytes.' })
  bytes: number;
  @Field(() => String, {
    description:
      'What its sender takes it for, such as `image/jpeg`; empty when unknown. Its content decides.',
  })
  mediaType: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Its first 4,096 bytes (all of a shorter file), in base64: what is not taken is then refused before it is sent.',
  })
  head?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Any id of the request that is being written, the same for all of its files: they then count together, and not with others of the same address.',
  })
  session?: string | null;
  @Field(() => String, { nullable: true, description: 'Applicants: reference of an open case to add it to.' })
  reference?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Follow-up secret of the reference; not needed by the signed-in applicant of the case.',
  })
  secret?: string | null;
  @Field(() => ID, { nullable: true, description: 'Staff: the open case to add it to.' })
  caseId?: string | null;
}

@ObjectType({ description: 'An upload that has begun. Keep its id to yourself: it is what allows to go on.' })
export class Upload {
  @Field(() => ID, { description: 'Give it to `submitCase` as one of the attachments, once it is complete.' })
  id: string;
  @Field(() => String, {
    description:
      'Path at this API’s address: PATCH the bytes there with `Upload-Offset`; HEAD tells where to go on (the core of tus 1.0).',
  })
  url: string;
  @Field(() => Float, { description: 'Bytes that have arrived.' })
  offset: number;
  @Field(() => Int, { description: 'How many bytes to send at a time.' })
  chunkBytes: number;
}

@ObjectType({ description: 'What became of beginning an upload.' })
export class UploadPayload {
  @Field(() => Upload, { nullable: true, description: 'Null when it was refused.' })
  upload: Upload | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it has begun.' })
  userErrors: UserError[];
}

/** Bytes that a careful sender sends at a time: little is lost when a line breaks. */
const chunkBytes = 512 * 1024;

export function toUpload(id: string): Upload {
  return { id: toGlobalId('Attachment', id), url: `/files/uploads/${id}`, offset: 0, chunkBytes };
}

/** A file as whoever may read the case may see it, with links that are good for five minutes. */
export function toAttachment(
  row: AttachmentRow,
  caseId: string,
  { links, names }: { links: FileLinks; names: FileNames },
): Attachment {
  const { id, state, previewBytes } = row;
  const ready = state === 'READY';
  return {
    id: toGlobalId('Attachment', id),
    fileName: names.of(row),
    mediaType: row.mediaType ?? 'application/octet-stream',
    bytes: row.bytes ?? row.announcedBytes,
    state: attachmentStates.find((one) => one === state) ?? 'REJECTED',
    url: ready ? links.make(id, caseId, 'file') : null,
    previewUrl: ready && previewBytes !== null ? links.make(id, caseId, 'preview') : null,
    addedAt: row.addedAt ?? row.begunAt,
    by: row.addedBy,
    post: row.post === null ? null : { id: toGlobalId('Post', row.post) },
  };
}
