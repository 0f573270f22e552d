import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import '../../../../src/define/creator-engagement-chart.js';
import '../../../../src/define/stats-dataset.js';
import '../../../../src/define/stats-filter-bar.js';
import type { SourceElement } from '../../../../src/components/base/source-element.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { configure } from '../../../../src/components/base/configure.js';
import { settingsOf } from '../../../../src/components/base/dataset/source.js';
import { completeSettings } from '../../../../src/data/settings.js';
import { speak, textOf as localText } from '../../../../src/localize/texts.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { json, stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { settled, textOf } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const { warn } = console;
let stub: FetchStub;
let warnings: string[];
const CIRCLE: unknown[] = [];
CIRCLE.push(CIRCLE);

beforeEach(() => {
  stub = stubFetch(() => json(creatorStats(3)));
  warnings = [];
  console.warn = (...said: unknown[]) => void warnings.push(said.map(String).join(' '));
});
afterEach(() => {
  stub.restore();
  console.warn = warn;
});

/** A widget with these properties set before it comes into the page, and the messages of its `stats-error` events. */
async function made(properties: Readonly<Record<string, unknown>>): Promise<{ element: StatsElement; errors: string[] }> {
  const element = document.createElement('creator-engagement-chart') as StatsElement;
  const errors: string[] = [];
  element.addEventListener('stats-error', ({ detail }) => errors.push(detail.message));
  Object.assign(element, { provider: 'creator-engagement-stats', src: `/stats-${Math.random()}.json`, ...properties });
  await fixture(element);
  await settled(element);
  return { element, errors };
}

describe('a value that a tag cannot read', () => {
  for (const [properties, message] of [
    [{ src: 'http://' }, 'src: expected a URL, got "http://"'],
    [{ events: '//' }, 'events: expected a URL, got "//"'],
    [{ now: 'yesterday' }, 'now: expected an ISO 8601 date and time, got "yesterday"'],
    [{ now: '03/05/2024' }, 'now: expected an ISO 8601 date and time, got "03/05/2024"'],
    [{ now: '2024-02-30' }, 'now: expected an ISO 8601 date and time, got "2024-02-30"'],
    [{ now: '1' }, 'now: expected an ISO 8601 date and time, got "1"'],
    [{ now: { a: 1 } }, 'now: expected an ISO 8601 date and time, got an object'],
    [{ now: new Date(NaN) }, 'now: expected an ISO 8601 date and time, got an object'],
    [{ rules: 'strict' }, 'rules: expected aspects-v8 or JSON of rule settings, got "strict"'],
    [{ idleCap: 'half an hour' }, 'idle-cap: expected minutes, or a time such as 90 s, above 0, got "half an hour"'],
    [{ idleCap: '0' }, 'idle-cap: expected minutes, or a time such as 90 s, above 0, got "0"'],
    [{ credentials: 'yes' }, 'credentials: expected same-origin, include or omit, got "yes"'],
    [{ maxAge: Number.NaN }, 'max-age: expected seconds, 0 or more, got NaN'],
    [{ maxAge: -1 }, 'max-age: expected seconds, 0 or more, got -1'],
    [{ request: { Authorization: 'secret' } }, 'request: expected a function, got an object'],
    [{ provider: 'opia' }, 'provider: expected one of oppia, creator-engagement-stats, xapi, tables, got "opia".'],
    [{ timezone: 3 }, 'timezone: expected an IANA name such as Europe/Paris, got 3'],
    [{ data: [] }, 'data: expected an object, got a list'],
    [{ audience: 'Roster' }, 'audience: expected roster or aggregate, got "Roster"'],
    [{ minGroup: 'ten' }, 'min-group: expected a whole number of at least 1, got "ten"'],
    [{ minGroup: '-1' }, 'min-group: expected a whole number of at least 1, got "-1"'],
    [{ minGroup: 0 }, 'min-group: expected a whole number of at least 1, got 0'],
    [{ minGroup: 2.5 }, 'min-group: expected a whole number of at least 1, got 2.5'],
    [{ minGroup: 12n }, 'min-group: expected a whole number of at least 1, got 12n'],
    [{ rules: { inactiveDays: 12n } }, 'rules.inactiveDays: expected a number from 0, got 12n'],
    [{ rules: { breaks: CIRCLE } }, 'rules.breaks: expected pairs of dates YYYY-MM-DD, got a list'],
    [{ minGroup: Number.NaN }, 'min-group: expected a whole number of at least 1, got NaN'],
  ] as const) {
    it(`is named once, by event, console and widget: ${message}`, async () => {
      const { element, errors } = await made(properties);
      expect(textOf(element)).to.contain(message);
      expect(errors).to.deep.equal([message]);
      expect(warnings.map((warning) => warning.replace(/^learner-elements: |\s\([a-z-]+\)$/g, ''))).to.deep.equal([message]);
    });
  }
});

describe('a value that a framework hands over', () => {
  it('of null or undefined is one that is left out', async () => {
    for (const nothing of [null, undefined]) {
      const names = 'provider timezone credentials maxAge idleCap rules now userKey tables events datasetId heading headingLevel audience';
      const all = Object.fromEntries([...names.split(' '), 'minGroup', 'exploration', 'data', 'request'].map((name) => [name, nothing]));
      const { element, errors } = await made({ ...all, provider: 'creator-engagement-stats' });
      expect(errors, String(nothing)).to.deep.equal([]);
      expect(element.pageDataset?.info?.timezone).to.equal('UTC');
      expect(textOf(element)).to.contain('Fractions');
    }
  });

  it('is the tag’s own where it is left out, and where it is taken away', () => {
    const tags = {
      'creator-engagement-chart': 'oppia',
      'at-risk-track-chart': 'xapi',
      'stats-filter-bar': 'xapi',
      'stats-dataset': 'oppia',
    };
    for (const [tag, provider] of Object.entries(tags)) {
      const element = document.createElement(tag) as SourceElement;
      element.src = '/statements.ndjson';
      const leftOut = element.source;
      expect(leftOut, tag).to.include({ provider, timezone: 'UTC', credentials: 'same-origin', idleCap: '30 min' });
      for (const nothing of [null, undefined]) {
        Object.assign(element, { provider: nothing, timezone: nothing, credentials: nothing, idleCap: nothing });
        expect(element.source, tag).to.deep.equal(leftOut);
      }
    }
  });

  it('as the longest gap is that of openDataset where both leave it out', () => {
    const element = document.createElement('stats-dataset');
    element.src = '/statements.ndjson';
    expect(settingsOf(element.source!).idleCapSeconds).to.equal(completeSettings({}, 0).idleCapSeconds);
  });

  it('may be a moment as a date or as a number', async () => {
    for (const now of [new Date('2024-06-01T00:00:00Z'), Date.UTC(2024, 5, 1)]) {
      const { element } = await made({ now });
      expect(element.pageDataset?.info?.now).to.equal(Date.UTC(2024, 5, 1));
    }
  });

  it('of null as data means that they are still to come', async () => {
    const element = document.createElement('creator-engagement-chart') as StatsElement;
    Object.assign(element, { provider: 'creator-engagement-stats', data: null });
    await fixture(element);
    const state = () => element.shadowRoot!.querySelector('.state')?.className;
    expect(state()).to.equal('state loading');
    element.timezone = 'Asia/Tokyo';
    await element.updateComplete;
    await element.refresh();
    await element.updateComplete;
    expect([state(), ...warnings]).to.deep.equal(['state loading']);
    element.data = creatorStats(3);
    await settled(element);
    expect(textOf(element)).to.contain('Fractions');
  });
});

describe('a widget that names the dataset of another element', () => {
  const show = (markup: string) => fixture<HTMLElement>(`<div>${markup}</div>`);

  it('says that there is none by that id, and shows it once there is', async () => {
    const around = await show('<creator-engagement-chart dataset="corse"></creator-engagement-chart>');
    const element = around.querySelector('creator-engagement-chart')!;
    await settled(element);
    expect(textOf(element)).to.contain('dataset: expected the id of an element with data, got "corse"');
    const dataset = document.createElement('stats-dataset');
    Object.assign(dataset, { id: 'corse', provider: 'creator-engagement-stats', src: `/stats-${Math.random()}.json` });
    around.append(dataset);
    await waitUntil(() => textOf(element).includes('Fractions'), 'the dataset is not shown');
  });

  it('waits for one that comes after it on the page', async () => {
    const around = await show(
      `<creator-engagement-chart dataset="later"></creator-engagement-chart>
       <stats-dataset id="later" provider="creator-engagement-stats" src="/stats-${Math.random()}.json"></stats-dataset>`,
    );
    const element = around.querySelector('creator-engagement-chart')!;
    await settled(element);
    expect(textOf(element)).to.contain('Fractions');
  });
});

describe('texts that a host hands over', () => {
  it('and that are no texts are refused, by language and id, and change nothing', () => {
    const given = (texts: unknown) => () => configure({ strings: { en: texts } as never });
    expect(given({ 'badge.all': 'All', 'badge.count': 5 })).to.throw(
      'strings.en["badge.count"]: expected a text, or one for each plural form, got 5',
    );
    expect(given({ 'badge.count': { one: 'x' } })).to.throw(
      'strings.en["badge.count"]: expected a text, or one for each plural form, got {"one":"x"}',
    );
  });

  it('are refused whole, so that none of them is taken', () => {
    const title = 'creator-exploration-table.title';
    const given = (strings: unknown) => () => configure({ strings: strings as never });
    expect(given({ tlh: { [title]: 'x' }, en_GB: { [title]: 'y' } })).to.throw(RangeError, 'en_GB');
    speak('tlh');
    expect(localText(title)).to.equal(undefined);
    speak('en');
  });
});

describe('settings of the page that cannot be read', () => {
  for (const [given, message] of [
    [{ strings: { pt_BR: {} } }, 'strings["pt_BR"]: expected a BCP 47 tag, such as pt-BR, got "pt_BR"'],
    [{ strings: { en: null } }, 'strings.en: expected texts by id, got null'],
    [{ strings: { en: 'Texts' } }, 'strings.en: expected texts by id, got "Texts"'],
    [{ strings: null }, 'strings: expected texts by language, got null'],
    [{ exportbase: '/cdn' }, 'configure: expected exportBase or strings, got "exportbase"'],
  ] as const)
    it(`are refused by path and value: ${message}`, () => {
      expect(() => configure(given as never)).to.throw(Error, message);
    });
});

describe('the folder of the scripts that a host names', () => {
  for (const wrong of [5, null, {}, 'https://[', ['a']])
    it(`is refused by name and value where it is ${JSON.stringify(wrong)}`, () => {
      expect(() => configure({ exportBase: wrong as never })).to.throw(
        TypeError,
        `exportBase: expected the address of a folder, got ${JSON.stringify(wrong)}`,
      );
    });

  it('is left as it is by undefined, or nothing at all', () => {
    for (const nothing of [{ exportBase: undefined }, {}, undefined]) expect(() => configure(nothing as never)).not.to.throw();
  });
});
