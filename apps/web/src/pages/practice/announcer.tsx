import type { PracticeSnapshot } from '../../practice/snapshot.js';
import { useText } from '../../text/text.js';
import { announcement } from './announcement.js';
import { useLasting } from './use-lasting.js';

/** A face that is gone for less than this is a glance to the side. */
const MISSING_MILLISECONDS = 4000;

/** Tells a screen reader what changed: each question once, pauses, and a face that stays away. */
export function Announcer({ snapshot }: { readonly snapshot: PracticeSnapshot }) {
  const { practice } = useText();
  const missing = useLasting(
    snapshot.phase === 'asking' && snapshot.face === 'missing',
    MISSING_MILLISECONDS,
  );
  return (
    <>
      <p className="visually-hidden" role="status">
        {announcement(snapshot, practice)}
      </p>
      <p className="visually-hidden" role="status">
        {missing ? practice.announce.faceMissing : ''}
      </p>
    </>
  );
}
