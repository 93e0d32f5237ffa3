import { useText } from '../../text/text.js';
import { RadioChoices } from '../../ui/radio-choices.js';
import type { People } from './people.js';

/** The faces over the mirrored preview, each with its number. */
export function FaceOutlines({
  people: { width, height, faces },
  chosen,
}: {
  readonly people: People;
  readonly chosen: number | null;
}) {
  return (
    <svg
      className="outlines"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {faces.map(({ id, box: [x, y, w, h] }, i) => {
        // The preview is mirrored, and the numbers must not be.
        const left = width - x - w;
        return (
          <g key={id} className={id === chosen ? 'outline outline--chosen' : 'outline'}>
            <rect x={left} y={y} width={w} height={h} rx={w / 10} />
            <text x={left + w / 2} y={y - h / 12} fontSize={h / 3}>
              {i + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Which of the faces is the candidate's. */
export function FaceChoice({
  people: { faces },
  chosen,
  onChoose,
}: {
  readonly people: People;
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}) {
  const { setup } = useText();
  if (faces.length === 0) return <p className="muted small">{setup.noFaceYet}</p>;
  return (
    <>
      <RadioChoices
        legend={setup.whichFace}
        value={chosen === null ? '' : String(chosen)}
        options={faces.map(({ id }, i) => ({ value: String(id), label: setup.faceNumber(i + 1) }))}
        onChange={(id) => onChoose(Number(id))}
      />
      {faces.length === 1 ? <p className="muted small">{setup.oneFace}</p> : null}
    </>
  );
}
