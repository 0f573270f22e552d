import { Task } from '@lit/task';
import type { ViewData } from '../../workers/connect.js';
import { slotOf } from '../base/dataset/slot.js';
import { cell, hasSeveral } from '../base/dataset/cell.js';
import { courseName } from '../base/text/course-name.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';
import type { SourceElement } from '../base/source-element.js';

/** A video that can be chosen. */
export interface VideoChoice {
  /** The field of `video_segments` that names it, and its value there. */
  readonly field: 'block_id' | 'video';
  readonly id: string;
  readonly label: string;
}

/**
 * The videos of `at-risk.videos`, in its order: by block, or by text where the view knows no blocks. Their labels name the course where
 * there are several.
 */
export function videoChoices(videos: ViewData | undefined): readonly VideoChoice[] {
  const field = videos?.columns.some(({ name }) => name === 'block_id') === true ? 'block_id' : 'video';
  const several = hasSeveral(videos, 'course_key');
  return Array.from({ length: videos?.length ?? 0 }, (_, row) => row).flatMap((row) => {
    const [id, label] = [cell(videos, field, row), cell(videos, 'video', row)];
    const course = several ? ` (${courseName(cell(videos, 'course_key', row))})` : '';
    return id === null ? [] : [{ field, id: String(id), label: String(label ?? id) + course }];
  });
}

/** The videos that an element may show: those that other widgets' filters leave, asked for apart from the one it does show. */
export class WatchedVideos {
  readonly #host: SourceElement;
  #choices: readonly VideoChoice[] = [];
  /** Whose videos they are; those of one source are none to choose from under another. */
  #of: PageDataset | undefined;

  constructor(host: SourceElement & { readonly origin: string }) {
    this.#host = host;
    new Task(host, {
      args: () => [host.pageDataset?.info, host.pageDataset?.clauses.all, host.pageDataset?.params] as const,
      task: async ([info], { signal }) => {
        const dataset = host.pageDataset;
        if (dataset === undefined || info === undefined) return;
        const answer = await dataset.view('at-risk.videos', { clauses: dataset.clauses.without(host.origin) }, `${slotOf(host)} videos`);
        if (!signal.aborted) [this.#choices, this.#of] = [videoChoices(answer), dataset];
      },
    });
  }

  /** Most viewers first; none before they are known. */
  get choices(): readonly VideoChoice[] {
    return this.#host.pageDataset === this.#of ? this.#choices : [];
  }
}
