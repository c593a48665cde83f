import { join } from 'node:path';
import { z } from 'zod';
import { type AttachmentLimits, defaultLimits } from '../attachment.ts';
import type { S3Settings } from '../store/s3-storage.ts';

const beside = join(import.meta.dirname, '..', '..', '..', '..', '.data', 'attachments');
const { bytes, pixels, files, totalBytes } = defaultLimits;
const megabyte = 1_000_000;
const megabytes = (otherwise: number) =>
  z.coerce
    .number()
    .positive()
    .max(2_000)
    .default(otherwise / megabyte)
    .transform((given) => Math.round(given * megabyte));

/** What the environment may say about attachments; each has a default but the keys of S3. */
export const attachmentEnvironment = {
  ATTACHMENTS_DIR: z.string().min(1).default(beside),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: z.stringbool().default(true),
  CLAMAV_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{1,5}$/, 'is not host:port')
    .optional(),
  ATTACHMENT_IMAGE_MB: megabytes(bytes.IMAGE),
  ATTACHMENT_VIDEO_MB: megabytes(bytes.VIDEO),
  ATTACHMENT_AUDIO_MB: megabytes(bytes.AUDIO),
  ATTACHMENT_DOCUMENT_MB: megabytes(bytes.DOCUMENT),
  ATTACHMENT_MEGAPIXELS: megabytes(pixels),
  ATTACHMENTS_A_CASE: z.coerce.number().int().min(1).max(100).default(files),
  ATTACHMENTS_A_CASE_MB: megabytes(totalBytes),
};

const shape = z.object(attachmentEnvironment);

export interface AttachmentSettings {
  /** A folder of this machine (or one that all replicas share), or a bucket. */
  storage: { folder: string } | { s3: S3Settings };
  /** Where `clamd` listens; null: files are not scanned. */
  scanner: { host: string; port: number } | null;
  limits: AttachmentLimits;
}

/** The settings that a parsed environment means. A bucket without both of its keys is a complaint for `wrong`. */
export function readAttachmentSettings(
  env: z.infer<typeof shape>,
  wrong: (variable: string) => never,
): AttachmentSettings {
  const [host = '', port = ''] = env.CLAMAV_ADDRESS?.split(':') ?? [];
  return {
    storage: env.S3_BUCKET ? { s3: readS3(env, env.S3_BUCKET, wrong) } : { folder: env.ATTACHMENTS_DIR },
    scanner: host ? { host, port: Number(port) } : null,
    limits: {
      bytes: {
        IMAGE: env.ATTACHMENT_IMAGE_MB,
        VIDEO: env.ATTACHMENT_VIDEO_MB,
        AUDIO: env.ATTACHMENT_AUDIO_MB,
        DOCUMENT: env.ATTACHMENT_DOCUMENT_MB,
      },
      pixels: env.ATTACHMENT_MEGAPIXELS,
      files: env.ATTACHMENTS_A_CASE,
      totalBytes: env.ATTACHMENTS_A_CASE_MB,
    },
  };
}

function readS3(env: z.infer<typeof shape>, bucket: string, wrong: (variable: string) => never): S3Settings {
  return {
    bucket,
    endpoint: env.S3_ENDPOINT ?? null,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? wrong('S3_ACCESS_KEY_ID'),
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? wrong('S3_SECRET_ACCESS_KEY'),
    pathStyle: env.S3_PATH_STYLE,
  };
}
