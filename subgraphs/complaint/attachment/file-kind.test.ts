import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isPolyglot, kindOf } from './file-kind.ts';
import { mp3, pdf, video, wav } from './testing/sample-files.ts';

const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    [format]()
    .toBuffer();
const none = Buffer.alloc(0);

describe('the kind of a file', () => {
  it('is told by its bytes', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      expect(kindOf(await picture(format))).toBe(`image/${format}`);
    }
    expect(kindOf(pdf().content)).toBe('application/pdf');
    expect(kindOf(video().content)).toBe('video/mp4');
    expect(kindOf(wav().content)).toBe('audio/wav');
    expect(kindOf(mp3().content)).toBe('audio/mpeg');
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a program', 'MZ\x90\0'],
    ['a script', '#!/bin/sh\n'],
    ['an archive', 'PK\x03\x04'],
    ['a TIFF', 'II*\0'],
    ['a BMP', 'BM'],
    ['text', 'hello'],
    ['an AVI', 'RIFF\0\0\0\0AVI LIST'],
    ['a Matroska video', '\x1a\x45\xdf\xa3\x42\x82\x88matroska'],
    ['PDF far in', `${' '.repeat(1_100)}%PDF-1.4`],
    ['a PDF behind a program', 'MZ\x90\0%PDF-1.4'],
    ['nothing', ''],
  ])('%s is none of ours', (_, text) => {
    expect(kindOf(Buffer.from(text, 'latin1'))).toBeNull();
  });
});

describe('a file that is two things', () => {
  it('is found: a page, a script, a document, an archive', () => {
    const gif = (text: string) => Buffer.from(`GIF89a${text}`, 'latin1');
    expect(isPolyglot('image/gif', gif('/*<script>alert(1)</script>'), none)).toBe(true);
    expect(isPolyglot('image/gif', gif('<SVG onload=1>'), none)).toBe(true);
    expect(isPolyglot('image/gif', gif('\n%PDF-1.4'), none)).toBe(true);
    const zip = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
    expect(isPolyglot('application/pdf', pdf().content, zip)).toBe(true);
    expect(isPolyglot('application/pdf', pdf().content, pdf().content)).toBe(false);
    expect(isPolyglot('video/mp4', video().content, video().content)).toBe(false);
  });
});
