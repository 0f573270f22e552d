import { AtRiskHelp } from '../components/at-risk/at-risk-help.js';
import { define } from './define.js';

define('at-risk-help', AtRiskHelp);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-help': AtRiskHelp;
  }
}
