/** Texts of records. Pure. */
import { normaliseLine } from '@bekhedmetkom/text/normalise';

/**
 * Cleans a cell: undoes UTF-8 that was once read as Latin-1 (open data is full of it), and
 * brings it to one line as everything that people write.
 */
function cleanText(text: string): string {
  return normaliseLine(repair(text));
}

function repair(text: string): string {
  if (!/[\u0080-\u009f]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  const repaired = bytes.toString('utf8');
  return bytes.toString('latin1') !== text || repaired.includes('\ufffd') ? text : repaired;
}

/** Fills {Column} by cells. A text none of whose columns says anything is empty. */
export function fillText(template: string, fields: Record<string, string>): string {
  let columns = 0;
  let said = 0;
  const filled = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = cleanText(fields[name] ?? '');
    columns += 1;
    if (value) said += 1;
    return value;
  });
  return columns > 0 && said === 0
    ? ''
    : filled
        .replace(/\s+/g, ' ')
        .replace(/[\s:,–-]+$/, '')
        .trim();
}
