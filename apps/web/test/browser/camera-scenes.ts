/** Seconds of each scene: the check looks back 0.7 s, and says what it sees in the next reading. */
const SCENE_SECONDS = 3;

/** Seconds of the recording from the start of one scene to that of the next. */
const STEP_SECONDS = 6;

/** A wall, in the colours of ffmpeg. */
const WALL = '0x808080';

/** Whether a pixel lies on the face or the hair around it. */
const ON_FACE = 'lt(hypot((X-320)/115,(Y-230)/170),1)';
/** The same where colours have half the pixels. */
const ON_FACE_COLOUR = 'lt(hypot((X-160)/57,(Y-115)/85),1)';

/** Pictures that a person should do something about, one after the other, each as an ffmpeg filter. */
const SCENES = {
  good: 'null',
  dark: 'lutyuv=y=val*0.25',
  small: `scale=192:144,pad=640:480:224:168:${WALL}`,
  aside: `pad=820:480:180:0:${WALL},crop=640:480:0:0`,
  nobody: 'drawbox=color=0x6688cc:t=fill',
  backlit:
    `geq=lum='if(${ON_FACE},lum(X,Y)*0.33,225)'` +
    `:cb='if(${ON_FACE_COLOUR},cb(X,Y),128)':cr='if(${ON_FACE_COLOUR},cr(X,Y),128)'`,
} as const;

/** The name of a scene. */
export type Scene = keyof typeof SCENES;

const NAMES = Object.keys(SCENES);

/** How long all scenes take. */
export const SCENES_SECONDS = SCENE_SECONDS * NAMES.length;

/** The filter that plays all scenes one after the other. */
export const SCENES_FILTER = [
  `split=${NAMES.length}${NAMES.map((name) => `[${name}_in]`).join('')}`,
  ...Object.entries(SCENES).map(
    ([name, filter], i) =>
      `[${name}_in]trim=${i * STEP_SECONDS}:${i * STEP_SECONDS + SCENE_SECONDS},` +
      `setpts=PTS-STARTPTS,${filter},format=yuv420p,setsar=1[${name}]`,
  ),
  `${NAMES.map((name) => `[${name}]`).join('')}concat=n=${NAMES.length}`,
].join(';');
