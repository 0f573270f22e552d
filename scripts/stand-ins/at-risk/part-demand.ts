import type { PartDemand as Whole } from '../../../src/components/base/dataset/part-demand.js';

/** Of data without parts. What is declared alone is asked for by nothing of this script. */
export class PartDemand implements Pick<Whole, keyof Whole> {
  statuses: Whole['statuses'] = new Map();
  declare readonly mode: Whole['mode'];
  declare readonly want: Whole['want'];
  declare readonly asksForMore: Whole['asksForMore'];

  pause(): void {}
  goOn(): void {}
  retry(): void {}
  askAnew(): void {}
}
