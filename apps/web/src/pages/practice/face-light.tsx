import { useText } from '../../text/text.js';

/** Whether a face is seen: a light, and always the words beside it. */
export function FaceLight({ found }: { readonly found: boolean }) {
  const { practice } = useText();
  return (
    <p className={`face-light${found ? ' face-light--found' : ''}`}>
      <span className="face-light__dot" aria-hidden="true" />
      {found ? practice.faceFound : practice.faceMissing}
    </p>
  );
}
