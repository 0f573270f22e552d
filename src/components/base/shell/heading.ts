import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** What a heading is known by: within its root, and to styles of the page. */
interface HeadingNames {
  readonly id?: string;
  readonly part?: string;
}

/** A heading of that level; what is no level from 1 to 6 is the nearest, or 3. */
export function renderHeading(level: number | null | undefined, content: unknown, { id, part }: HeadingNames = {}): TemplateResult {
  const [i, p] = [id ?? nothing, part ?? nothing];
  switch (Math.min(6, Math.max(1, Math.round(level ?? 3) || 3))) {
    case 1:
      return html`<h1 class="heading" id=${i} part=${p}>${content}</h1>`;
    case 2:
      return html`<h2 class="heading" id=${i} part=${p}>${content}</h2>`;
    case 4:
      return html`<h4 class="heading" id=${i} part=${p}>${content}</h4>`;
    case 5:
      return html`<h5 class="heading" id=${i} part=${p}>${content}</h5>`;
    case 6:
      return html`<h6 class="heading" id=${i} part=${p}>${content}</h6>`;
    default:
      return html`<h3 class="heading" id=${i} part=${p}>${content}</h3>`;
  }
}
