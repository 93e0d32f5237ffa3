import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { PracticePlan } from '../practice/snapshot.js';

/** What holds for this visit only, and is never stored: consent is asked at each one. */
export interface Visit {
  readonly consented: boolean;
  readonly agree: () => void;
  /** What is to be practised, as the setup page left it; null before. */
  readonly plan: PracticePlan | null;
  readonly setPlan: (plan: PracticePlan) => void;
}

const VisitContext = createContext<Visit | null>(null);

/** Keeps the visit as long as the page is open. */
export function VisitProvider({ children }: { readonly children: ReactNode }) {
  const [consented, setConsented] = useState(false);
  const [plan, setPlan] = useState<PracticePlan | null>(null);
  const visit = useMemo(
    () => ({ consented, agree: () => setConsented(true), plan, setPlan }),
    [consented, plan],
  );
  return <VisitContext value={visit}>{children}</VisitContext>;
}

/** The visit. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (visit === null) throw new Error('useVisit needs a VisitProvider above it.');
  return visit;
}
