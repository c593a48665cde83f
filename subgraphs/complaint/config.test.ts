import { describe, expect, it } from 'vitest';
import { defaultLimits } from './attachment/attachment.ts';
import { readConfig } from './config.ts';

const right = {
  DATABASE_URL: 'postgres://complaint:x@localhost/b',
  INTERNAL_PUBLIC_KEY: '{}',
  INTERNAL_PRIVATE_KEY: '{}',
  DIRECTORY_URL: 'http://localhost:4001',
  CONTACT_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('the settings', () => {
  it('have defaults for what is no secret', () => {
    expect(readConfig(right)).toMatchObject({
      host: '127.0.0.1',
      port: 4002,
      redisUrl: null,
      logLevel: 'info',
      escalation: true,
      submissionsPerContact: 10,
    });
  });

  it('that are wrong are all named, and their values are not', () => {
    const wrong = { ...right, CONTACT_KEY: 'c2hvcnQ=', DIRECTORY_URL: 'nowhere', DATABASE_URL: '' };
    expect(() => readConfig(wrong)).toThrow(/CONTACT_KEY: must be 32 bytes[\s\S]*/);
    expect(() => readConfig(wrong)).toThrow(/DATABASE_URL: is missing/);
    expect(() => readConfig(wrong)).toThrow(/DIRECTORY_URL/);
    expect(() => readConfig(wrong)).not.toThrow(/c2hvcnQ|nowhere/);
  });

  it('keep files in a folder and unscanned, unless a bucket and a scanner are named', () => {
    const { attachments } = readConfig({ ...right, ATTACHMENTS_DIR: '/files' });
    expect(attachments).toEqual({ storage: { folder: '/files' }, scanner: null, limits: defaultLimits });
    const bucket = {
      S3_BUCKET: 'b',
      S3_ACCESS_KEY_ID: 'k',
      S3_SECRET_ACCESS_KEY: 's',
      S3_ENDPOINT: 'http://s3:9000',
    };
    const more = { CLAMAV_ADDRESS: 'clamd:3310', ATTACHMENT_VIDEO_MB: '1.5', ATTACHMENTS_A_CASE: '3' };
    const named = readConfig({ ...right, ...bucket, ...more }).attachments;
    expect(named.storage).toMatchObject({ s3: { bucket: 'b', endpoint: 'http://s3:9000', pathStyle: true } });
    expect(named.scanner).toEqual({ host: 'clamd', port: 3310 });
    expect(named.limits).toMatchObject({ files: 3, bytes: { VIDEO: 1_500_000 } });
    expect(() => readConfig({ ...right, S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k' })).toThrow(
      'S3_SECRET_ACCESS_KEY',
    );
    expect(() => readConfig({ ...right, CLAMAV_ADDRESS: 'clamd' })).toThrow(
      'CLAMAV_ADDRESS: is not host:port',
    );
  });
});
