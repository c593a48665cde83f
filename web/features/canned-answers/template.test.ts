import { describe, expect, it } from 'vitest';
import { insertVariable, partsOf, unknownIn } from './template.ts';

describe('the text of a canned answer', () => {
  it('is cut into words and variables', () => {
    expect(partsOf('عن {{reference}}: {{ entity }}.')).toEqual([
      { kind: 'words', text: 'عن ' },
      { kind: 'variable', text: 'reference' },
      { kind: 'words', text: ': ' },
      { kind: 'variable', text: 'entity' },
      { kind: 'words', text: '.' },
    ]);
    expect(partsOf('')).toEqual([]);
  });

  it('names what is no variable, once', () => {
    expect(unknownIn('{{name}} {{reference}} {{name}} {{}}')).toEqual(['name', '']);
    expect(unknownIn('{reference}')).toEqual([]);
  });

  it('takes a variable where the caret stands, in place of what is selected', () => {
    expect(insertVariable('Dear X,', 'post', { from: 5, to: 6 })).toEqual({
      body: 'Dear {{post}},',
      caret: 13,
    });
    expect(insertVariable('', 'today', { from: 0, to: 0 })).toEqual({ body: '{{today}}', caret: 9 });
  });
});
