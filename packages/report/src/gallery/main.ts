import { join } from 'node:path';
import { writeFileAtomically } from '@poise/core/node';
import { InterviewReportGenerator } from '../generator.js';
import { renderReportSvg } from '../picture/report-svg.js';
import { escapeXml } from '../svg/element.js';
import { gallerySummaries } from './summaries.js';

/** The gallery is written here, relative to the folder in which the command runs. */
const FOLDER = join('outputs', 'gallery');

/** A page with all pictures at the width of a phone. */
function page(cards: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Poise: the report's gallery</title>
<style>
  body { margin: 32px; background: #dfe5e3; font: 15px/1.5 system-ui, sans-serif; color: #17242b }
  main { display: flex; flex-wrap: wrap; gap: 32px; align-items: flex-start }
  figure { margin: 0; width: 390px }
  img { width: 390px; display: block; border-radius: 12px }
  figcaption { padding: 0 0 8px }
</style>
<h1>The report's gallery</h1>
<p>Made-up sessions, read by the real analyzer, at the width of a phone.</p>
<main>
${cards.join('\n')}
</main>
</html>
`;
}

const generator = new InterviewReportGenerator();
const cards: string[] = [];
for (const { name, summary } of gallerySummaries()) {
  const png = await generator.generateVisualReport(summary, FOLDER);
  const txt = await generator.generateTextReport(summary, FOLDER);
  await writeFileAtomically(join(FOLDER, `${name}.svg`), renderReportSvg(summary));
  const file = (path: string) => escapeXml(path.slice(FOLDER.length + 1));
  const links = `<b>${name}</b> · <a href="${file(txt)}">text</a> · <a href="${name}.svg">SVG</a>`;
  cards.push(
    `<figure><figcaption>${links}</figcaption><a href="${file(png)}"><img src="${file(png)}" alt="${name}"></a></figure>`,
  );
  process.stderr.write(`${png}\n`);
}
const index = join(FOLDER, 'index.html');
await writeFileAtomically(index, page(cards));
process.stdout.write(`${index}\n`);
