import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { exactLength } from './exact-length.ts';
import { checkKey, type FileStorage } from './file-storage.ts';

export interface S3Settings {
  /** Of an S3-compatible server; null for Amazon's own. */
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The bucket in the path, not in the name of the host: what most other servers want. */
  pathStyle: boolean;
}

/** Bytes up to which content is read before it is sent. */
const gathered = 8 * 1024 * 1024;

function silent(): void {}

/** Files in a bucket of anything that speaks S3. The bucket must exist, and nobody else should read it. */
export async function openS3Storage(settings: S3Settings): Promise<FileStorage> {
  const { bucket: Bucket, region, accessKeyId, secretAccessKey, endpoint } = settings;
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: settings.pathStyle,
    ...(endpoint && { endpoint }),
    // A server that is silent is away: nobody waits for it without end.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    // Not every server knows the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What goes wrong is thrown; the console is not its place.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });
  await client.send(new HeadBucketCommand({ Bucket })).catch((cause: unknown) => {
    client.destroy();
    const reason = (cause as Error).name;
    throw new StartupError(`Attachments cannot be kept in the S3 bucket "${Bucket}": ${reason}.`, { cause });
  });

  return {
    async put(key, content, bytes) {
      checkKey(key);
      if (bytes <= gathered) {
        // Nothing is begun that cannot be finished: some servers keep what arrived of a request that broke off.
        const checked = exactLength(bytes);
        const [Body] = await Promise.all([buffer(checked), pipeline(content, checked)]);
        await client.send(new PutObjectCommand({ Bucket, Key: key, Body, ContentLength: bytes }));
        return;
      }
      const leaving = new AbortController();
      const checked = exactLength(bytes);
      const sent = client.send(
        new PutObjectCommand({ Bucket, Key: key, Body: checked, ContentLength: bytes }),
        { abortSignal: leaving.signal },
      );
      sent.catch((error: Error) => checked.destroy(error));
      // A content that breaks off must not leave the request waiting for the rest.
      const read = pipeline(content, checked).catch((error: unknown) => {
        leaving.abort();
        throw error;
      });
      const [reading, sending] = await Promise.allSettled([read, sent]);
      if (reading.status === 'fulfilled' && sending.status === 'fulfilled') return;
      await client.send(new DeleteObjectCommand({ Bucket, Key: key })).catch(() => {});
      throw reading.status === 'rejected' ? reading.reason : (sending as PromiseRejectedResult).reason;
    },
    async open(key, range) {
      checkKey(key);
      const Range = range && `bytes=${range.start}-${range.end - 1}`;
      try {
        const found = await client.send(new GetObjectCommand({ Bucket, Key: key, Range }));
        return found.Body as Readable;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(key) {
      checkKey(key);
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    },
    async close() {
      client.destroy();
    },
  };
}
