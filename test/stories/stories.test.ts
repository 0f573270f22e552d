import { expect } from '@open-wc/testing';
import { runStory } from './run-story.js';
import type { StoryModule } from './run-story.js';

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await Promise.all(files.map(async (file) => ({ file, module: (await import(`/${file}`)) as StoryModule })));

describe('the stories', () => {
  for (const { module } of modules) {
    describe(module.default.title, () => {
      for (const name of Object.keys(module).filter((key) => key !== 'default')) {
        it(`${name} is drawn and accessible`, async () => {
          const element = await runStory(module, name);
          await expect(element).to.be.accessible();
        });
      }
    });
  }
});
