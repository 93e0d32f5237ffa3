import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { PoiseError } from '@poise/core';
import { fileError } from '@poise/media';
import { toPoiseError } from '../output/errors.js';

/** A recording that is to be analysed, and where its results go. */
export interface Recording {
  /** The path as people gave it, for messages. */
  readonly file: string;
  /** The folder of its results. */
  readonly folder: string;
}

/** A path that could not be followed. */
export interface BadPath {
  readonly file: string;
  readonly error: PoiseError;
}

/** What the arguments of `poise analyze` stand for. */
export interface RecordingList {
  readonly entries: readonly (Recording | BadPath)[];
  /** Exactly one argument, and it is a file: its results go straight into the output folder. */
  readonly single: boolean;
}

/** Finds the recordings under a folder; throws when there is none. */
export type FindRecordings = (folder: string) => Promise<readonly string[]>;

const stemOf = (file: string): string => basename(file, extname(file));

/** The recordings of one argument, each with its place under the output folder. */
async function expand(
  argument: string,
  find: FindRecordings,
): Promise<{ file: string; place: string }[]> {
  const entry = await stat(argument).catch((cause: unknown) => {
    throw fileError(argument, cause);
  });
  if (!entry.isDirectory()) return [{ file: argument, place: stemOf(argument) }];
  const files = await find(argument);
  return files.map((file) => {
    const inside = relative(resolve(argument), resolve(file));
    return { file, place: join(dirname(inside), stemOf(file)) };
  });
}

/**
 * Turns files and folders into recordings. One file puts its results straight into `out`; several,
 * or a folder, give every recording a sub-folder of its name, in the folders that it lies in. Two
 * recordings of the same name and place get sub-folders "name" and "name-2"; a recording that is
 * given twice is taken once.
 *
 * @param find - lists the recordings under a folder.
 */
export async function listRecordings(
  argumentsGiven: readonly string[],
  out: string,
  find: FindRecordings,
): Promise<RecordingList> {
  const entries: (Recording | BadPath)[] = [];
  const seen = new Set<string>();
  const taken = new Set<string>();
  const [first] = argumentsGiven;
  const single =
    first !== undefined &&
    argumentsGiven.length === 1 &&
    !(await stat(first).then(
      (entry) => entry.isDirectory(),
      () => false,
    ));

  const add = async (file: string, place: string): Promise<void> => {
    const real = await realpath(file).catch((cause: unknown) => {
      throw fileError(file, cause);
    });
    if (seen.has(real)) return;
    seen.add(real);
    const subfolder = (n: number): string => (n === 1 ? place : `${place}-${n}`);
    // Some file systems take upper and lower case for the same name.
    const key = (n: number): string => join(subfolder(n), basename(file)).toLowerCase();
    let number = 1;
    while (taken.has(key(number))) number += 1;
    taken.add(key(number));
    entries.push({ file, folder: single ? out : join(out, subfolder(number)) });
  };
  const orListAsBad = (file: string) => (error: unknown) => {
    entries.push({ file, error: toPoiseError(error) });
  };

  for (const argument of argumentsGiven) {
    const found = await expand(argument, find).catch(orListAsBad(argument));
    // A file that is gone by now stands as an error among the others of its folder.
    for (const { file, place } of found ?? []) await add(file, place).catch(orListAsBad(file));
  }
  return { entries, single };
}
