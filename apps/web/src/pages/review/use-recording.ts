import { useEffect, useState } from 'react';
import { useServices } from '../../app/services.js';
import type { SessionHead } from '../../storage/records.js';

/** An address under which the kept recording plays; null when there is none. */
export function useRecording({ id, hasRecording }: SessionHead): string | null {
  const { store } = useServices();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!hasRecording) return;
    let left = false;
    let made: string | undefined;
    store
      .recording(id)
      .then((recording) => {
        if (left || recording === null) return;
        made = URL.createObjectURL(recording);
        setAddress(made);
      })
      // Without its recording the report is still whole.
      .catch(() => undefined);
    return () => {
      left = true;
      setAddress(null);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [store, id, hasRecording]);
  return address;
}
