import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { FIRST_CHOICES, type SetupChoices } from '../pages/setup/choices.js';
import type { PracticePlan } from '../practice/snapshot.js';

/** What holds for this visit only, and is never stored: consent is asked at each one. */
export interface Visit {
  readonly consented: boolean;
  readonly agree: () => void;
  /** What is to be practised, as the setup page left it; null before. */
  readonly plan: PracticePlan | null;
  readonly setPlan: (plan: PracticePlan | null) => void;
  /** What stands on the setup page, for when the person comes back to it. */
  readonly choices: SetupChoices;
  readonly setChoices: (choices: SetupChoices) => void;
  /** Done when what a practice that was left had to store is stored. */
  readonly settled: Promise<unknown>;
  /** Says that a practice that was left still stores something. */
  readonly settle: (work: Promise<unknown>) => void;
  /** Whether the page was reached from another page of this visit. */
  readonly moved: boolean;
}

const VisitContext = createContext<Visit | null>(null);

/** Keeps the visit as long as the page is open. */
export function VisitProvider({ children }: { readonly children: ReactNode }) {
  const [consented, setConsented] = useState(false);
  const [plan, setPlan] = useState<PracticePlan | null>(null);
  const [choices, setChoices] = useState<SetupChoices>(FIRST_CHOICES);
  const [settled, settle] = useState<Promise<unknown>>(() => Promise.resolve());
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    const move = (): void => setMoved(true);
    window.addEventListener('hashchange', move, { once: true });
    return () => window.removeEventListener('hashchange', move);
  }, []);
  const visit = useMemo(
    (): Visit => ({
      consented,
      agree: () => setConsented(true),
      plan,
      setPlan,
      choices,
      setChoices,
      settled,
      settle,
      moved,
    }),
    [consented, plan, choices, settled, moved],
  );
  return <VisitContext value={visit}>{children}</VisitContext>;
}

/** The visit. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (visit === null) throw new Error('useVisit needs a VisitProvider above it.');
  return visit;
}
