import 'axe-core/axe.min.js';

declare global {
  interface Window {
    readonly axe: {
      run(
        root: Element,
        options: object,
      ): Promise<{
        readonly violations: readonly {
          readonly id: string;
          readonly help: string;
          readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
        }[];
      }>;
    };
  }
}

/** `target-size` (24 px, or as much room) is of WCAG 2.2 AA and off unless it is asked for. */
const ALL = { rules: { 'target-size': { enabled: true } } };

const LOOKS = {
  all: ALL,
  /** What other colours can make wrong. */
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  /** Where only the layout has changed since all was looked at. */
  layout: { rules: { ...ALL.rules, 'color-contrast': { enabled: false } } },
};

/** What axe finds wrong, one line each: the rule, and where. */
export async function violationsOf(root: Element, look: keyof typeof LOOKS = 'all'): Promise<readonly string[]> {
  const { violations } = await window.axe.run(root, { resultTypes: ['violations'], ...LOOKS[look] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat(3).join(' › ')} (${failureSummary?.replace(/\s+/g, ' ') ?? ''})`),
  );
}
