import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type KeptMail, KeptMails } from './kept-mails.ts';
import { openOutboxPage } from './open-outbox-page.ts';
import { openSmtpSink } from './smtp-sink.ts';

const mail = (id: string, change: Partial<KeptMail> = {}): KeptMail => ({
  id,
  receivedAt: new Date('2026-11-17T07:20:00Z'),
  to: 'layla@example.jo',
  from: 'no-reply@bekhedmetkom.example',
  subject: 'وصلنا طلبكم',
  html: '<!doctype html><html><head></head><body><p>hello</p></body></html>',
  text: 'hello',
  ...change,
});

async function openPage(...kept: KeptMail[]) {
  const mails = new KeptMails();
  for (const each of kept) mails.add(each);
  const page = await openOutboxPage(mails, 0);
  onTestFinished(() => page.close());
  return page.url;
}

describe('the page of sent mails', () => {
  it('shows mails that travelled over SMTP', async () => {
    const mails = new KeptMails();
    const sink = await openSmtpSink(mails);
    onTestFinished(() => sink.close());
    const transport = createTransport({ url: sink.url });
    await transport.sendMail({
      from: 'a@b.example',
      to: 'layla@example.jo',
      subject: 'مرحبا',
      html: '<p>أهلًا</p>',
      messageId: '<1@b>',
    });
    await transport.sendMail({
      from: 'a@b.example',
      to: 'layla@example.jo',
      subject: 'مرحبا',
      html: '<p>أهلًا</p>',
      messageId: '<1@b>',
    });
    transport.close();
    expect(mails.list()).toMatchObject([
      { id: '1@b', to: 'layla@example.jo', subject: 'مرحبا', html: '<p>أهلًا</p>' },
    ]);
  });

  it('lists the newest first, in both languages, and forgets the oldest of many', async () => {
    const mails = new KeptMails();
    for (let id = 0; id < 250; id += 1) mails.add(mail(String(id)));
    expect([mails.list().length, mails.list()[0]?.id, mails.find('0')]).toEqual([200, '249', null]);
    const url = await openPage(mail('first'), mail('second'));
    const arabic = await (await fetch(url)).text();
    expect(arabic.indexOf('/mails/second')).toBeLessThan(arabic.indexOf('/mails/first'));
    expect(arabic).toContain('dir="rtl"');
    expect(await (await fetch(`${url}/?lang=en`)).text()).toContain('Sent mails');
  });

  it('lets a mail run nothing, whatever is in it', async () => {
    const attack = '<script>alert(1)</script>';
    const url = await openPage(
      mail('x', {
        subject: attack,
        to: `"${attack}"@x`,
        text: attack,
        html: `<html><head></head>${attack}</html>`,
      }),
    );
    const page = await fetch(url);
    expect(await page.text()).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    const frame = await fetch(`${url}/mails/x`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox(?!.*allow-scripts)/);
  });

  it('answers only on this machine’s own name', async () => {
    const url = await openPage(mail('x'));
    const status = await new Promise((resolve) => {
      request(url, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });

  it.each(['/mails/unknown', '/mails/%E0%A4%A', '/etc/passwd'])('has nothing at %s', async (path) => {
    expect((await fetch(`${await openPage()}${path}`)).status).toBe(404);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(openOutboxPage(new KeptMails(), port)).rejects.toThrow(
      `port ${port} is taken by another program`,
    );
  });
});
