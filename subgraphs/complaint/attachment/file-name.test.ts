import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, contentDisposition } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['صورة الحفرة.jpg', 'صورة الحفرة.jpg'],
    ['C:\\Users\\Layla\\photo.JPEG', 'photo.JPEG'],
    ['/etc/passwd', 'passwd.jpg'],
    ['../../up.jpg', 'up.jpg'],
    ['exe.\u202egpj', 'exe.jpg'],
    ['script.html', 'script.jpg'],
    ['<script>.jpg', 'script.jpg'],
    ['', 'file.jpg'],
    ['...', 'file.jpg'],
    ['a\r\nSet-Cookie: x.jpg', 'aSet-Cookie x.jpg'],
  ])('%j of a JPEG becomes %j', (given, kept) => {
    expect(cleanName(given, 'image/jpeg')).toBe(kept);
  });

  it('has no path, no controls and the right ending, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = cleanName(given, 'application/pdf');
        expect(name).not.toMatch(/[\\/\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069"<>]/u);
        expect(name.toLowerCase()).toMatch(/.\.pdf$/);
        expect([...name].length).toBeLessThanOrEqual(124);
      }),
    );
  });
});

describe('a Content-Disposition', () => {
  it('says an Arabic name in full to those who read it, and something plain to others', () => {
    expect(contentDisposition('attachment', 'صورة 1.jpg')).toBe(
      `attachment; filename="1.jpg"; filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9%201.jpg`,
    );
  });

  it('is one header whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const value = contentDisposition('attachment', cleanName(given));
        expect(value).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/);
        const told = decodeURIComponent(value.split("UTF-8''")[1] ?? '');
        expect(told).toBe(cleanName(given));
      }),
    );
  });
});
