import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { SCENES_FILTER, SCENES_SECONDS, type Scene } from './camera-scenes.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';
import {
  agree,
  awaitQuestion,
  awaitReport,
  awaitTimeLeft,
  choose,
  getReady,
  savedSummary,
  startPractice,
  timeLeft,
} from './walk.js';

const { errors, setup } = ENGLISH;

/** Which sentences about what went wrong the page shows. */
async function shownErrors(page: Page): Promise<string[]> {
  const shown = await page.getByRole('main').innerText();
  return Object.entries(errors)
    .filter(([, sentence]) => shown.includes(sentence))
    .map(([code]) => code);
}

/** Waits until something went wrong, and says what. */
async function awaitError(page: Page): Promise<string[]> {
  await page.getByRole('alert').waitFor();
  return shownErrors(page);
}

describe('a page whose camera cannot be opened', () => {
  /** A name that is this machine, but that no browser takes for it. */
  const HOST = 'poise.test';
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({
      args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    });
  });

  afterAll(() => fixture?.close());

  test('says that there is no camera', async () => {
    const { page, context } = await fixture.visit({ permissions: ['camera'] });
    await agree(page);
    expect(await awaitError(page)).toEqual(['CAMERA_NOT_FOUND']);
    await context.close();
  });

  test('says that another program uses the camera, and opens it when that has ended', async () => {
    const { page, context } = await fixture.visit({}, ({ context: visitor }) =>
      visitor.addInitScript(() => {
        let tries = 0;
        navigator.mediaDevices.getUserMedia = async () => {
          tries += 1;
          if (tries === 1) throw new DOMException('Could not start', 'NotReadableError');
          const canvas = document.createElement('canvas');
          canvas.getContext('2d');
          return canvas.captureStream();
        };
      }),
    );
    await agree(page);
    expect(await awaitError(page)).toEqual(['CAMERA_BUSY']);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    expect(await shownErrors(page)).toEqual([]);
    await context.close();
  });

  test('says that the camera gives no picture', async () => {
    const { page, context } = await fixture.visit({}, ({ context: visitor }) =>
      visitor.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = async () => {
          const canvas = document.createElement('canvas');
          canvas.getContext('2d');
          // At no frames a second, a canvas gives only those that it is asked for.
          return canvas.captureStream(0);
        };
      }),
    );
    await agree(page);
    expect(await awaitError(page)).toEqual(['CAMERA_SILENT']);
    await context.close();
  });

  test('says that the browser gives no camera where the page was not served safely', async () => {
    const { page, context } = await fixture.visit();
    await page.goto(fixture.url.replace('127.0.0.1', HOST));
    expect(await page.evaluate(() => navigator.mediaDevices)).toBeUndefined();
    await agree(page);
    expect(await awaitError(page)).toEqual(['CAMERA_UNSUPPORTED']);
    await context.close();
  });
});

test('a camera that the person does not allow is told from one that is not there', async () => {
  // Without a camera nobody is asked: this browser has one, and says no in the person's place.
  const fixture = await PageFixture.start({
    camera: await fakeCameraFile({ seconds: 20 }),
    args: ['--use-fake-ui-for-media-stream=deny'],
  });
  try {
    const { page } = await fixture.visit();
    await agree(page);
    expect(await awaitError(page)).toEqual(['CAMERA_REFUSED']);
  } finally {
    await fixture.close();
  }
});

describe('a page with a camera', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  });

  afterAll(() => fixture?.close());

  test('a camera that is unplugged in mid-session pauses it, and can be connected again', async () => {
    const { page, context } = await fixture.visit();
    await getReady(page);
    await choose(page, { time: '30 s', questions: 1, baseline: false });
    await startPractice(page);
    await awaitQuestion(page, 1, 1);
    await awaitTimeLeft(page, 25);
    await page.getByLabel(setup.preview).evaluate((video: HTMLVideoElement) => {
      // What a browser does when the plug is pulled.
      const [track] = (video.srcObject as MediaStream).getVideoTracks();
      track?.stop();
      track?.dispatchEvent(new Event('ended'));
    });
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    await page.getByText('The camera is gone.').waitFor();
    expect(await shownErrors(page)).toEqual(['CAMERA_LOST']);
    const resume = page.getByRole('button', { name: 'Resume' });
    expect(await resume.isDisabled()).toBe(true);
    const left = await timeLeft(page);
    // The key does no more than the button.
    await page.keyboard.press('Space');
    await page.waitForTimeout(1500);
    expect(await page.getByRole('heading', { name: 'Paused' }).count()).toBe(1);
    expect(await timeLeft(page)).toBe(left);

    await page.getByRole('button', { name: 'Connect the camera again' }).click();
    await resume.click();
    await page.getByRole('heading', { name: 'Paused' }).waitFor({ state: 'hidden' });
    expect(await shownErrors(page)).toEqual([]);
    await awaitTimeLeft(page, left - 7);
    await page.getByText('Face found').waitFor();
    await page.keyboard.press('Escape');
    await awaitReport(page);
    const { breaks, evidence, absences } = await savedSummary(page);
    expect(breaks).toHaveLength(1);
    expect(evidence.sufficient).toBe(true);
    expect(absences).toEqual([]);
    await context.close();
  });

  test('a camera is open also when the cameras cannot be listed, and one that is plugged in later can be chosen', async () => {
    const { page, context } = await fixture.visit({}, ({ context: visitor }) =>
      visitor.addInitScript(() => {
        const { mediaDevices } = navigator;
        const list = mediaDevices.enumerateDevices.bind(mediaDevices);
        let plugged = false;
        mediaDevices.addEventListener('devicechange', () => {
          plugged = true;
        });
        mediaDevices.enumerateDevices = async () => {
          if (!plugged) throw new DOMException('Not now', 'InvalidStateError');
          const found = await list();
          const [camera] = found.filter(({ kind }) => kind === 'videoinput');
          const later = { deviceId: 'later', label: 'Desk camera', toJSON: () => ({}) };
          return camera === undefined
            ? found
            : [...found, { ...later, kind: camera.kind, groupId: camera.groupId }];
        };
      }),
    );
    await getReady(page);
    expect(await shownErrors(page)).toEqual([]);
    const choice = page.getByRole('combobox', { name: setup.camera });
    expect(await choice.count()).toBe(0);
    await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await choice.waitFor();
    expect(await choice.getByRole('option').last().textContent()).toBe('Desk camera');
    await context.close();
  });
});

test('the camera check tells each picture that is not good from the others, and gives one advice', async () => {
  const camera = await fakeCameraFile({ seconds: SCENES_SECONDS, filter: SCENES_FILTER });
  const fixture = await PageFixture.start({ camera });
  try {
    const { page } = await fixture.visit();
    await getReady(page);
    const seen = new Set<string>();
    // The scenes come round again and again: what is missed on a busy machine comes back.
    const patience = { timeout: 8 * SCENES_SECONDS * 1000, interval: 100 };
    await expect
      .poll(async () => [...seen.add(await shownAdvice(page))], patience)
      .toEqual(expect.arrayContaining(Object.values(ADVICE_OF_SCENES)));
  } finally {
    await fixture.close();
  }
});

/** What is to be said of each scene, and nothing else beside it. */
const ADVICE_OF_SCENES = {
  good: 'nothing',
  dark: 'too_dark',
  small: 'too_far',
  // On the side on which the person sees it, who looks into a mirror.
  aside: 'off_left',
  nobody: 'no_face',
  backlit: 'against_light',
} as const satisfies Record<Scene, string>;

/** What the camera check advises. */
async function shownAdvice(page: Page): Promise<string> {
  const list = page.getByRole('region', { name: 'Camera check' }).getByRole('listitem');
  const checks = (await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  if (checks.length === 0) return 'not known';
  const advice = Object.entries(setup.advice).filter(([, sentence]) =>
    checks.some((check) => check.includes(sentence)),
  );
  const good = checks.filter((check) => check.startsWith(`${setup.states.ok}: `));
  const nobody = advice.some(([name]) => name === 'no_face');
  // Of a face that is not there, nothing else is known.
  if (!nobody && good.length + advice.length < checks.length) return 'not known';
  return advice.length === 0 ? 'nothing' : advice.map(([name]) => name).join(', ');
}
