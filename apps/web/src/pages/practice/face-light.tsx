import type { FaceSight } from '../../practice/snapshot.js';
import { useText } from '../../text/text.js';

/** Whether a face is seen: a light, and always the words beside it. */
export function FaceLight({ face }: { readonly face: FaceSight }) {
  const { practice } = useText();
  return (
    <p className={`face-light${face === 'found' ? ' face-light--found' : ''}`}>
      <span className="face-light__dot" aria-hidden="true" />
      {practice.face[face]}
    </p>
  );
}
