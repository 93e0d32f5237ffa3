import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import bold from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
import type { ReportAssets } from '@poise/report/browser';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm?url';

/** Everything that the report's picture is drawn with, by the addresses that the build gave it. */
export const REPORT_ASSETS: ReportAssets = { resvgWasm, fonts: [regular, semiBold, bold] };
