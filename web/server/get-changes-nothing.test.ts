import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(web, file), 'utf8');
const sources = globSync('{app,features,session,server}/**/*.{ts,tsx}', { cwd: web }).filter(
  (file) => !/\.test\.tsx?$/.test(file),
);
const changing = sources.filter((file) => /\bmutate\(/.test(read(file)));
/** What server actions and POST handlers call to change something. */
const onBehalfOfForms = new Set([
  'features/submit/send-submission.ts',
  'features/attachments/upload-protocol.ts',
]);

describe('opening an address changes nothing', () => {
  it('mutations are called by server actions, which only a sent form or a script of ours reaches', () => {
    const others = changing.filter(
      (file) => !read(file).startsWith("'use server'") && !onBehalfOfForms.has(file),
    );
    expect(others).toEqual([]);
    expect(changing.length).toBeGreaterThan(10);
  });

  it('no page and no GET handler calls a mutation, or what calls one on behalf of a form', () => {
    const pages = sources.filter(
      (file) => file.endsWith('page.tsx') || /export (async )?function GET|export const GET/.test(read(file)),
    );
    const reaching = pages.filter((file) => {
      const source = read(file).replace(/export async function (POST|PUT|PATCH|DELETE)[\s\S]*?\n}\n/g, '');
      return /\bmutate\(|send-submission|upload-protocol/.test(source);
    });
    expect(reaching).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });

  it('no GET handler ends a session or clears what a browser keeps', () => {
    const clearing = sources
      .filter((file) => /export (async )?function GET|export const GET/.test(read(file)))
      .filter((file) => {
        const source = read(file).replace(/export async function (POST|PUT|PATCH|DELETE)[\s\S]*?\n}\n/g, '');
        return /clear-site-data|\bforgetPerson\(|buildEndSessionUrl|\/logout/.test(source);
      });
    expect(clearing).toEqual([]);
  });

  it('no script sends a form by itself', () => {
    const islands = sources.filter((file) => /\.island\.tsx?$/.test(file));
    const selfSending = islands.filter((file) => /requestSubmit\(|\.submit\(\)/.test(read(file)));
    // Ctrl+Enter of who is typing, a form that waited for its uploads, and signing out in another tab were a person's.
    expect(selfSending.filter((file) => !/keydown|shortcut|'submit'/i.test(read(file)))).toEqual([]);
  });
});
