import { expect } from '@open-wc/testing';
import { NAMES } from '../../stories/support/state-names.js';
import type { StatesOf } from '../../stories/support/state-names.js';
import { storyModules } from './run-story.js';

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await storyModules(files);

/** Tags that show no data of their own. */
const WITHOUT_DATA = ['at-risk-help', 'stats-dataset', 'stats-filter-bar'];

/** Of which tags there is a state at all, where it is not of all: a list of people alone can be good news by being empty. */
const ONLY_OF: Partial<Record<keyof StatesOf, RegExp>> = {
  // What is read in one piece has no first part.
  soFar: /^(?!creator-(demographics|feedback|rating|trend)-)/,
  // These draw what a host says of learners who are there, of cards, or of weeks that have gone by.
  empty: /^(?!creator-(demographics|dropoff|trend)-chart)/,
  nobody: /^at-risk-(?!approval)/,
  // What every host records, and wholes, of which parts are not recorded.
  unknown:
    /^at-risk-(interactions|page|problem|section|subsection|video|visits)|^creator-(attempts|demographics|dropoff|engagement|feedback|rating|summary|trend)/,
  hidden: /^creator-demographics-chart$/,
  names: /^at-risk-(dashboard|table|never-started-table)$/,
};

describe('the stories of a tag show every state that it has', () => {
  for (const { default: meta } of modules.filter(({ default: { component } }) => !WITHOUT_DATA.includes(component))) {
    it(meta.component, () => {
      const states = Object.keys(meta.parameters?.['states'] ?? {}).filter((key) => key !== 'data');
      const expected = Object.keys(NAMES).filter((state) => ONLY_OF[state as keyof StatesOf]?.test(meta.component) ?? true);
      expect(states.sort()).to.deep.equal(expected.sort());
    });
  }
});
