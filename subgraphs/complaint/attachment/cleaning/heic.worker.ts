/** Unpacks one HEIC picture, away from everybody who waits for the program's one thread. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

const { path, pixels } = workerData as { path: string; pixels: number };
const [picture] = new libheif.HeifDecoder().decode(readFileSync(path));
if (!picture) throw new Error('no picture');
const [width, height] = [picture.get_width(), picture.get_height()];
if (width * height > pixels) {
  parentPort?.postMessage('TOO_LARGE');
} else {
  const space = { data: new Uint8ClampedArray(width * height * 4), width, height };
  picture.display(space, (drawn) => {
    if (!drawn) throw new Error('not drawn');
    const { data } = drawn;
    parentPort?.postMessage({ width, height, data }, [data.buffer as ArrayBuffer]);
  });
}
