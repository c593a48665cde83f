import { readFile } from 'node:fs/promises';

export interface Asset {
  type: string;
  body: Buffer;
}

const fonts = import.meta.resolve('@fontsource/ibm-plex-sans-arabic/package.json');
const fontFile = /^ibm-plex-sans-arabic-(arabic|latin)-(400|500|600|700)-normal\.woff2$/;

/** Finds a style sheet or font by the name in its address; only these names exist. */
export async function readAsset(name: string): Promise<Asset | null> {
  if (name === 'sign-in.css') {
    return {
      type: 'text/css; charset=utf-8',
      body: await readFile(new URL('../assets/sign-in.css', import.meta.url)),
    };
  }
  if (!fontFile.test(name)) return null;
  return { type: 'font/woff2', body: await readFile(new URL(`files/${name}`, fonts)) };
}
