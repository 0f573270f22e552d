import { SourceElement } from '../../../src/components/base/source-element.js';
import { StatsElement } from '../../../src/components/base/stats-element.js';

/** All elements below a node in the order of the page, through shadow roots. */
export function deep(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot === null ? [element] : [element, ...deep(element.shadowRoot)],
  );
}

/** Those of our tags that bring or show data. */
export function sourcesIn(root: ParentNode): readonly SourceElement[] {
  return deep(root).filter((element): element is SourceElement => element instanceof SourceElement);
}

/** Those that draw an answer. */
export function widgetsIn(root: ParentNode): readonly StatsElement[] {
  return deep(root).filter((element): element is StatsElement => element instanceof StatsElement);
}

/** The element that has the focus, through shadow roots; undefined where that is the page as a whole. */
export function focused(): Element | undefined {
  let at = document.activeElement;
  for (let inner = at; inner !== null; inner = at?.shadowRoot?.activeElement ?? null) at = inner;
  return at === null || at === document.body ? undefined : at;
}
