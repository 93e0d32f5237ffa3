import { measuredParts, type Place, section } from './measured.js';
import { comparisonTable } from './model-tables.js';
import { ablationTable, copiesTable, historyTable, shippedModels } from './sections.js';
import type { Sources } from './sources.js';

const INTRODUCTION = `# The expression models

<!-- Made by \`npm run docs:models\` from bench/results and training/results: change those, not this. -->

What Poise reads a face with, how often each model is right, what it costs, and which step of the work brought what. This page is written by a script from the measurements.`;

const PURPOSE = `## What they are for, and what not

They say which of seven expressions a face *shows* in a picture: angry, disgust, fear, happy, sad, surprise or neutral. They do not know what a person *feels*, and nothing they say is about honesty, personality or fitness for a job.

- For: practising alone, in front of one's own camera, on one's own device.
- Not for: selecting, ranking or assessing people, or watching them. In the European Union it is prohibited to infer the emotions of people at work, and recruitment is part of that.
- They miss disgust most often, then sad and fear; such models are known to be wrong more often on some groups of faces than on others, which is not measured here. That is why the negative expressions move the score little, and why no number is given without its uncertainty.
- They were measured on small gray pictures from a search engine, labelled by people who also disagree: FER2013's label is what most FER+ taggers chose for two thirds of the pictures. How they do before a webcam is not measured.`;

const COMPARISON = `What each network learns in a short run, all alike: 8 epochs on the same images, from drawn weights, taught by \`poise-net\` as it was after its second cycle (half of the loss) besides the labels. EfficientNet and ResNet-50 look at crops enlarged to 64 pixels in the second half; when they ran, their teacher looked at those too, and it is weaker there than on crops as they are; today a teacher looks at its own size, and the gradients of EfficientNet take a quarter of the time that they took then. None of these ships, and none has come to its end: EfficientNet and ResNet-50 above all need many more epochs than plain convolutions do, so the table says how fast each learns and what each look costs, not how far each would come. The files hold float16 weights.`;

const COPIES = `One in six images of the public test has a copy among the training images that come with it. Poise's networks do not learn those copies (training/README.md). Networks that were trained on all of the training images, as the data set comes, have learned them, and nearly all published figures are of such. The same recipe, with the same seed, without and with the copies shows what they are worth; a published figure is to be held against the run that has learned them. That run is for this comparison alone and cannot be exported.

For one network on the public test, a widely used repository gives 71.5 % (VGG19) and 71.2 % (ResNet18) after 250 epochs (WuJie1010, [Facial-Expression-Recognition.Pytorch](https://github.com/WuJie1010/Facial-Expression-Recognition.Pytorch), 2018). Its networks learned the copies, its answers are the mean of ten crops of a picture, and its epoch is the one that was best on these same pictures. The same networks have 73.1 % and 73.0 % on the private test: figures of that test are not to be held against those here.`;

const HISTORY = `Written down at each step, as the training's own code measured it on one look at each picture of the public test. Weights and figures of steps that were left behind are not kept; a run of the config that is named gives about the same.`;

const ALL_MODELS: Place = {
  heading: '##',
  looks: [],
  ofTraining: 'What it started from is under "Which step brought what".',
  ofWebcam:
    'The networks trained here ([training](../training/README.md)) have seen faces varied in nearly these ways; what `emotion-bootstrap` has seen is not recorded: see [its card](../packages/models/weights/emotion-bootstrap.md).',
};

/** The text of docs/models.md. What has not been measured is left out. */
export function modelDocument(sources: Sources): string {
  const parts = [
    INTRODUCTION,
    PURPOSE,
    '## The models',
    shippedModels(sources),
    ...measuredParts(sources, ALL_MODELS),
    ...section('## What copies are worth', COPIES, copiesTable(sources)),
    ...section('## The architectures', COMPARISON, comparisonTable(sources)),
    ...section(
      '## What each ingredient brings',
      'Short runs that are alike but for one ingredient: the mean over the seeds and their spread. The points are the distance from the first run; what is within the spread says nothing.',
      ablationTable(sources),
    ),
    ...section('## Which step brought what', HISTORY, historyTable(sources)),
  ];
  return `${parts.join('\n\n')}\n`;
}
