import { Component, CUSTOM_ELEMENTS_SCHEMA, ElementRef, signal, viewChild } from '@angular/core';
import type { StatsEventMap } from 'learner-elements';
import 'learner-elements/define/stats-dataset.js';
import 'learner-elements/define/creator-engagement-chart.js';
import 'learner-elements/define/creator-trend-chart.js';

@Component({
  selector: 'app-statistics',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <stats-dataset #dataset provider="oppia" src="/creatordashboardhandler/data" events="/oppia/events.ndjson">
      <creator-engagement-chart (stats-filter)="onFilter($event)"></creator-engagement-chart>
      <creator-trend-chart></creator-trend-chart>
    </stats-dataset>
    <button type="button" id="published" [attr.aria-pressed]="isPublished()" (click)="filter()">Published ones only</button>
    <p>
      Chosen: <output id="chosen">{{ chosen() }}</output>
    </p>
  `,
})
export class StatisticsComponent {
  readonly chosen = signal('none');
  readonly isPublished = signal(false);
  private readonly dataset = viewChild.required<ElementRef<HTMLElement>>('dataset');

  onFilter(event: Event): void {
    const { detail } = event as StatsEventMap['stats-filter'];
    this.chosen.set(detail.in?.join(', ') ?? 'none');
  }

  filter(): void {
    this.isPublished.set(!this.isPublished());
    const detail = { origin: 'my-page', field: 'status', ...(this.isPublished() ? { in: ['public'] } : {}) };
    this.dataset().nativeElement.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, cancelable: true }));
  }
}
