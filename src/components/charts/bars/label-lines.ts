import type { Bar } from './bar-data.js';
import { fitBoth, fitEnds, fitText, withNote, wrapText } from '../text-width.js';
import type { Measure } from '../text-width.js';

/** The room of one label. */
export interface LabelRoom {
  readonly width: number;
  /** Lines that a row has room for. */
  readonly lines: number;
  readonly measure: Measure;
}

/**
 * The lines of the label of each bar. A label that is too long loses its end, but never its note; of labels that would be cut to the same
 * text both ends are kept.
 */
export function labelLines(
  bars: readonly Pick<Bar, 'label' | 'note'>[],
  { width, lines, measure }: LabelRoom,
): readonly (readonly string[])[] {
  const cut = bars.map(({ label, note }) => {
    if (note === undefined) return wrapText(label, width, measure, lines);
    if (lines === 1 || measure(withNote(label, note)) <= width) return [fitBoth(label, note, width, measure)];
    return [fitText(label, width, measure), fitText(note, width, measure, 'end')];
  });
  const times = new Map<string, number>();
  for (const text of cut) times.set(String(text), (times.get(String(text)) ?? 0) + 1);
  return cut.map((text, at) => {
    const { label = '', note } = bars[at] ?? {};
    return note === undefined && times.get(String(text)) !== 1 ? wrapText(label, width, measure, lines, fitEnds) : text;
  });
}
