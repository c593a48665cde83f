import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const embedded = {
  DATABASE_URL: 'postgres://notification:x@localhost/bekhedmetkom',
  INTERNAL_PUBLIC_KEY: '{}',
  INTERNAL_PRIVATE_KEY: '{}',
  DIRECTORY_URL: 'http://127.0.0.1:4001',
  COMPLAINT_URL: 'http://127.0.0.1:4002',
  WEB_ORIGIN: 'http://localhost:3000',
};
const alone = {
  ...embedded,
  REDIS_URL: 'redis://localhost',
  SMTP_URL: 'smtp://mail.example:25',
  MAIL_FROM: 'بخدمتكم <no-reply@bekhedmetkom.example>',
};

describe('the settings', () => {
  it('need no mail server in the embedded form', () => {
    expect(readConfig(embedded)).toMatchObject({
      port: 4004,
      smtpUrl: null,
      mailOutboxPort: 4006,
      redisUrl: null,
    });
  });

  it('need one in the distributed form', () => {
    expect(readConfig(alone)).toMatchObject({ smtpUrl: 'smtp://mail.example:25' });
    expect(() => readConfig({ ...alone, SMTP_URL: '' })).toThrow('SMTP_URL and MAIL_FROM');
    expect(() => readConfig({ ...alone, MAIL_FROM: '' })).toThrow('SMTP_URL and MAIL_FROM');
  });

  it.each([
    ['SMTP_URL', 'http://mail.example', 'is not an smtp:// or smtps:// address'],
    ['MAIL_FROM', 'nobody', 'is not an address'],
    ['DATABASE_URL', 'mysql://x', 'is not a postgres:// address'],
    ['MAIL_OUTBOX_PORT', '99999', 'MAIL_OUTBOX_PORT'],
    ['COMPLAINT_URL', '', 'COMPLAINT_URL: is missing'],
  ])('refuse %s=%s', (name, value, sentence) => {
    expect(() => readConfig({ ...alone, [name]: value })).toThrow(sentence);
  });
});
