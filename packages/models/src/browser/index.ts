export { type FetchAssetOptions, type FetchProgress, fetchAsset } from '@poise/core';
export type { LoadedModel } from '../loaded-model.js';
export type {
  ModelEntry,
  ModelInput,
  ModelOutput,
  ModelSource,
  ModelTask,
  MtcnnNetwork,
  SourceFile,
} from '../manifest.js';
export { type FetchModelOptions, fetchModel } from './fetch-model.js';
export { defaultModel, findModel, MODELS } from './models.js';
