import { msg } from '../../localize/msg.js';
import { css, html, LitElement, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { definitionsMissing } from '../../localize/definitions-missing.js';
import type { DictionaryEntry } from '../../metrics/types.js';
import { interactions, needInteractions } from '../base/menu/interactions.js';
import { LocaleController } from '../base/text/locale.js';
import { renderHeading } from '../base/shell/heading.js';
import { restyle, rootElsewhere } from '../base/shell/restyle.js';
import { shellStyles } from '../base/shell/shell-styles.js';
import { text, tokens } from '../base/tokens.js';
import { withLeading } from '../base/text/with-leading.js';

const DOCUMENTATION = 'https://docs.openedx.org/projects/openedx-aspects/en/latest/';
const FIELDS: readonly string[] = ['enrollments', 'learners', 'courses', 'blocks'];

/**
 * What each number of the At-Risk dashboard means, from the same definitions that compute it, and how filters work.
 *
 * @summary Meaning of the numbers, and how filters work.
 * @element at-risk-help
 * @useFor Beside any at-risk tags, so that each number can be looked up where it is read.
 * @notFor As a manual of your site; put your own links into its slot.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot links - Instead of the link to the documentation: where your own readers find help.
 * @csspart base - The card.
 * @csspart entry - One number and what it means.
 */
export class AtRiskHelp extends LitElement {
  static override styles: CSSResultGroup = [
    tokens,
    shellStyles,
    css`
      section {
        gap: var(--_space-4);
      }
      .heading {
        align-self: start;
      }
      .part {
        display: grid;
        gap: var(--_space-1);
        max-inline-size: 60rem;
      }
      ul {
        display: grid;
        gap: var(--_space-1);
        margin: 0;
        padding-inline-start: var(--_space-4);
      }
      summary {
        min-block-size: var(--_target);
        align-content: center;
        cursor: pointer;
        ${text('title')}
      }
      .entries {
        display: grid;
        gap: var(--_space-3);
        margin: 0;
        padding-block: var(--_space-2) var(--_space-3);
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
      dd + dd {
        color: var(--_muted);
      }
      a {
        color: var(--_accent);
      }
      @container (inline-size < 30rem) {
        summary {
          min-block-size: var(--_touch);
        }
      }
    `,
  ];

  /** Title; its own if left out. */
  @property() heading?: string | null | undefined;

  /** Level of the title in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: number | null | undefined = 3;

  /** Address of your own documentation; http or https. */
  @property({ attribute: 'help-url' }) helpUrl: string | null | undefined = DOCUMENTATION;

  /** Whether the definitions are there; undefined while they are being loaded. */
  @state() protected defined?: boolean;

  @state() private hasLinks = false;

  protected readonly localized = new LocaleController(this);

  /** @internal */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return rootElsewhere(this) ?? super.createRenderRoot();
  }

  /** Draws outside of zone.js, as widgets do. */
  protected override performUpdate(): void {
    this.localized.draw(() => super.performUpdate());
  }

  protected override firstUpdated(): void {
    void needInteractions()
      .then(async (part) => part?.loadDefinitions() ?? false)
      .then((defined) => (this.defined = defined));
  }

  protected override render(): TemplateResult {
    const title = this.heading ?? msg('Help', { id: 'at-risk-help.title' });
    const entries = interactions()?.localEntries() ?? [];
    const below = (this.headingLevel ?? 3) + 1;
    return html` <section
      part="base"
      class=${withLeading('base', this.localized.language)}
      lang=${this.localized.language}
      aria-labelledby="heading"
    >
      ${renderHeading(this.headingLevel, html`<slot name="heading">${title}</slot>`, { id: 'heading' })}
      <div class="part">
        <p>
          ${msg('The list names learners who are enrolled, have not passed, and were not seen for a number of days. It is a signal, not a verdict: who reads offline, or opens a page and closes the tab, leaves no trace.', { id: 'at-risk-help.signal' })}
        </p>
      </div>
      ${renderFilters(below)}
      <div class="part">
        ${renderHeading(below, msg('What the numbers mean', { id: 'at-risk-help.numbers' }))}
        ${this.defined === false ? html`<p>${definitionsMissing()}</p>` : nothing}
        ${renderEntries(
          msg('Measures', { id: 'at-risk-help.measures' }),
          entries.filter(({ id }) => id.startsWith('at-risk.')),
        )}
        ${renderEntries(
          msg('Columns of learners and courses', { id: 'at-risk-help.columns' }),
          entries.filter(({ id }) => FIELDS.includes(id.split('.')[0] ?? '')),
        )}
      </div>
      <p>${this.hasLinks ? nothing : this.#renderLink()}<slot name="links" @slotchange=${this.#onLinks}></slot></p>
    </section>`;
  }

  /** An element around this one hands its own slot on, which may be empty. */
  #onLinks = (event: Event): void => {
    this.hasLinks = (event.target as HTMLSlotElement).assignedElements({ flatten: true }).length > 0;
  };

  #renderLink(): TemplateResult | typeof nothing {
    const url = this.helpUrl ?? DOCUMENTATION;
    if (!/^https?:/i.test(url)) return nothing;
    const name =
      url === DOCUMENTATION
        ? msg('Documentation of Open edX Aspects', { id: 'at-risk-help.documentation' })
        : msg('Documentation', { id: 'at-risk-help.documentation-own' });
    return html`<a href=${url} target="_blank" rel="noopener">${name}</a>`;
  }
}

function renderFilters(level: number): TemplateResult {
  return html` <div class="part">
    ${renderHeading(level, msg('How filters work', { id: 'at-risk-help.filters' }))}
    <ul>
      <li>
        <bdi
          >${msg('Click a bar or a row, or press Enter on it, and everything else shows only what belongs to it. Again, and it is let go. Ctrl or ⌘ adds another one; in tables Shift takes all between. Escape clears what a chart or a table has chosen.', { id: 'at-risk-help.click' })}</bdi
        >
      </li>
      <li><bdi>${msg('A learner chosen in the overview filters every tab.', { id: 'at-risk-help.learner' })}</bdi></li>
      <li>
        <bdi
          >${msg('What is set stands under the filter bar, with a button to clear it. Each chart and table says by a badge how many filters apply to it, and in a line which ones cannot.', { id: 'at-risk-help.chips' })}</bdi
        >
      </li>
      <li>
        <bdi
          >${msg('Numbers “of the whole course” are about everybody who answered, and only follow filters on organisation, course and run.', { id: 'at-risk-help.course' })}</bdi
        >
      </li>
      <li>
        <bdi>${msg('The number of days, and breaks, change who is on the list, everywhere at once.', { id: 'at-risk-help.rules' })}</bdi>
      </li>
    </ul>
  </div>`;
}

function renderEntries(label: string, entries: readonly DictionaryEntry[]): TemplateResult {
  return html` <details>
    <summary>${label}</summary>
    <dl class="entries">
      ${entries.map(
        (entry) =>
          html` <div part="entry">
            <dt><bdi>${entry.label}</bdi></dt>
            <dd><bdi>${entry.definition}</bdi></dd>
            <dd><bdi>${entry.formula}</bdi></dd>
            ${entry.edgeCases.map((text) => html`<dd><bdi>${text}</bdi></dd>`)}
          </div>`,
      )}
    </dl>
  </details>`;
}
