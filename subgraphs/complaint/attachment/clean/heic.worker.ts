/** Unpacks one HEIC picture, away from everybody who waits for the program's one thread. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

const { path, pixels } = workerData as { path: string; pixels: number };
// A file may hold several pictures: a burst, one with its depth or its film.
const pictures = new libheif.HeifDecoder().decode(readFileSync(path));
const picture = pictures.find((one) => one.is_primary()) ?? pictures[0];
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
