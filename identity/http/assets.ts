import { readFile } from 'node:fs/promises';

export interface Asset {
  type: string;
  body: Buffer;
}

const fonts = import.meta.resolve('@fontsource/ibm-plex-sans-arabic/package.json');
const fontFile = /^ibm-plex-sans-arabic-(arabic|latin)-(400|500|600|700)-normal\.woff2$/;

/** What `sign-in.css` is put together from, in order. */
const sheets = ['fonts', 'look', 'sign-in'];

/** Finds a style sheet or font by the name in its address; only these names exist. */
export async function readAsset(name: string): Promise<Asset | null> {
  if (name === 'sign-in.css') {
    const parts = sheets.map((sheet) => readFile(new URL(`../assets/${sheet}.css`, import.meta.url)));
    return { type: 'text/css; charset=utf-8', body: Buffer.concat(await Promise.all(parts)) };
  }
  if (!fontFile.test(name)) return null;
  return { type: 'font/woff2', body: await readFile(new URL(`files/${name}`, fonts)) };
}
