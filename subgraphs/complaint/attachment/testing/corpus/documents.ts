/** PDF as printers, mail programs and offices leave it, and what is no file of ours. */
import { pdf } from '../sample-files.ts';
import { bytesOf, type CorpusFile, hex, noise, secret } from './build.ts';

const { content } = pdf('document');
const document = (name: string, whole: Buffer): CorpusFile => ({
  name,
  content: whole,
  taken: 'application/pdf',
  kept: content,
});
const refused = (name: string, whole: Buffer): CorpusFile => ({
  name,
  content: whole,
  refused: 'FILE_TYPE_REJECTED',
});

export const documents: CorpusFile[] = [
  document('a PDF', content),
  document('a PDF that begins with a BOM', bytesOf(hex('efbbbf'), content)),
  document('a PDF that begins with a BOM of UTF-16', bytesOf(hex('feff'), content)),
  document('a PDF behind empty lines', bytesOf('\r\n\r\n \t', content)),
  document(
    'a PDF behind the words of a printer',
    bytesOf('\x1b%-12345X@PJL SET COPIES=1\r\n@PJL ENTER LANGUAGE=PDF\r\n', content),
  ),
  document('a PDF behind 900 bytes of something', bytesOf(Buffer.alloc(900, 1), content)),
  document('a PDF with bytes behind its end', bytesOf(content, Buffer.alloc(2_000))),
  document('a PDF that breaks off', bytesOf(content, '5 0 obj<</Length 900>>stream\n')),
  refused('a PDF behind 2,000 bytes', bytesOf(Buffer.alloc(2_000, 1), content)),
  refused('a PDF behind a program', bytesOf('MZ', Buffer.alloc(90), content)),
  refused('a PDF behind a page', bytesOf('<html><script>alert(1)</script>', content)),
  refused('a page', bytesOf('<!doctype html><script>alert(1)</script>', noise(5_000))),
  refused('an SVG', bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>`)),
  refused('a letter of an office', bytesOf('PK\x03\x04', noise(5_000))),
  refused('a program', bytesOf('MZ', noise(5_000))),
  refused('text', bytesOf('just text, no file of ours. '.repeat(300))),
  refused('a photo that is a PDF too', bytesOf(hex('ffd8ffe0'), noise(100), content)),
  refused('nothing but zeros', Buffer.alloc(5_000)),
];
