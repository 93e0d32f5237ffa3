import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { type Services, ServicesProvider } from './app/services.js';
import { VisitProvider } from './app/visit.js';
import { Engine } from './engine/engine.js';
import { ImportClient } from './importing/import-client.js';
import { ReportClient } from './reporting/report-client.js';
import { localStorageOrNull, SettingsStore } from './settings/settings-store.js';
import { SettingsProvider } from './settings/use-settings.js';
import { openSessionStore } from './storage/open-store.js';
import { TextProvider } from './text/text.js';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/print.css';

async function openServices(): Promise<Services> {
  const opened = await openSessionStore();
  return {
    engine: new Engine(),
    store: opened.store,
    persistent: opened.persistent,
    reports: new ReportClient(opened),
    imports: new ImportClient(),
  };
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

const settings = new SettingsStore(localStorageOrNull(), navigator.languages);
const services = await openServices();

createRoot(root).render(
  <StrictMode>
    <SettingsProvider store={settings}>
      <TextProvider>
        <ServicesProvider services={services}>
          <VisitProvider>
            <App />
          </VisitProvider>
        </ServicesProvider>
      </TextProvider>
    </SettingsProvider>
  </StrictMode>,
);
