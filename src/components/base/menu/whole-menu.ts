import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../../../localize/msg.js';
import type { ExportedWhole } from './exporting.js';
import { interactions } from './interactions.js';
import type { LocaleController } from '../text/locale.js';
import { renderMenu } from './menu-button.js';
import { MenuController } from './menu.js';
import type { MenuItem } from './menu.js';
import type { SourceElement } from '../source-element.js';
import { StatsElement } from '../stats-element.js';

/** What holds parts: a report, a dashboard. */
export interface WholeHost {
  readonly element: SourceElement;
  readonly localized: LocaleController;
  readonly title: () => string;
  /** Brings all parts into the page; `leave` is called when they have been read. Those that stand there already bring nothing. */
  readonly enter?: () => Promise<{ readonly pages: ExportedWhole['pages']; readonly leave: () => void }>;
  /** The chapter that a part stands in. */
  readonly chapterOf?: (part: Element) => string | undefined;
}

/** The ⋮ menu of a whole: its data anew, its files, its link; and the line that says what came of them. */
export class WholeMenu {
  readonly #whole: WholeHost;
  readonly #menu: MenuController;
  #said = '';
  /** Files that are being made. */
  #making = 0;

  constructor(whole: WholeHost) {
    this.#whole = whole;
    this.#menu = new MenuController(whole.element, 'more');
  }

  render(): TemplateResult {
    return html`<div class="controls">
      ${this.#making > 0 ? html`<span class="detail">${msg('Preparing the file…', { id: 'export.preparing' })}</span>` : nothing}
      ${renderMenu(this.#menu, this.#whole.title(), () => this.#items())}
      <div class="visually-hidden" role="status">${this.#said}</div>
    </div>`;
  }

  #items(): readonly MenuItem[] {
    const { element, localized, title } = this.#whole;
    const part = interactions();
    if (part === undefined) return [];
    const dataset = element.pageDataset;
    const view = part.viewItems(element, dataset?.info?.generatedAt, localized.language);
    if (dataset?.info === undefined) return view;
    const exporting = {
      element,
      heading: title(),
      options: { locale: localized.language, timezone: dataset.info.timezone },
      direction: localized.direction,
      hasDrawing: false,
      say: (sentence: string) => {
        this.#making--;
        this.#say(sentence);
      },
    };
    return [
      ...view,
      ...part.wholeItems(exporting, async (make) => {
        this.#making++;
        this.#say(msg('Preparing the file…', { id: 'export.preparing' }));
        const { pages = [], leave } = (await this.#whole.enter?.()) ?? {};
        try {
          const clauses = dataset.clauses.all;
          return await make({ clauses, parts: await this.#parts(), pages });
        } finally {
          leave?.();
        }
      }),
      { label: msg('Copy link', { id: 'menu.link' }), act: () => void part.copyLink(element).then(this.#say) },
    ];
  }

  async #parts(): Promise<ExportedWhole['parts']> {
    const { element, chapterOf } = this.#whole;
    const found = [...element.renderRoot.querySelectorAll('*')].filter((part): part is StatsElement => part instanceof StatsElement);
    await Promise.all(found.map(async (part) => part.settled()));
    return found.map((widget) => {
      const chapter = chapterOf?.(widget);
      return chapter === undefined ? { widget } : { widget, chapter };
    });
  }

  #say = (sentence: string): void => {
    this.#said = sentence;
    this.#whole.element.requestUpdate();
  };
}
