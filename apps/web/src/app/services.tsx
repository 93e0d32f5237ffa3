import { createContext, type ReactNode, useContext } from 'react';
import type { Engine } from '../engine/engine.js';
import type { ImportClient } from '../importing/import-client.js';
import type { ReportClient } from '../reporting/report-client.js';
import type { SessionStore } from '../storage/session-store.js';

/** What the pages work with; each is made once. */
export interface Services {
  readonly engine: Engine;
  readonly store: SessionStore;
  /** Whether sessions are still there after the page is closed. */
  readonly persistent: boolean;
  readonly reports: ReportClient;
  readonly imports: ImportClient;
}

const ServicesContext = createContext<Services | null>(null);

/** Gives the services to the pages. */
export function ServicesProvider({
  services,
  children,
}: {
  readonly services: Services;
  readonly children: ReactNode;
}) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

/** The services. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices needs a ServicesProvider above it.');
  return services;
}
