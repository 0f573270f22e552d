import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/cell.js';

/** A video that can be chosen. */
export interface VideoChoice {
  /** The field of `video_segments` that names it, and its value there. */
  readonly field: 'block_id' | 'video';
  readonly id: string;
  readonly label: string;
}

/** The videos of `at-risk.videos`, in its order: by block, or by text where the view knows no blocks. */
export function videoChoices(videos: ViewData | undefined): readonly VideoChoice[] {
  const field = videos?.columns.some(({ name }) => name === 'block_id') === true ? 'block_id' : 'video';
  return Array.from({ length: videos?.length ?? 0 }, (_, row) => row).flatMap((row) => {
    const [id, label] = [cell(videos, field, row), cell(videos, 'video', row)];
    return id === null ? [] : [{ field, id: String(id), label: String(label ?? id) }];
  });
}
