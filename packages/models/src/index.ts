export {
  defaultModel,
  findModel,
  goldenPath,
  type LoadModelOptions,
  listModels,
  loadEntry,
  loadModel,
  modelPath,
} from './files.js';
export type { LoadedModel } from './loaded-model.js';
export type {
  ModelEntry,
  ModelInput,
  ModelOutput,
  ModelSource,
  ModelTask,
  MtcnnNetwork,
  SourceFile,
} from './manifest.js';
