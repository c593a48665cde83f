/**
 * Small files of every kind, made from the specifications of their formats: with foreign boxes and chunks, without
 * sizes, with junk before and behind, cut off. What every viewer shows is taken; what is refused is refused early.
 */
import type { CorpusFile } from './build.ts';
import { documents } from './documents.ts';
import { mp4Files, webmFiles } from './films.ts';
import { jpegFiles, otherPictures } from './pictures.ts';
import { mpegFiles, oggFiles, wavFiles } from './sounds.ts';

export async function makeCorpus(): Promise<CorpusFile[]> {
  return [
    ...(await jpegFiles()),
    ...(await otherPictures()),
    ...mp4Files,
    ...webmFiles,
    ...mpegFiles,
    ...wavFiles,
    ...oggFiles,
    ...documents,
  ];
}
