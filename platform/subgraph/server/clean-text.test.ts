import { buildSchema, graphqlSync } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cleanRequest, mayHoldUnstorable, withoutNulLiterals, withoutUnstorable } from './clean-text.ts';

const schema = buildSchema('type Query { echo(text: String!): String }');
const echo = (query: string) =>
  graphqlSync({ schema, source: query, rootValue: { echo: ({ text }: { text: string }) => text } }).data
    ?.echo;

describe('text that the database cannot keep', () => {
  it('is ignored in variables, at any depth', () => {
    const given = { a: 'w\0ater', b: [{ 'k\0': '\ud800x' }, 1, null, true], c: '\ud83d\ude00' };
    expect(withoutUnstorable(given)).toEqual({ a: 'water', b: [{ k: '\ufffdx' }, 1, null, true], c: '😀' });
  });

  it('is ignored in literals, however it is escaped, and nothing else is', () => {
    expect(echo(withoutNulLiterals('{ echo(text: "w\\u0000ater") }'))).toBe('water');
    expect(echo(withoutNulLiterals('{ echo(text: "w\\u{0}at\\u{000}er") }'))).toBe('water');
    expect(echo(withoutNulLiterals('{ echo(text: "C:\\\\u0000") }'))).toBe('C:\\u0000');
    expect(echo(withoutNulLiterals('{ echo(text: "\\\\\\u0000") }'))).toBe('\\');
  });

  it('is found in whatever JSON can carry', () => {
    const texts = ['', 'water', 'مياه', '\\', '\\\\', '"', '\n', '😀', '\\u0000', '\\ud83d', '\u200f'];
    for (const text of texts) {
      for (const bad of ['\0', '\ud800', '\udfff', '\0\0']) {
        for (const whole of [`${text}${bad}`, `${bad}${text}`, `${text}${bad}${text}`]) {
          const json = JSON.stringify({ query: '{ a }', variables: { text: whole } });
          expect(mayHoldUnstorable(json), json).toBe(true);
          const { variables } = cleanRequest(JSON.parse(json)) as { variables: { text: string } };
          expect(variables.text).not.toContain('\0');
          expect(variables.text.isWellFormed()).toBe(true);
          expect(variables.text.replaceAll('\ufffd', '')).toContain(text);
        }
      }
    }
    expect(mayHoldUnstorable(JSON.stringify({ text: 'مياه 😀 \\ \u200f' }))).toBe(false);
  });
});
