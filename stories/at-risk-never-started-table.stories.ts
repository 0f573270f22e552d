import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-never-started-table.js';
import { course, STORY_NOW, withNeverStarted } from './support/at-risk-data.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'at-risk-never-started-table';

const meta: Meta = {
  title: 'At risk/Never started',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  argTypes: {
    heading: { control: 'text' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    'without-menu': { control: 'boolean' },
  },
  args: { provider: 'tables', now: STORY_NOW },
};
export default meta;

type Story = StoryObj;

export const SixtyLearners: Story = { args: { data: withNeverStarted(60) } };
export const EverybodyStarted: Story = { args: { data: course(18) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
export const RightToLeft: Story = { args: { data: withNeverStarted(60), lang: 'ar', dir: 'rtl' } };
