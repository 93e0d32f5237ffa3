import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { AnalyzeOptions } from './commands/analyze.js';
import type { DetectOptions } from './commands/detect.js';
import type { EvaluateOptions } from './commands/evaluate.js';
import type { Environment } from './environment.js';
import { ANALYZE_HELP, DETECT_HELP, EVALUATE_HELP, PROGRAM_HELP } from './help.js';
import {
  FACE_DETECTORS,
  parseBaseline,
  parseCount,
  parseFaceSize,
  parseFps,
} from './option-values.js';

/** Runs a command: gives it its surroundings, and takes its exit code. */
export type Runner = (
  flags: { readonly json: boolean; readonly debug: boolean },
  command: (environment: Environment) => Promise<number> | number,
) => Promise<void>;

/** Where results are written when no folder is given. */
const DEFAULT_OUTPUT_FOLDER = 'outputs';

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(text);
  const value: unknown = typeof parsed === 'object' && parsed ? Reflect.get(parsed, 'version') : '';
  return String(value);
}

const detectorOption = (): Option =>
  new Option(
    '--detector <name>',
    'which network finds the faces (default: blazeface); mtcnn finds smaller faces with --min-face-size 20',
  ).choices(FACE_DETECTORS);
const faceSizeOption = (): Option =>
  new Option(
    '--min-face-size <n>',
    'leave out faces narrower than this, in pixels (default: 60)',
  ).argParser(parseFaceSize);
const modelOption = (): Option =>
  new Option('--model <name>', 'expression model; "poise models" lists them');
const jsonOption = (): Option =>
  new Option('--json', 'print one JSON document on stdout and nothing else').default(false, '');
const outOption = (): Option =>
  new Option('--out <dir>', 'folder for the results').default(DEFAULT_OUTPUT_FOLDER);

/**
 * The command line of `poise`. Each command is loaded when it runs: help is quick, and what one
 * command needs and cannot load does not stop another.
 *
 * @param run - runs what was chosen.
 */
export function createProgram(run: Runner): Command {
  const program = new Command('poise')
    .description('Practise an interview and see how you come across, on your own device.')
    .version(version(), '-V, --version', 'print the version')
    .option('--debug', 'print the stack and the cause of errors', false)
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError()
    .addHelpText('after', PROGRAM_HELP)
    .exitOverride();
  const flags = ({ json }: { readonly json: boolean }) => ({
    json,
    debug: program.opts<{ debug: boolean }>().debug,
  });

  program
    .command('analyze')
    .description('turn recordings into reports')
    .argument('<file|dir...>', 'video files, or folders of them')
    .addOption(outOption())
    .option('--fps <n>', 'frames a second to look at (default: 15)', parseFps)
    .addOption(detectorOption())
    .addOption(faceSizeOption())
    .addOption(modelOption())
    .option(
      '--max-faces <n>',
      'faces to follow (default and least: 4); with --everyone-agreed, people to read at most: give 2 or more',
      parseCount,
    )
    .option('--everyone-agreed', 'analyse the others too: each of them agreed to it', false)
    .option('--baseline <start-end>', 'seconds that show your resting face, or none', parseBaseline)
    .option('--history <dir>', 'your own past sessions, for the report of one recording')
    .option('--force', 'analyse again what is done', false)
    .addOption(jsonOption())
    .addHelpText('after', ANALYZE_HELP)
    .action((paths: string[], options: AnalyzeOptions) =>
      run(flags(options), async (environment) => {
        const { analyzeCommand } = await import('./commands/analyze.js');
        return analyzeCommand(paths, options, environment);
      }),
    );

  program
    .command('detect')
    .description('find the faces in pictures and say which expression each shows')
    .argument('<image...>', 'picture files')
    .addOption(detectorOption())
    .addOption(faceSizeOption())
    .addOption(modelOption())
    .option('--max-faces <n>', 'report at most so many faces, the largest', parseCount)
    .addOption(jsonOption())
    .addHelpText('after', DETECT_HELP)
    .action((files: string[], options: DetectOptions) =>
      run(flags(options), async (environment) => {
        const { detectCommand } = await import('./commands/detect.js');
        return detectCommand(files, options, environment);
      }),
    );

  program
    .command('evaluate')
    .description('measure an expression model on a labelled data set')
    .argument('<dataset>', 'a folder per expression, or sheets with labels.csv')
    .addOption(modelOption())
    .option('--crops', 'the images are face crops: do not search for the face', false)
    .option('--split <name>', 'the split to evaluate, or "all" (default: the test split)')
    .option('--limit <n>', 'at most so many images, spread over the data set', parseCount)
    .addOption(jsonOption())
    .addHelpText('after', EVALUATE_HELP)
    .action((folder: string, options: EvaluateOptions) =>
      run(flags(options), async (environment) => {
        const { evaluateCommand } = await import('./commands/evaluate.js');
        return evaluateCommand(folder, options, environment);
      }),
    );

  program
    .command('doctor')
    .description('check the installation and say what to do')
    .addOption(outOption())
    .addOption(jsonOption())
    .action((options: { json: boolean; out: string }) =>
      run(flags(options), async (environment) => {
        const { doctorCommand } = await import('./commands/doctor.js');
        return doctorCommand(options, environment);
      }),
    );

  program
    .command('models')
    .description('list the models that are installed')
    .addOption(jsonOption())
    .action((options: { json: boolean }) =>
      run(flags(options), async (environment) => {
        const { modelsCommand } = await import('./commands/models.js');
        return modelsCommand(options, environment);
      }),
    );
  return program;
}
