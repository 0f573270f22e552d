/** The class of a tag: at-risk-grade-chart becomes AtRiskGradeChart. */
function classOf(tag) {
  return tag.split('-').map(capital).join('');
}

/** What a reader calls a tag: at-risk-grade-chart becomes "Grade chart". */
function nameOf(tag, family) {
  return capital(tag.slice(family.length + 1).replaceAll('-', ' '));
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A widget that is a view and a drawing. */
function componentOf(tag, family, kind) {
  const name = nameOf(tag, family);
  const view = `${family}.${tag.slice(family.length + 1).replace(/-(chart|table)$/, '')}`;
  const entity = family === 'creator' ? 'exploration' : 'actor_id';
  const drawing = {
    chart: `  protected override get encoding(): BarEncoding {
    return { category: '${entity}', value: 'learners', unit: 'learners' };
  }`,
    table: `  protected override readonly rowKey = '${entity}';
  protected override readonly columns = ['${entity}', 'learners'].map((column) => ({ column }));`,
  }[kind];
  const base = {
    chart: `import { StatsBarChart } from '../charts/bars/bar-chart.js';\nimport type { BarEncoding } from '../charts/bars/bar-data.js';`,
    table: `import { StatsTable } from '../table/table.js';`,
  }[kind];
  return `import { msg } from '../../localize/msg.js';
import type { WidgetState } from '../base/states/widget-state.js';
${base}

/**
 * What it shows, of whom, and what choosing a part of it does.
 *
 * @summary ${name}.
 * @element ${tag}
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where there is nothing yet.
 * @fires {FilterEvent} stats-filter - The reader chose a part, or let it go.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 */
export class ${classOf(tag)} extends ${{ chart: 'StatsBarChart', table: 'StatsTable' }[kind]} {
  protected override readonly view = '${view}';
${kind === 'chart' ? '\n' : ''}${drawing}

  protected override titleText(): string {
    return msg('${name}', { id: '${tag}.title' });
  }

  protected override emptyState(): WidgetState {
    return { kind: 'empty', sentence: msg('No data yet.', { id: '${tag}.empty' }) };
  }
}
`;
}

/** The definition of a tag and its type. */
function definitionOf(tag, family) {
  return `import { ${classOf(tag)} } from '../components/${family}/${tag}.js';
import { define } from './define.js';

define('${tag}', ${classOf(tag)});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${classOf(tag)};
  }
}
`;
}

/** Stories of a tag; every state of it becomes one. */
function storyOf(tag, family) {
  return `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/${tag}.js';
import { show } from './support/show.js';

const TAG = '${tag}';

const meta: Meta = {
  title: '${capital(family.replaceAll('-', ' '))}/${nameOf(tag, family)}',
  component: TAG,
  render: (args) => show(TAG, args),
};
export default meta;

type Story = StoryObj;

export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
`;
}

/** The first test of a tag. */
function testOf(tag) {
  return `import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/${tag}.js';

describe('<${tag}>', () => {
  it('is accessible where no data are named', async () => {
    const element = await fixture(html\`<${tag}></${tag}>\`);
    await expect(element).to.be.accessible();
  });
});
`;
}

/** The page about a tag, beside what is made of its doc comment. */
function docsOf(tag, family) {
  return `import { Meta } from '@storybook/addon-docs/blocks';
import * as Stories from './${tag}.stories.ts';

<Meta of={Stories} name="When to use it" />

# ${nameOf(tag, family)}

\`<${tag}>\` answers: which question of a reader, in one sentence.

## When to use it

-

## When not

-

## What it needs

Which tables and columns, from which provider, and what it says where they are not recorded.
`;
}

/** All files of a new tag, by their paths. */
export function filesOfTag(tag, family, kind) {
  return {
    [`src/components/${family}/${tag}.ts`]: componentOf(tag, family, kind),
    [`src/define/${tag}.ts`]: definitionOf(tag, family),
    [`stories/${tag}.stories.ts`]: storyOf(tag, family),
    [`stories/${tag}.mdx`]: docsOf(tag, family),
    [`test/components/${family}/${tag}.test.ts`]: testOf(tag),
  };
}
