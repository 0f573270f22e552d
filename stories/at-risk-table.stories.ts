import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-table.js';
import { course, STORY_NOW } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, refreshFailed, serverError, signedOut, stale } from './support/states.js';

const TAG = 'at-risk-table';

const meta: Meta = {
  title: 'At risk/Learner table',
  component: TAG,
  render: (args) => show(TAG, args),
  argTypes: {
    heading: { control: 'text' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    'without-menu': { control: 'boolean' },
    rules: { control: 'text' },
    timezone: { control: 'text' },
  },
  args: { provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: course },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve learners',
  args: { data: course(18) },
};
export const FiveThousandLearners: Story = { args: { data: course(7500) } };
export const NamesNotSupplied: Story = { args: { data: course(18, { names: false }) } };
export const NobodyAtRisk: Story = { args: { data: course(1) } };
export const NobodyEnrolled: Story = { args: { data: course(0) } };
export const RightToLeft: Story = { args: { data: course(18), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: course(18) }, 'track');
export const Stale: Story = stale(course(18));
export const RefreshFailed: Story = refreshFailed(course(18));
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
