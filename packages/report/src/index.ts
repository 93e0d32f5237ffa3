export { InterviewReportGenerator, type ReportGeneratorOptions } from './generator.js';
export * from './pure.js';
