import { locale } from 'learner-elements/dist/locales/es.js';

/** What an i18n service has of ngx-translate: no language before one is chosen. `instant` would take texts of the default language, too. */
export interface Translations {
  readonly currentLang: string | undefined;
  readonly translations: { readonly [language: string]: { readonly [key: string]: unknown } | undefined };
}

/** `creator-trend-chart.title` is `I18N_STATS_CREATOR_TREND_CHART_TITLE` in the site's own files. */
function keyOf(id: string): string {
  return `I18N_STATS_${id.replace(/[^a-zA-Z0-9]+/g, '_').toUpperCase()}`;
}

/** Hands the site's own texts over to the widgets, each time the language changes; what has no key yet stays as the widgets have it. */
export function handTextsOver(translations: Translations): void {
  const language = translations.currentLang;
  if (!language) return;
  const texts: Record<string, string | { one: string; other: string }> = {};
  for (const id of Object.keys(locale.texts)) {
    const text = own(id);
    const other = own(`${id}.other`);
    if (text !== undefined) texts[id] = text;
    else if (other !== undefined) texts[id] = { one: own(`${id}.one`) || other, other };
  }
  window.LearnerElements.configure({ strings: { [language]: texts } });

  function own(id: string): string | undefined {
    const text = (translations.translations[language as string] || {})[keyOf(id)];
    return typeof text === 'string' ? text : undefined;
  }
}
