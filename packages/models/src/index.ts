export {
  defaultModel,
  findModel,
  type LoadedModel,
  type LoadModelOptions,
  listModels,
  loadModel,
  modelPath,
} from './files.js';
export type {
  ModelEntry,
  ModelInput,
  ModelOutput,
  ModelSource,
  ModelTask,
  SourceFile,
} from './manifest.js';
