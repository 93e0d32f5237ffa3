export type { FetchLike } from '@poise/core';
export * from '../pure.js';
export { type BrowserReportGeneratorOptions, InterviewReportGenerator } from './generator.js';
export type { ReportAssets } from './picture-renderer.js';
