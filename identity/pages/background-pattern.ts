import { Html } from './html.ts';

/** Courses from the top: height, tone of each stone (0 is the copper one), width of each stone. */
const courses: [number, string, string][] = [
  [40, '1324343432133', '21 37.3 49.5 28.1 33.6 41.2 31 33.3 29.1 43.8 53.6 31.9 38.6'],
  [46, '423322423332', '34.5 53.9 52.9 45.4 34 30.4 49.8 28.6 33.7 22.5 49.6 40.7'],
  [38, '44242332332433', '42.9 41.9 37.6 44.1 41.6 26.7 36.3 35.4 18.5 36.8 40.3 21.6 17.2 27.1'],
  [44, '3243444333142', '46.3 33.5 24.6 51.5 24.2 45.7 21.7 34.2 38.6 41.6 48.6 27.4 34.1'],
  [40, '12332032213312', '28.8 21.5 35.4 43.6 38.8 42.3 32.3 17.8 33 34.3 43 43.7 35.8 17.6'],
  [46, '2334422344443', '38.5 32.9 41.2 37 35.2 49.1 40.6 24.1 37.9 41.1 44.2 24.7 25.4'],
  [38, '43423433234322', '32.4 19.7 22.9 26.8 42.5 43.6 34.2 43.7 21.5 42 38 28.1 43.6 29'],
  [42, '4434332423434', '49.2 36.4 45.9 23.8 46.6 22.6 33.8 33.2 31.8 37.5 36.3 51.8 23.1'],
];
const joint = 4;

/** The wall of 106 stones, one for each entity; one of them is yours. Decoration. */
export const stoneWall = new Html(
  `<svg viewBox="20 0 300 362" preserveAspectRatio="xMidYMid slice">${drawWall()}</svg>`,
);

function drawWall(): string {
  let y = 0;
  return courses
    .map(([height, tones, widths]) => {
      let x = 0;
      const stones = widths.split(' ').map((width, index) => {
        const tone = tones[index] === '0' ? 'you' : `a${tones[index]}`;
        const stone = `<rect class="${tone}" x="${x.toFixed(1)}" y="${y}" width="${width}" height="${height}" rx="1.5"/>`;
        x += Number(width) + joint;
        return stone;
      });
      y += height + joint;
      return stones.join('');
    })
    .join('');
}
