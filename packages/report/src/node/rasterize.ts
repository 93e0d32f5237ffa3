import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** The font files of the weights that the report uses. */
const FONT_FILES = [
  '400Regular/Inter_400Regular.ttf',
  '600SemiBold/Inter_600SemiBold.ttf',
  '700Bold/Inter_700Bold.ttf',
];

/** The paths of Inter's TTF files in the installed package (resvg draws no text with woff). */
export function interFontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONT_FILES.map((file) => resolve(`@expo-google-fonts/inter/${file}`));
}

/**
 * Draws an SVG picture as PNG with the packaged fonts alone, so that the pixels are the same on
 * every machine.
 *
 * @param svg - a whole SVG document.
 * @param scale - pixels per unit of the SVG, 1 or more.
 */
export function rasterize(svg: string, scale = 1): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: interFontFiles(), loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return picture.render().asPng();
}
