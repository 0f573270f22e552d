import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-table.js';
import { course, STORY_NOW } from './support/at-risk-data.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'at-risk-table';

const meta: Meta = {
  title: 'At risk/Learner table',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  argTypes: {
    heading: { control: 'text' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    'without-menu': { control: 'boolean' },
    rules: { control: 'text' },
    timezone: { control: 'text' },
  },
  args: { provider: 'tables', now: STORY_NOW },
};
export default meta;

type Story = StoryObj;

export const TwelveLearners: Story = { args: { data: course(18) } };
export const FiveThousandLearners: Story = { args: { data: course(7500) } };
export const NamesNotSupplied: Story = { args: { data: course(18, { names: false }) } };
export const NobodyAtRisk: Story = { args: { data: course(1) } };
export const NobodyEnrolled: Story = { args: { data: course(0) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
export const RightToLeft: Story = { args: { data: course(18), lang: 'ar', dir: 'rtl' } };
