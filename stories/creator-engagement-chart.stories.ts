import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-engagement-chart.js';
import { creatorStats, withoutTime } from './support/creator-data.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'creator-engagement-chart';

const meta: Meta = {
  title: 'Creator/Engagement chart',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  argTypes: {
    heading: { control: 'text' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    'without-menu': { control: 'boolean' },
    exploration: { control: 'text' },
  },
  args: { provider: 'creator-engagement-stats' },
};
export default meta;

type Story = StoryObj;

export const TwelveExplorations: Story = { args: { data: creatorStats(12) } };
export const OneExploration: Story = { args: { data: creatorStats(1) } };
export const TwoHundredExplorations: Story = { args: { data: creatorStats(200) } };
export const NoTimeRecorded: Story = { args: { data: withoutTime(8) } };
export const NoExplorationYet: Story = { args: { data: creatorStats(0) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
export const WrongData: Story = { args: { data: { explorations: [{ id: 'exp1', title: 'Fractions', completion_rate: '85%' }] } } };
export const NothingNamed: Story = { args: {} };
export const RightToLeft: Story = { args: { data: creatorStats(8), lang: 'ar', dir: 'rtl' } };
