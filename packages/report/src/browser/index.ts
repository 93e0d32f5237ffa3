export * from '../pure.js';
export type { FetchLike } from './fetch-asset.js';
export { type BrowserReportGeneratorOptions, InterviewReportGenerator } from './generator.js';
export type { ReportAssets } from './picture-renderer.js';
