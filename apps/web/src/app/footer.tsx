import { LANGUAGES, THEME_CHOICES } from '../settings/settings.js';
import { useSettings } from '../settings/use-settings.js';
import { TEXTS, useText } from '../text/text.js';

/** The limits, which stand on every page, and the choices that hold for the page as a whole. */
export function Footer() {
  const { footer } = useText();
  const { settings, update } = useSettings();
  return (
    <footer className="footer">
      <div className="page footer__row">
        <p className="footer__limits">{footer.limits}</p>
        <div className="footer__choices">
          <label>
            {footer.language}
            <select
              className="select"
              value={settings.language}
              onChange={({ target }) =>
                update({
                  language: LANGUAGES.find((it) => it === target.value) ?? settings.language,
                })
              }
            >
              {LANGUAGES.map((language) => (
                <option key={language} value={language} lang={language}>
                  {TEXTS[language].name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {footer.theme}
            <select
              className="select"
              value={settings.theme}
              onChange={({ target }) =>
                update({
                  theme: THEME_CHOICES.find((it) => it === target.value) ?? settings.theme,
                })
              }
            >
              {THEME_CHOICES.map((theme) => (
                <option key={theme} value={theme}>
                  {footer.themes[theme]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
    </footer>
  );
}
