import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useText } from '../../text/text.js';
import { findLength } from './find-length.js';

/** How much of what came before a moment is played, in seconds. */
const LEAD_SECONDS = 2;

/** What the moments do with the recording. */
export interface RecordingPlayer {
  /** Plays from a little before a time in seconds, and brings the picture into view. */
  readonly playFrom: (time: number) => void;
}

/** The kept recording, mirrored as the person saw it. */
export function Recording({
  ref,
  address,
}: {
  readonly ref: Ref<RecordingPlayer>;
  readonly address: string;
}) {
  const { review } = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [broken, setBroken] = useState(false);
  const ready = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (video.current !== null) ready.current = findLength(video.current);
  }, []);
  useImperativeHandle(ref, () => ({
    playFrom: (time) => {
      const element = video.current;
      if (element === null) return;
      element.scrollIntoView({ block: 'nearest' });
      void ready.current.then(() => {
        element.currentTime = Math.max(0, time - LEAD_SECONDS);
        // Refused where the browser wants a click on the video itself.
        element.play().catch(() => undefined);
      });
    },
  }));
  return (
    <section className="section recording" aria-labelledby="recording">
      <h2 id="recording">{review.recording}</h2>
      {broken ? (
        <p className="muted">{review.recordingMissing}</p>
      ) : (
        <video
          ref={video}
          className="recording__video"
          src={address}
          controls
          playsInline
          muted
          onError={() => setBroken(true)}
        />
      )}
    </section>
  );
}
