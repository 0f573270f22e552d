/** What stands for modules of `src` in the script of one family of tags: what only the other family's views and providers need. */
const LEFT_OUT = {
  creator: {
    'metrics/dictionary/at-risk': 'export const AT_RISK_DICTIONARY = [];',
    'metrics/views/at-risk': 'export const AT_RISK_VIEWS = new Map();\nexport const AT_RISK_VIEWS_ASPECTS_V8 = AT_RISK_VIEWS;',
    'data/providers/xapi/prepare': "export { prepareXapi } from './prepare-sessions.js';",
    // Learners at risk alone are seen in groups.
    'components/base/audience/groups': 'export const groups = () => undefined;\nexport const needGroups = groups;',
    'data/providers/xapi/derive':
      "import { DerivedTables } from './derived-tables.js';\nexport const deriveAtRisk = (tables) => DerivedTables.of(tables);",
  },
  'at-risk': {
    'metrics/dictionary/creator': 'export const CREATOR_DICTIONARY = [];',
    'metrics/views/creator': 'export const CREATOR_VIEWS = new Map();',
    'data/providers/registry-creator':
      'export const CREATOR_PROVIDERS = {};\nexport const ELSEWHERE = ["oppia", "creator-engagement-stats"];',
    'data/providers/xapi/sessions-tables': 'export const sessionTables = () => [];',
    'data/providers/tables/creator-tables': 'export const withCreatorTables = (tables) => tables;',
    // Parts on demand are Oppia's alone.
    'data/loader/on-demand': 'export const OnDemand = undefined;',
    'data/part-need': 'export const partNeed = () => undefined;',
    'components/base/dataset/part-demand': 'export class PartDemand { want() {} pause() {} goOn() {} retry() {} askAnew() {} }',
    'components/base/dataset/parts-controller':
      'export class PartsController { isTold = true; notices = []; instead(state) { return state; } }',
  },
};

/** The text of a module in the script of that family; undefined where it goes in as it is. */
export function familyCode(family, file) {
  const name = /[\\/]src[\\/](.*)\.ts$/.exec(file)?.[1].replaceAll('\\', '/');
  return LEFT_OUT[family]?.[name];
}
